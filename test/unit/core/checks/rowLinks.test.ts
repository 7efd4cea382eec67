import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteRows, insertRows, parseDocument, setCells } from '../../../../src/core';
import type { RetentionDocument, TextEdit } from '../../../../src/core';
import { RowLinks } from '../../../../src/core/checks/rowLinks';
import { COUNTS_PER_ROW } from '../../../../src/core/checks/rowTable';

/** Few different values, so that rows repeat and overlap each other and belong to totals. */
const period = fc.constantFrom(
  ...['2024-01', '2024-02', '2024-03', '2024-04', '2024-01-20/2024-03-10', '2024-02-01/2024-02-29', ''],
);
const segment = fc.constantFrom('A', 'A', 'B', '');
const count = fc.constantFrom('100', '90', '');
const row = fc.record({ period, segment, start: count, lost: fc.constant('10'), end: count });

type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;
type Step = (document: RetentionDocument) => readonly TextEdit[];

const text = fc
  .record({ rows: fc.array(row, { maxLength: 8 }), sorted: fc.boolean(), custom: fc.boolean() })
  .map(({ rows, sorted, custom }) => {
    const byTime = (a: Row, b: Row): number => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0);
    const lines = (sorted ? [...rows].sort(byTime) : rows).map((cells) => Object.values(cells).join(','));
    const settings = custom ? '#---\n# retention: 1\n# granularity: custom\n#---\n' : '';
    return `${settings}period,segment,start,lost,end\n${lines.map((line) => `${line}\n`).join('')}`;
  });

/** Changes a cell, or some cells of rows that follow each other. */
const cells: fc.Arbitrary<Step> = fc
  .record({
    first: fc.nat(),
    column: fc.constantFrom('period' as const, 'period' as const, 'segment' as const, 'end' as const),
    rows: fc.array(row, { minLength: 1, maxLength: 3 }),
  })
  .map(({ first, column, rows }) => (document) => {
    const { rowCount } = document;
    const changes = rows.map((values, i) => ({
      row: (first % (rowCount || 1)) + i,
      column,
      text: values[column],
    }));
    return setCells(
      document,
      changes.filter((change) => change.row < rowCount),
    );
  });

const append: fc.Arbitrary<Step> = fc
  .array(row, { minLength: 1, maxLength: 2 })
  .map((rows) => (document) => insertRows(document, document.rowCount, rows));

const insert: fc.Arbitrary<Step> = fc.tuple(fc.nat(), row).map(
  ([at, values]) =>
    (document) =>
      insertRows(document, at % (document.rowCount + 1), [values]),
);

const remove: fc.Arbitrary<Step> = fc
  .record({ at: fc.nat(), last: fc.boolean() })
  .map(({ at, last }) => (document) => {
    const { rowCount } = document;
    return rowCount === 0 ? [] : deleteRows(document, [last ? rowCount - 1 : at % rowCount]);
  });

const step = fc.oneof(
  { arbitrary: cells, weight: 5 },
  { arbitrary: append, weight: 2 },
  { arbitrary: insert, weight: 1 },
  { arbitrary: remove, weight: 2 },
);

/** Everything the links know of each row. */
function ofRows({ table }: RowLinks): Record<string, unknown>[] {
  const columns = Object.entries(table).filter((entry): entry is [string, Float64Array] =>
    ArrayBuffer.isView(entry[1]),
  );
  return Array.from({ length: table.length }, (_, index) =>
    Object.fromEntries(
      columns.map(([name, values]) => {
        const width = name === 'counts' ? COUNTS_PER_ROW : 1;
        return [name, [...values.subarray(index * width, (index + 1) * width)]];
      }),
    ),
  );
}

function known(links: RowLinks): unknown {
  return { rows: ofRows(links), backwards: ['A', 'B', ''].map((name) => [...links.backwards(name)]) };
}

describe('RowLinks', () => {
  it('say which segments the changed rows had and have', () => {
    const document = parseDocument('period,segment,start\n2024-01,A,1\n2024-01,B,1\n2024-02,C,1\n');
    const links = new RowLinks(document);
    const update = (text: string, column: string) =>
      links.update(document.apply(setCells(document, [{ row: 1, column, text }])));
    expect(update('2', 'start')).toMatchObject({ segments: new Set(['B']), moved: false });
    expect(update('2024-03', 'period')).toMatchObject({ segments: new Set(['B']), moved: true });
    expect(update('A', 'segment')).toMatchObject({ segments: new Set(['B', 'A']), moved: true });
  });

  it('know after any edits what they know of the table read anew', () => {
    fc.assert(
      fc.property(text, fc.array(step, { minLength: 1, maxLength: 25 }), (first, steps) => {
        const document = parseDocument(first);
        const links = new RowLinks(document);
        for (const next of steps) {
          const change = document.apply(next(document));
          const before = ofRows(links);
          const { rows } = links.update(change);
          expect(known(links)).toEqual(known(new RowLinks(document)));
          if (rows === 'all' || change.removedRows !== change.insertedRows) continue;
          ofRows(links).forEach(({ flags }, index) => {
            if (String(flags) !== String(before[index]!.flags)) expect(rows).toContain(index);
          });
        }
      }),
      { numRuns: 100 },
    );
  });
});
