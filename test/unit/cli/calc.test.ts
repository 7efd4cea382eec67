import { describe, expect, it } from 'vitest';
import { plain, retention } from './helpers';

interface Metric {
  readonly value: number | null;
  readonly reason?: string;
  readonly message?: string;
}

interface Calculated {
  readonly [name: string]: unknown;
  readonly crr: Metric;
  readonly churn: Metric;
  readonly wilson: { readonly low: number; readonly high: number; readonly level: number };
  readonly derived: readonly string[];
  readonly problems: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

async function json(...args: string[]): Promise<Calculated> {
  const { code, out, err } = await retention(['calc', ...args, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Calculated;
}

describe('retention calc --json', () => {
  it('calculates the guide’s example with its goal', async () => {
    const result = await json('--start', '500', '--new', '50', '--lost', '100', '--goal', '85%');
    expect(result).toMatchObject({
      version: 1,
      period: '',
      segment: '',
      start: 500,
      new: 50,
      lost: 100,
      end: 450,
      reactivated: null,
      derived: ['end'],
      crr: { value: 0.8 },
      churn: { value: 0.2 },
      endStartRatio: { value: 0.9 },
      netGrowth: { value: -50 },
      goal: { value: 0.85 },
      gapPoints: { value: -5 },
      customersShort: { value: 25 },
      lossAllowance: { value: 75 },
      problems: [],
    });
    expect(result.wilson.low).toBeCloseTo(0.7627, 4);
    expect(result.wilson.high).toBeCloseTo(0.8327, 4);
    expect(result.wilson.level).toBe(0.95);
  });

  it('has exactly the documented names, in their order', async () => {
    expect(Object.keys(await json('--start', '500', '--lost', '100'))).toEqual(
      (
        'version period segment start new lost end reactivated derived incomplete crr churn endStartRatio netGrowth ' +
        'goal gapPoints customersShort lossAllowance wilson problems'
      ).split(' '),
    );
  });

  it('gives 78 % where a published guide says 81 %', async () => {
    const result = await json('--start', '50000', '--new', '1000', '--end', '40000');
    expect(result).toMatchObject({
      crr: { value: 0.78 },
      lost: 11000,
      derived: ['lost'],
      churn: { value: 0.22 },
    });
  });

  it('gives a reason instead of a rate for start and end alone', async () => {
    const result = await json('--start', '100', '--end', '99');
    expect(result).toMatchObject({
      crr: { value: null, reason: 'new-and-lost-unknown' },
      endStartRatio: { value: 0.99 },
      new: null,
      lost: null,
      derived: [],
    });
    expect(result.crr.message).toContain('100 → 99');
    expect(result.problems.map(({ code }) => code)).toEqual(['R502']);
  });

  it('tells what contradicts itself', async () => {
    const result = await json('--start', '500', '--new', '50', '--lost', '100', '--end', '451');
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]).toMatchObject({ code: 'R501', severity: 'warning' });
    expect(Object.keys(result.problems[0]!)).toEqual(['code', 'severity', 'message']);
  });

  it.each([
    ['85%', 0.85],
    ['82.5 %', 0.825],
    ['0.85', 0.85],
    ['85', 0.85],
  ])('reads the goal %s', async (goal, value) => {
    expect(await json('--start', '10', '--lost', '1', `--goal=${goal}`)).toMatchObject({ goal: { value } });
  });

  it('subtracts customers who were won back', async () => {
    expect(await json('--start', '100', '--new', '5', '--end', '100', '--reactivated', '5')).toMatchObject({
      crr: { value: 0.9 },
      lost: 10,
    });
  });
});

describe('retention calc', () => {
  it('prints figures and the counts they come from', async () => {
    const { code, out } = await retention('calc --start 50000 --new 1000 --end 40000 --goal 85%'.split(' '));
    expect(code).toBe(0);
    expect(plain(out).split('\n')).toEqual([
      'Retention rate    78.0 %  77.6–78.4 % (95 %)',
      'Churn             22.0 %  11 000 lost',
      'End/start ratio   80.0 %',
      'Net growth       −10 000',
      'Goal              85.0 %',
      'Goal gap         −7.0 pt  3 500 customers short',
      'Loss allowance     7 500',
      '',
      'start 50 000 · new 1 000 · lost 11 000 (derived) · end 40 000',
      '',
    ]);
  });

  it('shows a dash and the reason for what does not exist', async () => {
    const { out } = await retention('calc --start 0 --new 5 --lost 0'.split(' '));
    expect(out).toContain('Retention rate   –  Start is 0');
    expect(out).toContain('info R502: No retention rate');
  });

  it.each([
    [['calc'], 'Nothing to calculate. Give at least --start'],
    [['calc', '500', '50'], '“500” belongs to no option'],
    [['calc', '--start', '1,000'], '--start 1,000: '],
    [['calc', '--start=-5'], '--start -5: '],
    [['calc', '--start', '-5'], '--start needs a value; one that begins with a dash is written --start=-5'],
    [['calc', '--start', 'abc'], '--start abc: '],
    [['calc', '--start', '5', '--goal', '1'], '--goal 1: '],
    [['calc', '--start', '5', '--goal', 'high'], '--goal high: '],
    [['calc', '--start='], '--start needs a value'],
    [['calc', '--start'], '--start needs a value'],
    [['calc', '--strat', '5'], 'There is no option --strat. Did you mean --start?'],
    [['calc', '--json=yes', '--start', '5'], '--json takes no value'],
  ])('refuses %j with what to write instead', async (argv, message) => {
    const { code, out, err } = await retention(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`retention: ${message}`);
  });
});
