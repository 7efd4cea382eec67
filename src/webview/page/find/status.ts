import type { NumberDisplay } from '../numbers';
import type { RowOrder } from '../order';
import { text } from '../text';
import type { Matches } from './matches';

/** `3 of 24`, or why there is nothing to count. */
export function statusOf(
  { findings, place }: Pick<Matches, 'findings' | 'place'>,
  rows: RowOrder,
  numbers: NumberDisplay,
): string {
  const { cells, state, skipped } = findings;
  const count = numbers.count(cells.length);
  const parts = [
    cells.length === 0
      ? state === 'searching'
        ? text.find.searching
        : text.find.none
      : place < 0
        ? text.find.count(cells.length, count)
        : text.find.place(numbers.count(place + 1), count),
    rows.count < rows.total ? text.find.filtered(numbers.count(rows.total - rows.count)) : '',
    skipped > 0 ? text.find.tooLong(skipped, numbers.count(skipped)) : '',
    state === 'stopped' ? text.find.stopped : '',
  ];
  return parts.filter((part) => part !== '').join(text.separator);
}

/** What came of replacing in all cells. */
export function replacedText(count: number, skipped: number, numbers: NumberDisplay): string {
  const done = text.find.replaced(count, numbers.count(count));
  return skipped > 0 ? `${done} ${text.find.skipped(skipped, numbers.count(skipped))}` : done;
}
