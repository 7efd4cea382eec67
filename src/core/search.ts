/**
 * The first index from 0 to `length` whose item passes a test that all later ones pass too, by halving: `length` when
 * none does.
 *
 * @example
 * firstIndex(10, (index) => index * index > 20); // 5
 */
export function firstIndex(length: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
