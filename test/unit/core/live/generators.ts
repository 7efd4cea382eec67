import fc from 'fast-check';
import type { LiveNotebook, TextEdit } from '../../../../src/core';

/** Few different values, so that repetitions, overlaps, totals and continuity really happen. */
const period = fc.constantFrom(
  '2024-01',
  '2024-02',
  '2024-03',
  '2024-04',
  '2024-05',
  '2024-Q1',
  '2024',
  '2024-02-01/2024-02-29',
  '2024-01-20/2024-03-10',
  '2024-1',
  '',
  '?',
  '2031-01',
);
const segment = fc.constantFrom('', '', 'A', 'A', 'B', 'NA', '"C, D"', 'new one');
const count = fc.constantFrom('', '0', '5', '10', '90', '95', '100', '100', '105', '0.5', 'x', '-3', '1,000');
const goal = fc.constantFrom('', '', '85%', '99%', '1', '0.5', '70');
const reason = fc.constantFrom('', '', '3', '12');

const columns = [
  'period',
  'segment',
  'start',
  'new',
  'lost',
  'end',
  'reactivated',
  'goal',
  'reason_price',
] as const;
const cells = [period, segment, count, count, count, count, reason, goal, reason] as const;

const line: fc.Arbitrary<string> = fc.tuple(...cells).map((values) => values.join(','));

const setting = fc.constantFrom(
  '# goal: 85%',
  '# goal: 99.9%',
  '# method: lost',
  '# method: with-reactivated',
  '# granularity: month',
  '# granularity: custom',
  '# segments: [B, A]',
  '# nonsense',
);

/** Files with a table that has most of what the checks look at. */
export const file: fc.Arbitrary<string> = fc
  .record({
    settings: fc.option(fc.uniqueArray(setting, { maxLength: 3 })),
    rows: fc.array(line, { maxLength: 12 }),
    notes: fc.constantFrom('', '#\n#> ## Notes\n', '#> - [ ] x {due=soon}\n'),
    sorted: fc.boolean(),
  })
  .map(({ settings, rows, notes, sorted }) => {
    const front =
      settings === null ? '' : `#---\n# retention: 1\n${settings.map((text) => `${text}\n`).join('')}#---\n`;
    const table = sorted ? [...rows].sort() : rows;
    return `${front}${columns.join(',')}\n${table.map((row) => `${row}\n`).join('')}${notes}`;
  });

/** An edit that is made for the text the notebook has when its turn comes. */
type Step = (notebook: LiveNotebook) => readonly TextEdit[];

function cellEdit(last: boolean): fc.Arbitrary<Step> {
  return fc
    .record({ row: fc.nat(), column: fc.nat({ max: columns.length - 1 }), values: fc.tuple(...cells) })
    .map(({ row, column, values }) => ({ document }) => {
      if (document.rowCount === 0) return [];
      const range = document.cellRange(last ? document.rowCount - 1 : row % document.rowCount, column);
      return range === null ? [] : [{ ...range, text: values[column]! }];
    });
}

const rowInsertion: fc.Arbitrary<Step> = fc
  .record({ row: fc.nat(), rows: fc.array(line, { minLength: 1, maxLength: 3 }) })
  .map(({ row, rows }) => ({ document }) => {
    if (document.rowCount === 0) return [];
    const { start } = document.rowRange(row % document.rowCount);
    return [{ start, end: start, text: rows.map((text) => text + document.eol).join('') }];
  });

const rowAddition: fc.Arbitrary<Step> = line.map((text) => ({ document }) => {
  if (document.rowCount === 0) return [];
  const { end } = document.rowRange(document.rowCount - 1);
  return [{ start: end, end, text: document.eol + text }];
});

const rowDeletion: fc.Arbitrary<Step> = fc
  .record({ row: fc.nat(), rows: fc.integer({ min: 1, max: 3 }) })
  .map(({ row, rows }) => ({ document }) => {
    if (document.rowCount === 0) return [];
    const first = row % document.rowCount;
    const { end } = document.rowRange(Math.min(document.rowCount - 1, first + rows - 1));
    const newline = document.text.slice(end, end + 1) === '\n' ? 1 : 0;
    return [{ start: document.rowRange(first).start, end: end + newline, text: '' }];
  });

/** A pasted column of numbers. */
const block: fc.Arbitrary<Step> = fc
  .record({ row: fc.nat(), values: fc.array(count, { minLength: 2, maxLength: 4 }) })
  .map(({ row, values }) => ({ document }) => {
    if (document.rowCount === 0) return [];
    const first = row % document.rowCount;
    return values.flatMap((text, i) => {
      const range = first + i < document.rowCount ? document.cellRange(first + i, 2) : null;
      return range === null ? [] : [{ ...range, text }];
    });
  });

const garbage: fc.Arbitrary<Step> = fc
  .record({
    at: fc.nat(),
    removed: fc.nat({ max: 8 }),
    text: fc.oneof(
      fc.constantFrom(
        '"',
        ',',
        '\n',
        '\r\n',
        '#',
        '#---\n',
        '<<<<<<< ours\n',
        '\ufffd',
        '\n\n',
        '# note\n',
        'period,',
      ),
      fc.string({ maxLength: 5 }),
      setting.map((text) => `${text}\n`),
    ),
  })
  .map(({ at, removed, text }) => ({ document }) => {
    const start = at % (document.length + 1);
    return [{ start, end: Math.min(document.length, start + removed), text }];
  });

/** Edits that leave the table a table. */
export const tidyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: cellEdit(false), weight: 8 },
  { arbitrary: cellEdit(true), weight: 3 },
  { arbitrary: rowInsertion, weight: 2 },
  { arbitrary: rowAddition, weight: 3 },
  { arbitrary: rowDeletion, weight: 2 },
  { arbitrary: block, weight: 2 },
);

/** Mostly what people do in a table, sometimes anything. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: tidyStep, weight: 9 },
  { arbitrary: garbage, weight: 1 },
);
