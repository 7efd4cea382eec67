import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseScenarios, BASELINE_LABEL, customersShort, dayOf, percentOf } from '../../../../src/core';
import type { LiveNotebook, PeriodCounts, ScenarioChange, Scenarios } from '../../../../src/core';
import { countReads, notebookOf } from './notebooks';

/** Two complete quarters of 2024; the third one is running today and has no row. */
const QUARTERS = ['period,start,new,lost', '2024-Q1,1000,50,100', '2024-Q2,950,100,95'];

function whatIf(notebook: LiveNotebook, ...changes: ScenarioChange[]): Scenarios {
  return analyseScenarios(notebook, null, [{ name: 'A', changes }]);
}

function numbers({ start, new: joined, lost, end, reactivated }: PeriodCounts): (number | null)[] {
  return [start, joined, lost, end, reactivated];
}

function all(field: ScenarioChange['field'], value: number): ScenarioChange {
  return { period: null, field, value };
}

describe('analyseScenarios', () => {
  it('goes on at the pooled rates of the complete periods, in whole customers', () => {
    const { year, done, baseline, assumptions } = whatIf(notebookOf(QUARTERS));
    expect([year, done, baseline?.name]).toEqual(['2024', 2, BASELINE_LABEL]);
    // 195 of 1950 lost and 150 of 1950 new: 10 % and 7.7 %.
    expect(baseline?.periods.map(({ name, counts }) => [name, ...numbers(counts)])).toEqual([
      ['2024-Q3', 955, 73, 96, 932, null],
      ['2024-Q4', 932, 72, 93, 911, null],
    ]);
    expect(baseline?.periods[0]?.origins).toEqual({
      new: 'projected',
      lost: 'projected',
      reactivated: null,
      goal: null,
    });
    expect(baseline?.endCustomers).toEqual({ value: 911 });
    expect(baseline?.compounded.value).toBeCloseTo(0.9 * 0.9 * (859 / 955) * (839 / 932), 12);
    expect(assumptions).toEqual([
      'Periods without rows go on at the pooled rates of the last 2 complete periods (2024-Q1 to 2024-Q2): 10.0 % lost, 7.7 % new of the customers at the start. A constant rate is a baseline, not a forecast.',
    ]);
  });

  it('changes one period and what follows from it', () => {
    const { outcomes } = whatIf(notebookOf(QUARTERS), { period: '2024-Q3', field: 'lost', value: 0 });
    const [outcome] = outcomes;
    expect(outcome?.periods.map(({ counts }) => [counts.start, counts.lost, counts.end])).toEqual([
      [955, 0, 1028],
      [1028, 103, 1004],
    ]);
    expect(outcome?.difference.endCustomers).toEqual({ value: 93 });
    expect(outcome?.difference.points.value).toBeGreaterThan(7);
  });

  it('lets the change of a period go before that of all, and the later before the earlier', () => {
    const changes: ScenarioChange[] = [
      { period: '2024-Q4', field: 'lost', value: 5 },
      { period: '2024-Q4', field: 'lost', value: 7 },
      all('lost', 10),
      all('lost', 20),
      all('reactivated', 3),
    ];
    const periods = whatIf(notebookOf(QUARTERS), ...changes).outcomes[0]?.periods;
    expect(periods?.map(({ counts }) => [counts.lost, counts.reactivated])).toEqual([
      [20, 3],
      [7, 3],
    ]);
  });

  it('judges by the goals of all periods of the year', () => {
    const notebook = notebookOf(
      ['period,start,new,lost,goal', '2024-Q1,1000,0,100,', '2024-Q2,900,0,90,80%'],
      {
        settings: ['goal: 95%'],
      },
    );
    const { baseline, outcomes } = whatIf(notebook, all('goal', 82.5), all('lost', 0));
    // Short: 50 in Q1, none in Q2 (80 %), 5 % of 810 and of 729 rounded up.
    expect(baseline?.customersShort).toEqual({ value: 50 + 0 + 41 + 37 });
    expect(baseline?.goal.value).toBeCloseTo(0.95 * 0.8 * 0.95 * 0.95, 12);
    expect(baseline?.reached).toBe(false);
    expect(outcomes[0]).toMatchObject({ customersShort: { value: 50 }, reached: true });
    expect(outcomes[0]?.difference.customersShort).toEqual({ value: -78 });
    expect(whatIf(notebookOf(QUARTERS)).baseline).toMatchObject({
      goal: { reason: 'no-goal' },
      customersShort: { reason: 'no-goal' },
      reached: null,
    });
  });

  it('keeps what a running period counts already, and what a plan says', () => {
    const rows = [...QUARTERS, '2024-Q3,955,300,2', '2024-Q4,,10,20'];
    const { baseline, assumptions } = whatIf(notebookOf(rows));
    expect(baseline?.periods.map(({ counts, origins }) => [counts, origins.new, origins.lost])).toMatchObject(
      [
        [{ start: 955, new: 300, lost: 96, end: 1159 }, 'running', 'running'],
        [{ start: 1159, new: 10, lost: 20, end: 1149 }, 'file', 'file'],
      ],
    );
    expect(assumptions[1]).toContain('2024-Q3 is running');
    expect(assumptions[2]).toBe('One period has a row already, which says what is planned.');
  });

  it('assumes nothing where rows say what is planned for all that is left', () => {
    const rows = [...QUARTERS, '2024-Q3,955,10,50', '2024-Q4,915,10,50'];
    const atHalf = notebookOf(rows, { today: dayOf(2024, 6, 30) });
    expect(whatIf(atHalf).assumptions).toEqual(['2 periods have rows already, which say what is planned.']);
    const withoutNew = [...QUARTERS, '2024-Q3,955,,50', '2024-Q4,,,50'];
    const [first, second] = whatIf(notebookOf(withoutNew, { today: dayOf(2024, 6, 30) })).assumptions;
    expect(first).toMatch(/^Periods without rows go on at the pooled rates/);
    expect(second).toBe('2 periods have rows already, which say what is planned.');
  });

  it('knows no revenue of customers that nobody knows', () => {
    const settings = ['revenue_per_customer: 10'];
    const { baseline } = whatIf(notebookOf(['period,start,end', '2024-Q2,100,90'], { settings }));
    expect(baseline?.revenue).toMatchObject({
      reason: 'blank',
      message: '2024-Q3: its customers are not known, so neither is the revenue.',
    });
  });

  it('knows the revenue from the setting or from recurring revenue', () => {
    const settings = ['revenue_per_customer: 10.50'];
    const year = whatIf(
      notebookOf(['period,start,new,lost', '2023,100,0,50'], { settings }),
      all('lost', 10),
      all('new', 0),
    );
    expect(year.year).toBe('2024');
    expect(year.baseline?.revenue).toEqual({ value: 10.5 * 37.5 });
    expect(year.outcomes[0]?.difference.revenue).toEqual({ value: 10.5 * (45 - 37.5) });
    const header = 'period,start,new,lost,start_mrr,new_mrr,expansion,contraction,churned_mrr';
    const recurring = whatIf(notebookOf([header, '2023,100,0,50,1000,0,0,0,500']));
    expect(recurring.revenuePerCustomer).toEqual({ value: 10 });
    expect(whatIf(notebookOf(QUARTERS)).baseline?.revenue).toMatchObject({ reason: 'needs-setting' });
  });

  it('looks at the next year when this one is complete', () => {
    const { year, done, past, baseline } = whatIf(notebookOf(['period,start,new,lost', '2023-Q4,100,0,10']));
    expect([year, done, past]).toEqual(['2024', 0, [{ name: '2023-Q4', end: 90 }]]);
    expect(baseline?.periods.map(({ name, counts }) => `${name} ${counts.end}`)).toEqual([
      '2024-Q1 81',
      '2024-Q2 73',
      '2024-Q3 66',
      '2024-Q4 59',
    ]);
    expect(baseline?.compounded.value).toBeCloseTo(59 / 90, 12);
  });

  it('says why there is nothing to look ahead in, or why a number is not known', () => {
    const empty = (...rows: string[]): Scenarios => whatIf(notebookOf(rows));
    expect(empty('period').gaps).toMatchObject([{ code: 'no-year', message: 'No period has ended yet.' }]);
    expect(empty('period,start,new,lost', '2024-01-01/2024-02-10,9,0,1').gaps[0]?.message).toMatch(
      /custom length/,
    );
    const { baseline: blank, assumptions } = empty('period,start,end', '2024-Q2,100,90');
    expect(assumptions).toEqual([
      'No complete period says how many were lost and won, so nothing can be projected: enter both.',
    ]);
    expect(blank?.compounded.value).toBeNull();
    expect(blank?.endCustomers).toMatchObject({
      message: '2024-Q3: new and lost cannot be projected. Enter them.',
    });
    const unknown = whatIf(notebookOf(['period,start,end', '2024-Q2,100,90']), all('new', 0), all('lost', 5));
    expect(unknown.outcomes[0]?.endCustomers).toEqual({ value: 80 });
    const hole = empty('period,start,new,lost', '2024-Q1,100,,', '2024-Q2,100,0,1').baseline;
    expect(hole?.compounded).toMatchObject({ reason: 'contains-undefined-period' });
    expect(hole?.endCustomers).toEqual({ value: 97 });
  });

  it('goes on with what one period tells, and names what it does not tell', () => {
    const { baseline, assumptions } = whatIf(
      notebookOf(['period,start,new', '2024-Q2,100,5', '2024-Q3,100,']),
    );
    expect(assumptions[0]).toBe(
      'Periods without rows go on at the pooled rates of 2024-Q2: 5.0 % new of the customers at the start. A constant rate is a baseline, not a forecast.',
    );
    expect(baseline?.endCustomers).toMatchObject({
      message: '2024-Q3: lost cannot be projected. Enter it.',
    });
  });

  it('takes what is sound beside what it refuses', () => {
    const bad: ScenarioChange = { period: '2024-Q1', field: 'lost', value: 1 };
    const both = whatIf(notebookOf(QUARTERS), bad, all('lost', 10)).outcomes[0];
    const one = whatIf(notebookOf(QUARTERS), all('lost', 10)).outcomes[0];
    expect(both?.periods).toEqual(one?.periods);
    expect(both?.refused.map(({ change }) => change)).toEqual([bad]);
  });

  it('refuses what cannot be, and says which change it was', () => {
    const bad: ScenarioChange[] = [
      { period: '2024-Q1', field: 'lost', value: 1 },
      { period: '2025-Q1', field: 'lost', value: 1 },
      all('new', 1.5),
      all('lost', -1),
      all('goal', 0),
    ];
    const { gaps, outcomes, baseline } = whatIf(notebookOf(QUARTERS), ...bad);
    expect(gaps.map(({ message }) => message)).toEqual([
      'A: 2024-Q1 is complete: only what is still to come can be changed.',
      'A: 2025-Q1 is no remaining period of 2024.',
      'A: 1.5 is no number of customers: it must be whole and not negative.',
      'A: −1 is no number of customers: it must be whole and not negative.',
      'A: A goal is a percentage such as 85.',
    ]);
    expect(outcomes[0]?.refused.map(({ change }) => change)).toEqual(bad);
    expect(outcomes[0]?.endCustomers).toEqual(baseline?.endCustomers);
    const many = whatIf(notebookOf(QUARTERS), all('lost', 5000)).outcomes[0];
    expect(many?.endCustomers).toMatchObject({
      message: expect.stringMatching(/^2024-Q3: 5.000 cannot be lost of 1.028 customers\.$/) as string,
    });
    expect(() =>
      analyseScenarios(notebookOf(QUARTERS), null, Array(4).fill({ name: '', changes: [] })),
    ).toThrow(RangeError);
  });

  it('sums the segments where the file has no total, and looks at one of them', () => {
    const rows = ['period,segment,start,new,lost', '2024-Q2,A,100,0,10', '2024-Q2,B,200,0,40'];
    const notebook = notebookOf(rows);
    expect(whatIf(notebook).baseline?.periods[0]?.counts).toMatchObject({ start: 250, lost: 42 });
    expect(analyseScenarios(notebook, 'A', []).baseline?.endCustomers).toEqual({ value: 73 });
  });

  it('balances every period, starts each with what the last one left, and never invents a fraction', () => {
    const count = fc.integer({ min: 0, max: 300 });
    const fields = fc.constantFrom('new' as const, 'lost' as const, 'reactivated' as const);
    const names = fc.constantFrom(null, '2024-08', '2024-10', '2024-12');
    const change = fc.record({ period: names, field: fields, value: count });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(count, count, count), { minLength: 1, maxLength: 7 }),
        fc.array(change, { maxLength: 5 }),
        (months, changes) => {
          const rows = months.map(
            ([start, joined, lost], i) =>
              `2024-0${8 - months.length + i},${start},${joined},${Math.min(lost, start)}`,
          );
          const notebook = notebookOf(['period,start,new,lost', ...rows], { settings: ['goal: 90%'] });
          const [outcome] = whatIf(notebook, ...changes).outcomes;
          let before: number | null = null;
          for (const { counts, retained, customersShort: short } of outcome!.periods) {
            const { start, new: joined, lost, end, reactivated } = counts;
            if (start === null || joined === null || lost === null) continue;
            expect(end).toBe(start + joined + (reactivated ?? 0) - lost);
            expect(Number.isInteger(end)).toBe(true);
            if (before !== null) expect(start).toBe(before);
            before = end;
            if (retained !== null) expect(short).toEqual(customersShort(retained.held, start, percentOf(90)));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads the periods of a year, not the file', () => {
    const years = Array.from({ length: 200 }, (_, i) => i + 1824);
    const rows = years.flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter},1000,10,10`));
    const notebook = notebookOf(['period,start,new,lost', ...rows.slice(0, -2)]);
    whatIf(notebook);
    const reads = countReads(notebook);
    whatIf(notebook, all('lost', 5));
    expect(reads.count).toBeLessThan(400);
  });
});
