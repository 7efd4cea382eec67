import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, rateColumns, setCell } from '../../../../src/core';
import type { RateColumns } from '../../../../src/core';
import { evaluateRow } from '../../../../src/core/metrics/row';
import { file } from '../live/generators';

/** 2030-01-01: of the generated periods only 2031-01 is incomplete. */
const today = 21_915;

/** The same from the results of each row. */
function oneByOne(text: string): RateColumns {
  const document = parseDocument(text);
  const rows = Array.from({ length: document.rowCount }, (_, row) => evaluateRow(document, row, { today }));
  const column = (read: (row: (typeof rows)[number]) => number | null): Float64Array =>
    Float64Array.from(rows, (row) => read(row) ?? Number.NaN);
  return {
    crr: column(({ crr }) => crr.value),
    churn: column(({ churn }) => churn.value),
    endStartRatio: column(({ endStartRatio }) => endStartRatio.value),
    netGrowth: column(({ netGrowth }) => netGrowth.value),
    goal: column(({ goal }) => goal.value),
    gapPoints: column(({ gapPoints }) => gapPoints.value),
    customersShort: column(({ customersShort }) => customersShort.value),
    lossAllowance: column(({ lossAllowance }) => lossAllowance.value),
    wilsonLow: column(({ wilson }) => ('low' in wilson ? wilson.low : null)),
    wilsonHigh: column(({ wilson }) => ('high' in wilson ? wilson.high : null)),
  };
}

const count = fc.oneof(
  { weight: 6, arbitrary: fc.nat(1000).map(String) },
  { weight: 2, arbitrary: fc.nat(2 ** 26).map(String) },
  { weight: 2, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0', '0.5', '12.25', '67108864', '67108865', '1099511627777', 'x', '-3'),
  },
  { weight: 1, arbitrary: fc.nat(2 ** 31 - 1).map((value) => String(value * 4096)) },
);
const goal = fc.oneof(
  fc.constantFrom('', '85%', '82.505 %', '0%', '100%', '33.333333%', '120 %', '1', 'high'),
  // Where what is needed may miss a whole number by little.
  fc.nat(1_000_000).map((share) => `${(share / 10_000).toFixed(4)}%`),
);
const row = fc.tuple(
  fc.constantFrom('2024-01', '2024-Q2', '2031-01', '2029-12-31', 'never', ''),
  fc.tuple(count, count, count, count, count),
  goal,
);
const table = fc
  .record({
    rows: fc.array(row, { maxLength: 30 }),
    method: fc.constantFrom('classic', 'with-reactivated', 'lost'),
    goal,
  })
  .map(({ rows, method, goal: own }) =>
    [
      `#---\n# method: ${method}\n# goal: ${own}\n#---\nperiod,start,new,lost,end,reactivated,goal`,
      ...rows.map(([period, counts, rowGoal]) => [period, ...counts, rowGoal].join(',')),
      '',
    ].join('\n'),
  );

describe('rateColumns', () => {
  it.each([
    ['tables of any numbers and goals', table, 400],
    ['any files', file, 200],
  ])('says of each row what the row says, to the last bit: %s', (_, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(rateColumns(parseDocument(text), { today })).toEqual(oneByOne(text));
      }),
      { numRuns },
    );
  });

  it('has an example of each way to be unknown', () => {
    const text =
      'period,start,new,lost,end,goal\n' +
      '2024-Q2,500,50,100,,85%\n2024-Q3,0,0,0,0,85%\n2024-Q4,100,,,99,85%\n2031,100,0,1,99,85%\n2024,10,0,0,10,\n';
    const { crr, gapPoints, lossAllowance, netGrowth } = rateColumns(parseDocument(text), { today });
    expect([...crr]).toEqual([0.8, NaN, NaN, 0.99, 1]);
    expect([...gapPoints]).toEqual([-5, NaN, NaN, NaN, NaN]);
    expect([...lossAllowance]).toEqual([75, NaN, 15, 15, NaN]);
    expect([...netGrowth]).toEqual([-50, 0, -1, -1, 0]);
  });

  it('keeps up with edits of its document', () => {
    const document = parseDocument('period,start,lost\n2024-01,100,10\n');
    document.apply(setCell(document, 0, 'lost', '20'));
    expect(rateColumns(document, { today }).crr[0]).toBe(0.8);
  });
});
