import { describe, expect, it } from 'vitest';
import { analyseRevenue } from '../../../../src/core';
import type { RevenueAnalysis } from '../../../../src/core';
import { countReads, month, notebookOf } from './notebooks';

const HEADER = 'period,start,new,lost,start_mrr,new_mrr,reactivated_mrr,expansion,contraction,churned_mrr';
const SETTINGS = [
  'currency: EUR',
  'gross_margin: 50%',
  'acquisition_cost: 100',
  'goal_grr: 92%',
  'goal_nrr: 95%',
];
const shape = ({ steps }: RevenueAnalysis) =>
  steps.map(({ id, amount, from, to }) => [id, amount.value, from, to]);
const messages = ({ gaps }: RevenueAnalysis): string[] => gaps.map(({ message }) => message);
const of = (rows: readonly string[], settings: readonly string[] = SETTINGS) =>
  analyseRevenue(notebookOf([HEADER, ...rows], { settings }), null);

describe('analyseRevenue', () => {
  it('shows the movements and the rates of the last complete period', () => {
    const revenue = of([
      '2024-06,9,0,0,1,1,,1,0,0',
      '2024-07,100,0,10,1000,100,,50,20,80',
      '2024-08,90,0,1,1050,0,,0,0,0',
    ]);
    expect(revenue.chosen?.period.name).toBe('2024-07');
    expect(revenue.chosen?.figures).toMatchObject({
      endRevenue: { value: 1050 },
      grr: { value: 0.9 },
      nrr: { value: 0.95 },
      grossRevenueChurn: { value: 0.1 },
      netRevenueChurn: { value: 0.05 },
      quickRatio: { value: 1.5 },
      // (1000 + 1050) of (100 + 90) customers; half of it is profit, over a lifetime of ten periods.
      arpa: { value: 2050 / 190 },
      cacPayback: { value: 100 / (2050 / 190 / 2) },
      retentionGain5: { value: 1 },
    });
    expect(revenue.chosen?.figures.ltv.value).toBeCloseTo((2050 / 190) * 5, 10);
    expect(shape(revenue)).toEqual([
      ['start', 1000, 0, 1000],
      ['new', 100, 1000, 1100],
      ['expansion', 50, 1100, 1150],
      ['contraction', -20, 1150, 1130],
      ['churned', -80, 1130, 1050],
      ['end', 1050, 0, 1050],
    ]);
    expect([revenue.grrGoal.gapPoints, revenue.nrrGoal.gapPoints]).toEqual([{ value: -2 }, { value: 0 }]);
    expect([revenue.baseline, revenue.discount, revenue.currency]).toEqual([{ value: 0.9 }, null, 'EUR']);
  });

  it('shows another period, and does not judge a running one', () => {
    const notebook = notebookOf([HEADER, '2024-07,1,0,0,10,0,5,0,0,1', '2024-08,1,0,0,14,0,,0,0,2'], {
      settings: SETTINGS,
    });
    expect(shape(analyseRevenue(notebook, null)).slice(0, 3)).toEqual([
      ['start', 10, 0, 10],
      ['new', 0, 10, 10],
      ['reactivated', 5, 10, 15],
    ]);
    const running = analyseRevenue(notebook, null, { period: '2024-08' });
    expect(running.chosen?.period.name).toBe('2024-08');
    expect(running.grrGoal.gapPoints).toMatchObject({ reason: 'incomplete-period' });
    expect(running.series.map(({ period }) => period.name)).toEqual(['2024-07', '2024-08']);
  });

  it('adds up segments; what one does not know nobody knows', () => {
    const notebook = notebookOf(
      [
        'period,segment,start_mrr,new_mrr,expansion,contraction,churned_mrr',
        '2024-06,A,100.10,0,0,0,10',
        '2024-06,B,200.20,0,30,0,0',
        '2024-07,A,100,0,0,,10',
        '2024-07,B,200,0,0,0,0',
      ],
      { settings: SETTINGS },
    );
    const { series } = analyseRevenue(notebook, null);
    expect(series[0]?.figures.endRevenue).toEqual({ value: 320.3 });
    expect(series[1]?.figures.grr).toMatchObject({ reason: 'blank' });
    expect(analyseRevenue(notebook, 'B').chosen?.figures.grr).toEqual({ value: 1 });
  });

  it('models the value of retention with the discount of a year', () => {
    const revenue = of(
      ['2024-07,100,0,25,100,0,,0,0,10'],
      [...SETTINGS, 'discount_rate: 10%', 'revenue_per_customer: 20'],
    );
    expect(revenue.discount).toBe(0.1);
    const gain = revenue.chosen?.figures.retentionGain5.value;
    expect(gain).toBeLessThan(0.25);
    expect(gain).toBeGreaterThan(0.23);
    expect(revenue.chosen?.figures.customerValue.value).toBeGreaterThan(38);
  });

  it('takes rows without customers for reports of revenue', () => {
    const revenue = of(['2024-06,100,0,10,1000,0,,0,0,100', '2024-07,,,,900,0,,0,0,9', '2024-08,,,,,,,,,']);
    expect(revenue.series.map(({ period }) => period.name)).toEqual(['2024-06', '2024-07']);
    expect(revenue.chosen?.figures).toMatchObject({ grr: { value: 0.99 }, arpa: { reason: 'blank' } });
  });

  describe('says what it cannot show', () => {
    it('without revenue, and still what retention is worth', () => {
      const revenue = analyseRevenue(notebookOf(['period,start,lost', '2024-07,100,25']), null);
      expect(messages(revenue)).toEqual([
        'The table has no recurring revenue. Add the columns start_mrr, new_mrr, expansion, contraction, churned_mrr.',
        'Set gross_margin and acquisition_cost to see what a customer is worth and when the cost of winning one is paid back.',
      ]);
      expect(revenue.chosen?.figures).toMatchObject({
        grr: { reason: 'needs-column' },
        ltv: { reason: 'needs-setting' },
        retentionGain5: { value: 0.25 },
      });
      expect(revenue.grrGoal).toMatchObject({ goal: null, gapPoints: { reason: 'no-goal' } });
      expect(revenue.steps.every(({ amount }) => amount.value === null)).toBe(true);
    });

    it('without a period', () => {
      const revenue = of([]);
      expect(revenue).toMatchObject({
        chosen: null,
        series: [],
        steps: [],
        baseline: { reason: 'no-period' },
      });
      expect(revenue.nrrGoal.gapPoints).toMatchObject({ reason: 'no-period' });
      expect(revenue.gaps.map(({ code }) => code)).toEqual(['no-period']);
    });

    it('without some columns or a currency', () => {
      const revenue = analyseRevenue(
        notebookOf(['period,start_mrr,contraction,churned_mrr', '2024-07,100,5,5'], {
          settings: SETTINGS.slice(1),
        }),
        null,
      );
      expect(messages(revenue)).toEqual([
        'The table has no columns new_mrr, expansion: figures that need them are left out.',
        'No currency is set: amounts are shown as plain numbers. Set currency, such as EUR.',
      ]);
      expect(revenue.chosen?.figures).toMatchObject({ grr: { value: 0.9 }, nrr: { reason: 'needs-column' } });
    });

    it.each([
      ['start_mrr', 'start'],
      ['new_mrr', 'new'],
      ['expansion', 'expansion'],
      ['contraction', 'contraction'],
      ['churned_mrr', 'churned'],
    ])('of a step whose column %s is blank', (column, step) => {
      const columns = ['start_mrr', 'new_mrr', 'expansion', 'contraction', 'churned_mrr'];
      const row = columns.map((name) => (name === column ? '' : '9')).join(',');
      const { steps } = analyseRevenue(
        notebookOf([`period,${columns.join(',')}`, `2024-07,${row}`], { settings: SETTINGS }),
        null,
      );
      expect(steps.find(({ id }) => id === step)?.amount).toMatchObject({
        reason: 'blank',
        message: expect.stringContaining(column) as string,
      });
    });

    it('of a start of 0, blank cells and jumps', () => {
      const revenue = of(
        [
          '2024-04,1,0,0,0,10,,0,0,0',
          '2024-05,1,0,0,12,0,,0,0,0',
          '2024-06,1,0,0,12,0,,0,,0',
          '2024-07,1,0,0,9,0,,0,0,0',
        ],
        [...SETTINGS.slice(0, 2)],
      );
      expect(messages(revenue)).toEqual([
        '2024-04 and 2024-06 lack figures of revenue. The first: start_mrr is 0: nothing could be kept or lost.',
        '2024-05 does not start with the revenue that the period before ended with: a movement is missing, or exchange rates moved.',
        'Set acquisition_cost to see when the cost of winning a customer is paid back.',
      ]);
      expect(revenue.gaps.map(({ rows }) => rows)).toEqual([[0, 2], [1], []]);
    });

    it('where more is lost than there was', () => {
      expect(of(['2024-07,1,0,0,100,0,,0,0,300']).chosen?.figures.grr).toEqual({ value: 0 });
    });
  });

  it('costs the periods it shows', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `${month(1774, 1, i)},100,0,10,1,1,1,1,1,1`);
    const notebook = notebookOf([HEADER, ...rows], { settings: SETTINGS });
    notebook.summary(null);
    const reads = countReads(notebook);
    expect(analyseRevenue(notebook, null).series).toHaveLength(12);
    expect(reads.count).toBeLessThan(400);
  });
});
