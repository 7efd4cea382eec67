/**
 * How far each of n places has moved: adding at one place moves it and all places behind it.
 * A Fenwick tree: reading and adding cost log n.
 */
export class Shifts {
  private readonly tree: Int32Array;

  constructor(readonly count: number) {
    this.tree = new Int32Array(count + 1);
  }

  /** Shifts from given totals, one for each place. */
  static of(totals: Int32Array): Shifts {
    const shifts = new Shifts(totals.length);
    const { tree } = shifts;
    let previous = 0;
    for (let index = 0; index < totals.length; index++) {
      const total = totals[index]!;
      tree[index + 1]! += total - previous;
      previous = total;
      const parent = index + 1 + ((index + 1) & -(index + 1));
      if (parent < tree.length) tree[parent]! += tree[index + 1]!;
    }
    return shifts;
  }

  /** Moves `index` and everything behind it by `delta`. */
  add(index: number, delta: number): void {
    for (let node = index + 1; node < this.tree.length; node += node & -node) this.tree[node]! += delta;
  }

  get(index: number): number {
    let total = 0;
    for (let node = index + 1; node > 0; node -= node & -node) total += this.tree[node]!;
    return total;
  }

  /** All of them at once, at the cost of one addition each. */
  all(): Int32Array {
    const totals = new Int32Array(this.count + 1);
    for (let node = 1; node <= this.count; node++)
      totals[node] = totals[node & (node - 1)]! + this.tree[node]!;
    return totals.subarray(1);
  }
}
