import { describe, expect, it } from 'vitest';
import { parseQuickInput } from '../../../../src/core/quick/parse';
import { printQuick } from '../../../../src/core/quick/print';
import type { QuickOptions } from '../../../../src/core/quick/types';

function canonical(text: string, options?: QuickOptions): string {
  const reading = parseQuickInput(text, options);
  if (reading.status !== 'read') throw new Error(`${text}: ${JSON.stringify(reading)}`);
  return printQuick(reading.interpretation);
}

function fault(text: string, options?: QuickOptions) {
  const reading = parseQuickInput(text, options);
  if (reading.status !== 'error') throw new Error(`${text}: ${JSON.stringify(reading)}`);
  return {
    message: reading.message,
    place: text.slice(reading.range.start, reading.range.end),
    offers: reading.offers.map((offer) => offer.text),
  };
}

function hint(text: string): string | null {
  const reading = parseQuickInput(text);
  if (reading.status !== 'read') throw new Error(`${text}: ${JSON.stringify(reading)}`);
  return reading.hint;
}

function notes(text: string): readonly string[] {
  const reading = parseQuickInput(text);
  if (reading.status !== 'read') throw new Error(`${text}: ${JSON.stringify(reading)}`);
  return reading.notes;
}

const QUARTER = 'start=500 new=50 lost=100';

