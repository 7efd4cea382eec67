import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPeriod, monthPeriod } from '../../../../src/core/document/period';
import { percentOf } from '../../../../src/core/metrics/goal';
import type { RowValues } from '../../../../src/core/document/rowValues';
import { PeriodIndex } from '../../../../src/core/metrics/periodIndex';
import { Table, day } from './table';
import type { TableOptions, TableRow } from './table';

const today = day('2024-08-15');
const count = fc.option(fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 10, noNaN: true })), {
  nil: null,
  freq: 6,
});
/** Few periods and segments, so that rows repeat, overlap and share their sums. */
const period = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.integer({ min: 2023, max: 2024 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => formatPeriod(monthPeriod(year, month)!)),
  },
  { weight: 1, arbitrary: fc.constantFrom('', 'soon', '2024', '2024-Q1', '2024-03-01/2024-03-31') },
);
const row: fc.Arbitrary<TableRow> = fc.record({
  period,
  segment: fc.constantFrom('A', 'B', 'B', 'C', ''),
  start: count,
  new: count,
  lost: count,
  end: count,
  reactivated: count,
  goal: fc.option(fc.integer({ min: 1, max: 100 }).map(percentOf), { nil: null, freq: 2 }),
});
const segmented = row.map((one) => ({ ...one, segment: one.segment === '' ? 'A' : one.segment! }));
const options: fc.Arbitrary<TableOptions> = fc.record({
  goal: fc.constantFrom(null, percentOf(85)),
  method: fc.constantFrom('classic', 'with-reactivated', 'lost'),
  granularity: fc.constantFrom('month', 'month', 'custom'),
});
const edit = (of: fc.Arbitrary<TableRow>) =>
  fc.record({ at: fc.nat(), removed: fc.nat(3), rows: fc.array(of, { maxLength: 3 }) });

const SEGMENTS = [null, '', 'A', 'B', 'C', 'D'];

function expectSame(live: PeriodIndex, table: Table): void {
  const anew = new PeriodIndex(table, { today });
  for (const segment of SEGMENTS) {
    // toEqual compares numbers by Object.is: to the last bit.
    const summary = live.summary(segment);
    expect(summary).toEqual(anew.summary(segment));
    expect(live.outlook(segment)).toEqual({ period: summary.period, realismHint: summary.realismHint });
  }
  expect(live.segments().sort()).toEqual(anew.segments().sort());
}

describe('PeriodIndex', () => {
  it.each([
    ['with rows for all customers', row],
    ['with segments only', segmented],
  ])('says after edits exactly what it says about the table read anew, %s', (_name, rows) => {
    fc.assert(
      fc.property(
        fc.array(rows, { maxLength: 30 }),
        options,
        fc.array(edit(rows), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (first, settings, edits, askFirst) => {
          const table = new Table(first, settings);
          const live = new PeriodIndex(table, { today });
          if (askFirst) live.summary(null);
          for (const { at, removed, rows: inserted } of edits) {
            const place = at % (table.rowCount + 1);
            live.update(table.replace(place, Math.min(removed, table.rowCount - place), inserted));
          }
          expectSame(live, table);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('finds room for any number of rows at one place', () => {
    const rows = (segment: string): TableRow => ({ period: '2024-01', segment, start: 10, new: 0, lost: 1 });
    const table = new Table([rows('A'), rows('A')]);
    const live = new PeriodIndex(table, { today });
    for (let i = 0; i < 100; i++) {
      live.update(
        table.replace(1, 0, [{ ...rows('A'), period: formatPeriod(monthPeriod(2000 + (i % 20), 1)!) }]),
      );
    }
    expectSame(live, table);
    live.update(table.replace(0, 1, []));
    expectSame(live, table);
  });

  it('reads a table anew after a change of everything', () => {
    const table = new Table([{ period: '2024-01', start: 10, new: 0, lost: 1 }]);
    const live = new PeriodIndex(table, { today });
    table.rows = [{ period: '2024-02', start: 10, new: 0, lost: 5 }];
    live.update({ whole: true, firstRow: 0, removedRows: 0, insertedRows: 0 });
    expect(live.summary(null)).toMatchObject({ period: '2024-02', retention: { value: 0.5 } });
  });

  it('edits and summarises a long table without reading it again', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => ({
      period: formatPeriod(monthPeriod(1900 + Math.floor(index / 120), (index % 12) + 1)!),
      segment: `segment ${Math.floor(index / 12) % 10}`,
      start: 100,
      new: 5,
      lost: index % 50,
    }));
    let reads = 0;
    const table = new (class extends Table {
      override number(...args: Parameters<Table['number']>): number | null {
        reads++;
        return super.number(...args);
      }

      override get values(): RowValues {
        const { numbers, ...values } = super.values;
        return { ...values, numbers: (id) => this.counted(() => numbers(id)) };
      }

      /** Making the array counts for nothing, since a document has it; each look into it counts. */
      private counted(make: () => Float64Array | null): Float64Array | null {
        const before = reads;
        const numbers = make();
        reads = before;
        const get = (target: Float64Array, place: string | symbol): unknown => {
          reads++;
          return Reflect.get(target, place);
        };
        return numbers && new Proxy(numbers, { get });
      }
    })(long);
    const live = new PeriodIndex(table, { today });
    live.summary(null);
    reads = 0;
    live.update(table.replace(7000, 1, [{ ...long[7000]!, lost: 99 }]));
    live.summary(null);
    live.summary('segment 3');
    expect(reads).toBeLessThan(long.length / 10);
    expectSame(live, table);
  });
});
