import type { Random } from '../engine/random';
import { fileText } from './file';

/** Cells whose quotes are not those of a cell. */
const QUOTES = ['"open', 'pipe 3"', '"a" b', 'a"b"', '"', '"" x'];
/** Of which two make a sum that no double holds. */
const HUGE = '9'.repeat(308);
const LINES = [
  '=======',
  '|||||||',
  '>>>>>>> theirs',
  '# "a" b',
  '#> ```npm test``` must pass:',
  '#> ~~~',
  '',
];

/**
 * A file as `fileText` makes it in which something is frequent that people hardly ever write, and that goes wrong only
 * together: rows from new to old, quotes that reach the next row, numbers beyond doubles, lines that belong to nothing.
 */
export function oddFileText(random: Random): string {
  const text = fileText(random);
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const lines = text.split(eol);
  const first = lines.findIndex((line) => !/^\ufeff?#/.test(line)) + 1;
  const behind = lines.findIndex((line, index) => index >= first && (line === '' || line.startsWith('#')));
  const end = behind < 0 ? lines.length : behind;
  const rows = lines.slice(first, end);
  if (random.percent(30)) rows.reverse();
  const quotes = random.pick([0, 0, 40]);
  const huge = random.pick([0, 0, 60]);
  for (const [index, row] of rows.entries()) {
    let odd = row;
    if (random.percent(quotes)) odd = odd.replace(/[^,;\t]*$/, random.pick(QUOTES));
    if (random.percent(huge))
      odd = odd.replaceAll(/(?<=[,;\t])\d+(?=[,;\t]|$)/g, (digits) => (random.percent(50) ? HUGE : digits));
    rows[index] = odd;
  }
  if (random.percent(20)) rows.splice(random.below(rows.length + 1), 0, random.pick(LINES));
  return [...lines.slice(0, first), ...rows, ...lines.slice(end)].join(eol);
}