describe('what people write', () => {
  it.each([
    // signs
    ['500 +50 -100', QUARTER],
    ['500+50-100', QUARTER],
    ['500 + 50 − 100', QUARTER],
    ['-100 +50 500', QUARTER],
    ['500 +50 -100 = 450', `${QUARTER} end=450`],
    ['500 +50 -100 450', `${QUARTER} end=450`],
    ['500 +50 450', 'start=500 new=50 end=450'],
    ['500 -100 -> 450', 'start=500 lost=100 end=450'],
    // places
    ['500', 'start=500'],
    ['500 50', 'start=500 new=50'],
    ['500 50 100', QUARTER],
    ['500 50 100 450', `${QUARTER} end=450`],
    ['500 50 100 450 0', `${QUARTER} end=450 reactivated=0`],
    ['500,50,100,450', `${QUARTER} end=450`],
    ['500, 50, 100, 450', `${QUARTER} end=450`],
    ['500; 50; 100', QUARTER],
    ['500\t50\t100\t450', `${QUARTER} end=450`],
    ['500\r\n50\r\n100\r\n', QUARTER],
    ['0500 050 100', 'start=500 new=50 lost=100'],
    ['500 0050 0100', 'start=500 new=50 lost=100'],
    ['500 1000 50', 'start=500 new=1000 lost=50'],
    // names
    ['s=500 n=50 l=100', QUARTER],
    ['s:500, n: 50, l :100', QUARTER],
    ['s500 n50 l100', QUARTER],
    ['500s 50n 100l', QUARTER],
    ['START 500 New 50 lost 100', QUARTER],
    ['lost 100 new 50 start 500', QUARTER],
    ['50 new, 100 lost, start 500', QUARTER],
    ['50 new 100 lost 500 start', QUARTER],
    ['500 new 50 lost 100', QUARTER],
    ['500 customers, 50 new and 100 churned', QUARTER],
    ['we had 500 customers at the start, acquired 50, left 100', QUARTER],
    ['begin 500 w 50 verloren 100', QUARTER],
    ['start 500 won back 5 new 50 lost 100', 'start=500 new=50 lost=100 reactivated=5'],
    ['start 500 won-back 5 won 50', 'start=500 new=50 reactivated=5'],
    ['customers_start=500 customers_end=450 acquired=50', 'start=500 new=50 end=450'],
    ['CS 500 CN 50 CE 450', 'start=500 new=50 end=450'],
    ['new +50 lost -100 start 500', QUARTER],
    // start and end
    ['100 -> 99', 'start=100 end=99'],
    ['100→99', 'start=100 end=99'],
    ['100 => 99', 'start=100 end=99'],
    ['100 to 99', 'start=100 end=99'],
    ['from 100 to 99', 'start=100 end=99'],
    ['start 100 -> end 99', 'start=100 end=99'],
    ['100 -> 99, lost 21, won back 20', 'start=100 lost=21 end=99 reactivated=20'],
    // shares
    ['900 of 2000', '900 of 2000'],
    ['900 out of 2000', '900 of 2000'],
    ['900/2000', '900 of 2000'],
    ['45% of 2000', '900 of 2000'],
    ['900 of 2000 returned in 2 months', '900 of 2000 returning per 2 months'],
    ['900 of 2000 customers bought again', '900 of 2000 returning'],
    ['900 of 2000 at the start', '900 of 2000'],
    ['retained 900 of 2000', '900 of 2000 kept'],
    ['900 stayed of 2000', '900 of 2000 kept'],
    ['100 of 500 lost', '100 of 500 lost'],
    ['churn 100 of 500', '100 of 500 lost'],
    ['retention 400 of 500', '400 of 500 kept'],
    ['100 lost of 500 at the start', '100 of 500 lost'],
    ['2000 existing, 900 returned', '900 of 2000 returning'],
    // goals, rates and time
    ['s=500 n=50 l=100 goal=85%', `${QUARTER} goal=85%`],
    ['500 50 100 85%', `${QUARTER} goal=85%`],
    ['500 50 100 85% goal', `${QUARTER} goal=85%`],
    ['goal 82.5 % 500 50 100', `${QUARTER} goal=82.5%`],
    ['500 50 100 at least 85 percent', `${QUARTER} goal=85%`],
    ['500 50 100 >= 85%', `${QUARTER} goal=85%`],
    ['500 50 100 target > 85%', `${QUARTER} goal=85%`],
    ['500 50 100 goal 0.85', `${QUARTER} goal=85%`],
    ['500 50 100 goal 85', `${QUARTER} goal=85%`],
    ['goal 85% per month', 'goal=85% per month'],
    ['goal 85%/month', 'goal=85% per month'],
    ['goal 85% a year', 'goal=85% per year'],
    ['500 50 100 quarterly', `${QUARTER} per quarter`],
    ['500 50 100 month', `${QUARTER} per month`],
    ['500 +50 -100 months', `${QUARTER} per month`],
    ['500 50 100 per month per month', `${QUARTER} per month`],
    ['500 50 100 in 30 days', `${QUARTER} per 30 days`],
    ['95% monthly', 'retention=95% per month'],
    ['churn rate 5% per month goal 97%', 'churn=5% goal=97% per month'],
    ['2024-Q1 500 50 100', `period=2024-Q1 ${QUARTER}`],
    ['2024-01 500 50 100', `period=2024-01 ${QUARTER}`],
    ['period: 2024-10 500 50 100', `period=2024-10 ${QUARTER}`],
    ['2024-01-15/P30D 500 50 100', `period=2024-01-15/P30D ${QUARTER}`],
    ['Q1 2024: 500 +50 -100', `period=2024-Q1 ${QUARTER}`],
    ['Q1 2024: 500 50 100 450', `period=2024-Q1 ${QUARTER} end=450`],
    ["q1'2024 500 50 100", `period=2024-Q1 ${QUARTER}`],
    ['500 50 100 in Q1-2024', `period=2024-Q1 ${QUARTER}`],
    ['2024 Q1: 500 +50 -100', `period=2024-Q1 ${QUARTER}`],
    ['2024Q1 500 +50 -100', `period=2024-Q1 ${QUARTER}`],
    ['Jan 2024: 500 +50 -100', `period=2024-01 ${QUARTER}`],
    ['2024: 500 +50 -100', `period=2024 ${QUARTER}`],
    ['2024 : 500 +50 -100', `period=2024 ${QUARTER}`],
    // a year is a number where nothing says that it is a year
    ['2024 +50 -100', 'start=2024 new=50 lost=100'],
    ['start 2024: new 50, lost 100', 'start=2024 new=50 lost=100'],
    ['lost 2024 start 3000', 'start=3000 lost=2024'],
    ['Q1 2024.0 50 100', 'start=2024 new=50 lost=100 per quarter'],
    ['Q2: 500 customers at the start, 50 new, 100 lost.', `${QUARTER} per quarter`],
    ['Customers: 500, new: 50, lost: 100', QUARTER],
    ['500 customers: 50 new, 100 lost', QUARTER],
    ['We had 500. We won 50! We lost 100.', QUARTER],
    // numbers
    ['50k +1K -11k', 'start=50000 new=1000 lost=11000'],
    ['1.50000k +0.500k -0', 'start=1500 new=500 lost=0'],
    ['1.5M +0 -0', 'start=1500000 new=0 lost=0'],
    ["50'000 +1’000 -11_000", 'start=50000 new=1000 lost=11000'],
    ['50\u202f000 +1\u00a0000 -0', 'start=50000 new=1000 lost=0'],
    ['1.234.567 +5 -3', 'start=1234567 new=5 lost=3'],
    ['1,234.0 +5 -3', 'start=1234 new=5 lost=3'],
    ['1.234,0 +5 -3', 'start=1234 new=5 lost=3'],
    ['12.345.678,00 +5 -3', 'start=12345678 new=5 lost=3'],
    // the formula itself
    ['(450 − 50) / 500', 'start=500 new=50 end=450'],
    ['(450-50)/500 * 100', 'start=500 new=50 end=450'],
    ['(450 − 50 − 5) / 500 = 79.0 %', 'start=500 new=50 end=450 reactivated=5'],
    ['start 500 · new 50 · lost 100 → end 450 (derived)', `${QUARTER} end=450`],
  ])('reads “%s”', (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it('says in notes what it read in a way worth telling', () => {
    expect(notes('500 +50 -100')).toEqual([]);
    expect(notes('50k +0 -0')).toEqual(['Read 50k as 50000.']);
    expect(notes("50'000 +0 -0")).toEqual(["Read 50'000 as 50000."]);
    expect(notes('goal 85 500 50 100')).toEqual(['Read 85 as 85 %.']);
    expect(notes('goal 0.85 500 50 100')).toEqual(['Read 0.85 as 85 %.']);
    expect(notes('Q1 2024: 500 50 100')).toEqual(['Read Q1 2024 as the period 2024-Q1.']);
    expect(notes('2024-Q1 500 50 100')).toEqual([]);
    expect(notes('500 50 100 goal > 85%')).toEqual(['A goal counts as reached when the rate equals it.']);
  });

  it('takes a decimal comma where the file has one, but still never guesses groups', () => {
    expect(canonical('500 50 100 82,5%', { decimal: ',' })).toBe(`${QUARTER} goal=82.5%`);
    expect(fault('50,000 5 5', { decimal: ',' }).offers).toContain('50000 5 5');
  });
});

describe('what cannot be read', () => {
  it.each([
    ['50,000 +1,000 -11,000', '50,000', ['50000 +1000 -11000', '50 +1 -11']],
    ['50.000 5 5', '50.000', ['50000 5 5', '50 5 5']],
    ['50.010 5 5', '50.010', ['50010 5 5', '50.01 5 5']],
    ['1234.567.890 5 5', '1234.567.890', ['1234567890 5 5']],
    ['01.234.567 5 5', '01.234.567', ['01234567 5 5']],
    ['50,123 5 5', '50,123', ['50123 5 5', '50.1230 5 5', '50 123 5 5']],
    ['50 000 +1 000 -11 000', '50 000', ['50000 +1000 -11000', '50, 0 +1, 0 -11, 0']],
    ['1 234 +50 -100', '1 234', ['1234 +50 -100', '1, 234 +50 -100']],
    ['s=12 345  678 − 100', '12 345  678', ['s=12345678 − 100', 's=12, 345, 678 − 100']],
    ['500,50', '500,50', ['500.50', '500 50']],
    ['goal 82,5%', '82,5', ['goal 82.5%']],
    ['1,2.3 5', '1,2.3', ['123 5']],
    ['2024-10 500 50 100', '2024-10', ['period=2024-10 500 50 100', '2024 -10 500 50 100']],
    ['1e5', '1e5', ['100000', '1 -> 5']],
    ['goal 1', '1', ['goal 1%', 'goal 100%']],
    ['start 500 lsot 100', 'lsot', ['start 500 lost 100']],
    ['500 +50 +5 -100', '+5', ['500 +55 -100', '500 +50 reactivated=5 -100']],
    ['500 +95 +10 -100', '+10', ['500 +105 -100', '500 +95 reactivated=10 -100']],
    ['500 -50 -5', '-5', ['500 -55']],
    ['start -5', '-5', ['start 5']],
    ['goal -5%', '-5%', ['goal 5%']],
  ])('offers other ways to write “%s”', (text, place, offers) => {
    const found = fault(text);
    expect(found.place).toBe(place);
    expect(found.offers).toEqual(offers);
  });

  it.each([
    ['€500', '€', /currency/],
    ['500 ~ 5', '~', /no meaning/],
    ['500 wombat 5', 'wombat', /not a word I know/],
    ['s=500 s=600', '600', /given twice/],
    ['500 50 100 450 3 7', '7', /more numbers/],
    ['12.5 3 4', '12.5', /whole/],
    ['99999999999999999999 1 1', '99999999999999999999', /too large/],
    ['lost 20% start 500', '20%', /not a percentage/],
    ['100 -> 99 -> 98', '->', /second arrow/],
    ['1 of 2 of 3', 'of', /twice/],
    ['900 of 500', '900', /more than/],
    ['900 of 2000 lost 5', '5', /complete/],
    ['45.33% of 2000', '45.33%', /whole number of customers/],
    ['900 returning', '900', /Part of how many/],
    ['kept 900 of 2000 lost', 'lost', /does not say/],
    ['end 900 of 2000', 'end', /does not say/],
    ['start 500 new kept 400 lost 5', 'new', /missing beside/],
    ['start 500 kept 400 lost 5', '5', /no place/],
    ['goal 85% goal 90% 500 50 100', '90%', /twice/],
    ['goal 5000% 500 50 100', '5000%', /1000 %/],
    ['goal 12.3456789012345% 500', '12.3456789012345%', /too many digits/],
    ['start 500 kept 400 returned 300', '300', /Only one part of the customers/],
    ['churn 5% retention 90%', '90%', /Only one rate/],
    ['900 of 2000 churn 5%', '5%', /either the rate or the numbers/],
    ['1.2345k 5 5', '1.2345k', /whole/],
    ['goal 900 of 2000', 'goal', /does not say/],
    ['churn 5% start 500', '5%', /either/],
    ['500 per month 50 per year', 'year', /lengths of time/],
    ['500 in 2 months 50 in 3 months', 'months', /lengths of time/],
    ['= 450', '=', /name is missing/],
    ['lost = start 500', '=', /number is missing/],
    ['500 + - 5', '+', /number is missing/],
    ['100 -> >= 5', '->', /number is missing after “->”/],
    ['period=2024-13 500 5 5', '2024-13', /is no period/],
    ['500 5 5 period=2024-13 ', '2024-13', /is no period/],
    ['period=2024-Q1 period=2024-Q2', '2024-Q2', /period is given twice/],
  ])('says what is wrong with “%s” and where', (text, place, message) => {
    const found = fault(text);
    expect(found.place).toBe(place);
    expect(found.message).toMatch(message);
  });

  it('offers the percentage that a share without a name may be', () => {
    expect(fault('500 50 100 0.85')).toMatchObject({ place: '0.85', offers: ['500 50 100 85%'] });
    expect(fault('0.825')).toMatchObject({
      message: 'Customers are whole: 0.825 is not.',
      offers: ['82.5%'],
    });
    expect(canonical('500 50 100 85%')).toBe(`${QUARTER} goal=85%`);
    for (const text of ['1.5', 'lost 0.2 start 500', '0.2 of 500', '0.123456789012345678 5']) {
      expect(fault(text).offers, text).toEqual([]);
    }
  });

  it('shows the place of a fault in what was typed, in the formula too', () => {
    const reading = parseQuickInput('  (9011111111111111−5)/2 ');
    expect(reading).toMatchObject({ status: 'error', range: { start: 2, end: 24 } });
  });

  it('refuses what nobody types', () => {
    expect(fault('5 '.repeat(2000)).message).toMatch(/too long/);
  });
});

describe('while typing', () => {
  it.each(['', ' ', '\n'])('has nothing to say about %j', (text) => {
    expect(parseQuickInput(text)).toEqual({ status: 'empty' });
  });

  it.each([
    '500 +50 -100',
    's=500 n=50 l=100 goal=82.5% per month',
    '100 -> 99',
    '50 new, 100 lost, start 500',
  ])('never stumbles over a beginning of “%s”', (text) => {
    for (let length = 1; length <= text.length; length++) {
      const reading = parseQuickInput(text.slice(0, length));
      // `goal=8` is 8 %, but no beginning may be called wrong.
      expect(reading.status, text.slice(0, length)).toBe('read');
    }
  });

  it('says what comes next', () => {
    expect(hint('500')).toMatch(/\+50 -100/);
    expect(hint('500 50')).toMatch(/500 -> 50/);
    expect(hint('100 -> 99')).toMatch(/lost=21/);
    expect(hint('s=500 n=')).toMatch(/number for “n”/);
    expect(hint('start 500 new')).toMatch(/number for “new”/);
    expect(hint('500 +')).toMatch(/number/);
    expect(hint('500 lo')).toMatch(/Names are/);
    expect(hint('period')).toMatch(/period=2024-Q1/);
    expect(hint('goal 85% per month')).toMatch(/Now the customers/);
    expect(hint('new 50 lost 3')).toMatch(/start=500/);
    expect(hint('500 +50 -100')).toBeNull();
    expect(hint('start 500 lost 100')).toBeNull();
    expect(hint('new 50 lost 100 end 450')).toBeNull();
  });
});
