import { firstIndex } from '../../../core';
import type { RowMap } from './tracking';

/** Rows `at … at + removed − 1` of the view became `inserted` rows. */
export interface ViewSplice {
  readonly at: number;
  readonly removed: number;
  readonly inserted: number;
}

/** Where rows that were not there before come into the view. */
export interface Placement {
  /** Rows that the user inserts, shown in any case: at a view row, or (null) where the sort has them. */
  readonly planned: { readonly file: number; readonly count: number; readonly view: number | null } | null;
  /** Whether another new row is shown, and which row it stands before by the sort; null: by the file. */
  readonly shows: (row: number) => boolean;
  readonly compare: ((a: number, b: number) => number) | null;
}

/**
 * Which row of the file each row of the view is. In the order of the file, with all rows, it holds nothing
 * and costs nothing.
 *
 * Once made, an order is kept: edits move no row and hide none, because that would take it away under the
 * fingers of its editor. Deleted rows go, inserted ones come where they were inserted.
 */
export class RowOrder {
  #rows: Int32Array | null = null;
  #places: Int32Array | null = null;
  #total = 0;

  constructor(total: number) {
    this.#total = total;
  }

  /** True when the view shows all rows in the order of the file. */
  get isFile(): boolean {
    return this.#rows === null;
  }

  /** Number of rows of the view. */
  get count(): number {
    return this.#rows?.length ?? this.#total;
  }

  /** Number of rows of the file. */
  get total(): number {
    return this.#total;
  }

  /** The row of the file that a row of the view is; behind the last one, the place behind the file's last. */
  fileRow(view: number): number {
    if (this.#rows === null) return view;
    return view < this.#rows.length ? this.#rows[view]! : this.#total + view - this.#rows.length;
  }

  /** The row of the view that shows a row of the file, or null when it is hidden. */
  viewRow(file: number): number | null {
    if (this.#rows === null) return file;
    if (file >= this.#total) return this.#rows.length + file - this.#total;
    const view = this.#inverse()[file]!;
    return view < 0 ? null : view;
  }

  /** Where rows go in the file that are inserted before a row of the view: behind the row above them. */
  insertionPlace(view: number): number {
    if (view >= this.count) return this.#total;
    return view === 0 ? this.fileRow(0) : this.fileRow(view - 1) + 1;
  }

  /** Shows rows of the file in an order; null: all of them in the order of the file. */
  show(rows: Int32Array | null, total: number): void {
    this.#rows = rows;
    this.#total = total;
    this.#places = null;
  }

  /** Shows a hidden row as well, before a row of the view. */
  reveal(file: number, view: number): void {
    if (this.#rows === null || this.viewRow(file) !== null) return;
    this.#splice([[view, [file]]]);
  }

  /**
   * The file was edited. Returns what became of the view, to be carried out one after the other: removals
   * from the bottom up, then insertions from the top down.
   */
  follow({ moved, fresh }: RowMap, total: number, placement: Placement): ViewSplice[] {
    this.#total = total;
    this.#places = null;
    const old = this.#rows;
    if (old === null || moved === null) return [];
    const kept = new Int32Array(old.length);
    let count = 0;
    const removals: ViewSplice[] = [];
    for (let view = 0; view < old.length; view++) {
      const now = moved[old[view]!]!;
      if (now >= 0) {
        kept[count++] = now;
        continue;
      }
      const last = removals.at(-1);
      if (last !== undefined && last.at + last.removed === view) {
        removals[removals.length - 1] = { ...last, removed: last.removed + 1 };
      } else removals.push({ at: view, removed: 1, inserted: 0 });
    }
    this.#rows = kept.slice(0, count);
    const insertions = this.#splice(this.#placesOf(fresh, placement));
    return [...removals.reverse(), ...insertions];
  }

  #placesOf(fresh: readonly number[], { planned, shows, compare }: Placement): [number, number[]][] {
    const groups = new Map<number, number[]>();
    for (const row of fresh) {
      const own = planned !== null && row >= planned.file && row < planned.file + planned.count;
      if (!own && !shows(row)) continue;
      const view = own ? planned.view : null;
      const at = view === null ? this.#placeOf(row, compare) : Math.min(view, this.count);
      const group = groups.get(at);
      if (group === undefined) groups.set(at, [row]);
      else group.push(row);
    }
    if (compare !== null && (planned?.view ?? null) === null)
      for (const group of groups.values()) group.sort(compare);
    return [...groups].sort(([a], [b]) => a - b);
  }

  /** Before the first row that comes after it. */
  #placeOf(row: number, compare: ((a: number, b: number) => number) | null): number {
    const rows = this.#rows ?? [];
    return firstIndex(rows.length, (place) =>
      compare === null ? rows[place]! >= row : compare(rows[place]!, row) >= 0,
    );
  }

  /** Inserts rows at places of the present view, which ascend. */
  #splice(groups: readonly (readonly [number, readonly number[]])[]): ViewSplice[] {
    const old = this.#rows;
    if (old === null || groups.length === 0) return [];
    const added = groups.reduce((sum, [, rows]) => sum + rows.length, 0);
    const rows = new Int32Array(old.length + added);
    const splices: ViewSplice[] = [];
    let from = 0;
    let to = 0;
    for (const [at, inserted] of groups) {
      rows.set(old.subarray(from, at), to);
      to += at - from;
      from = at;
      rows.set(inserted, to);
      splices.push({ at: to, removed: 0, inserted: inserted.length });
      to += inserted.length;
    }
    rows.set(old.subarray(from), to);
    this.#rows = rows;
    this.#places = null;
    return splices;
  }

  #inverse(): Int32Array {
    if (this.#places === null) {
      const places = new Int32Array(this.#total).fill(-1);
      this.#rows?.forEach((file, view) => {
        places[file] = view;
      });
      this.#places = places;
    }
    return this.#places;
  }
}
