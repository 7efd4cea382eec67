import type { RowTable } from './rowTable';

/**
 * The text up to the end of the rows, and the place of each row in it: stretches of the base text as they
 * are, edited rows in between.
 */
export function joinRows(
  base: string,
  table: RowTable,
  end: number,
): { readonly text: string; readonly places: Int32Array } {
  const { count, start, own } = table;
  const shifts = table.allShifts();
  const places = new Int32Array(count);
  for (let row = 0; row < count; row++) places[row] = start[row]! + shifts[row]!;
  const parts = [base.slice(0, count > 0 ? places[0] : end)];
  /** Where the stretch of the base text that is not yet written begins; −1 for none. */
  let stretch = -1;
  for (let row = 0; row < count; row++) {
    const text = own?.[row] ?? null;
    if (text !== null) {
      parts.push(text);
      continue;
    }
    if (stretch < 0) stretch = start[row]!;
    const next = row + 1;
    if (next < count && (own?.[next] ?? null) === null && shifts[next] === shifts[row]) continue;
    parts.push(base.slice(stretch, (next < count ? places[next]! : end) - shifts[row]!));
    stretch = -1;
  }
  return { text: parts.join(''), places };
}
