import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dayOf,
  daysIn,
  formatDay,
  formatPeriod,
  isoWeekOf,
  nextPeriod,
  nextPeriodText,
  parsePeriod,
  periodYear,
  periodsPerYear,
  repairPeriod,
} from '../../../../src/core';
import { parseDay, periodOn } from '../../../../src/core/document/period';
import { daysInMonth, weekStart, weekday, weeksInYear } from '../../../../src/core/document/calendar';

describe('calendar', () => {
  it('agrees with the built-in calendar on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (day) => {
        const date = new Date(day * 86_400_000);
        expect(dateOf(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
        expect(weekday(day)).toBe((date.getUTCDay() + 6) % 7);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts months on into other years', () => {
    expect(dayOf(2024, 13, 1)).toBe(dayOf(2025, 1, 1));
    expect(dayOf(2024, 0, 31)).toBe(dayOf(2023, 12, 31));
    expect(dayOf(0, 1, 1)).toBe(-719_528);
  });

  it.each([
    [2024, 2, 29],
    [2023, 2, 28],
    [2000, 2, 29],
    [1900, 2, 28],
    [2024, 4, 30],
    [2024, 12, 31],
  ])('knows the days of %i-%i: %i', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });

  it.each([
    ['2024-12-30', 2025, 1],
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2016-01-03', 2015, 53],
  ])('puts %s into ISO week %i-W%i', (day, year, week) => {
    expect(isoWeekOf(parseDay(day)!)).toEqual({ year, week });
  });

  it.each([
    [2015, 53],
    [2020, 53],
    [2024, 52],
    [2026, 53],
  ])('knows the weeks of %i: %i', (year, weeks) => {
    expect(weeksInYear(year)).toBe(weeks);
  });

  it('begins every ISO week on a Monday', () => {
    expect(formatDay(weekStart(2024, 5))).toBe('2024-01-29');
    expect(formatDay(weekStart(2021, 1))).toBe('2021-01-04');
  });
});

describe('parsePeriod', () => {
  it.each([
    ['2024', 'year', '2024-01-01', '2024-12-31'],
    ['2024-Q1', 'quarter', '2024-01-01', '2024-03-31'],
    ['2024-Q4', 'quarter', '2024-10-01', '2024-12-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2023-02', 'month', '2023-02-01', '2023-02-28'],
    ['2024-W05', 'week', '2024-01-29', '2024-02-04'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03'],
    ['2025-W01', 'week', '2024-12-30', '2025-01-05'],
    ['2024-02-29', 'day', '2024-02-29', '2024-02-29'],
    ['2024-01-01/2024-01-31', 'custom', '2024-01-01', '2024-01-31'],
    ['2024-01-01/2024-01-01', 'custom', '2024-01-01', '2024-01-01'],
    ['2024-01-15/P30D', 'custom', '2024-01-15', '2024-02-13'],
    ['2024-01-15/P1D', 'custom', '2024-01-15', '2024-01-15'],
    ['2024-01-15/P2W', 'custom', '2024-01-15', '2024-01-28'],
    ['2024-01-31/P1M', 'custom', '2024-01-31', '2024-02-28'],
    ['2024-02-29/P1Y', 'custom', '2024-02-29', '2025-02-27'],
    [' 2024-01 ', 'month', '2024-01-01', '2024-01-31'],
    ['0000', 'year', '0000-01-01', '0000-12-31'],
    ['9999-12-31', 'day', '9999-12-31', '9999-12-31'],
  ])('reads %j as a %s of %s to %s', (text, granularity, first, last) => {
    const period = parsePeriod(text)!;
    expect([period.granularity, formatDay(period.firstDay), formatDay(period.lastDay)]).toEqual([
      granularity,
      first,
      last,
    ]);
  });

  it.each([
    '',
    'soon',
    '24',
    '2024-',
    '2024-1',
    '2024-00',
    '2024-13',
    '2024-Q0',
    '2024-Q5',
    '2024-q1',
    '2024-W00',
    '2024-W53',
    '2023-02-29',
    '2024-01-32',
    '2024/01/01',
    '2024-01-31/2024-01-01',
    '2024-01-01/P0D',
    '2024-01-01/P30',
    '2024-01-01/30D',
    '2024-01/2024-02',
    '2024-01-01/2024-02',
    '9999-12-31/P9D',
    '2024-01-1',
    '２０２４',
  ])('reads %j as no period', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  it('reads what formatPeriod writes', () => {
    const texts = fc.oneof(
      fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')),
      fc
        .tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 4 }))
        .map(([y, q]) => `${y}-Q${q}`),
      fc
        .tuple(fc.integer({ min: 1000, max: 9998 }), fc.integer({ min: 1, max: 52 }))
        .map(([y, w]) => `${y}-W${String(w).padStart(2, '0')}`),
      fc.integer({ min: -300_000, max: 2_900_000 }).map(formatDay),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(formatPeriod(parsePeriod(text)!)).toBe(text);
      }),
    );
  });
});

describe('the next period', () => {
  it.each([
    ['2024-12', '2025-01'],
    ['2024-01', '2024-02'],
    ['2024-Q4', '2025-Q1'],
    ['2024-W52', '2025-W01'],
    ['2020-W52', '2020-W53'],
    ['2020-W53', '2021-W01'],
    ['2024', '2025'],
    ['2024-02-28', '2024-02-29'],
    ['2023-02-28', '2023-03-01'],
    ['2024-12-31', '2025-01-01'],
    ['2024-01-01/2024-01-31', '2024-02-01/2024-02-29'],
    ['2024-01-01/2024-03-31', '2024-04-01/2024-06-30'],
    ['2024-01-15/2024-02-13', '2024-02-14/2024-03-14'],
    ['2024-01-15/2024-01-31', '2024-02-01/2024-02-17'],
    ['2024-01-01/2024-01-20', '2024-01-21/2024-02-09'],
    ['2024-01-15/P30D', '2024-02-14/P30D'],
    ['2024-01-15/P1M', '2024-02-15/P1M'],
    ['9999', null],
    ['9999-12', null],
    ['9999-12-31', null],
    ['9999-12-01/P15D', '9999-12-16/P15D'],
    ['9999-12-01/P20D', null],
    ['nonsense', null],
  ])('of %s is %s', (text, next) => {
    expect(nextPeriodText(text)).toBe(next);
  });

  it('begins on the day after and is of the same kind', () => {
    const period = fc
      .constantFrom('2024', '2024-Q3', '2024-02', '2024-W09', '2024-02-29', '2024-02-10/P3W')
      .map((text) => parsePeriod(text)!);
    fc.assert(
      fc.property(period, fc.nat({ max: 200 }), (first, steps) => {
        let current = first;
        for (let step = 0; step < steps; step++) {
          const next = nextPeriod(current)!;
          expect(next.firstDay).toBe(current.lastDay + 1);
          expect(next.granularity).toBe(current.granularity);
          current = next;
        }
      }),
    );
  });
});

describe('periodOn', () => {
  const [first, last] = [dayOf(0, 1, 1), dayOf(9999, 12, 31)];

  it.each([
    [first, 'day', '0000-01-01'],
    [first, 'month', '0000-01'],
    [first, 'year', '0000'],
    [last, 'day', '9999-12-31'],
    [last, 'quarter', '9999-Q4'],
    [last, 'year', '9999'],
    [dayOf(2024, 12, 30), 'week', '2025-W01'],
    [dayOf(2024, 3, 31), 'quarter', '2024-Q1'],
  ] as const)('of day %i is, as a %s, %s', (day, granularity, text) => {
    expect(periodOn(day, granularity)).toEqual(parsePeriod(text));
  });

  it('is none outside the calendar', () => {
    for (const day of [first - 1, last + 1, Number.NaN]) expect(periodOn(day, 'day')).toBeNull();
  });
});

describe('period helpers', () => {
  it.each([
    ['2024-01', 31],
    ['2024', 366],
    ['2024-W05', 7],
    ['2024-01-15/P30D', 30],
  ])('%s has %i days', (text, days) => {
    expect(daysIn(parsePeriod(text)!)).toBe(days);
  });

  it.each([
    ['2025-W01', 2025],
    ['2020-W53', 2020],
    ['2024-12', 2024],
    ['2023-12-20/2024-01-10', 2023],
    ['2023-12-28/2024-01-10', 2024],
  ])('%s belongs to %i', (text, year) => {
    expect(periodYear(parsePeriod(text)!)).toBe(year);
  });

  it.each([
    ['day', 2024, 366],
    ['day', 2023, 365],
    ['week', 2020, 53],
    ['week', 2024, 52],
    ['month', 2024, 12],
    ['quarter', 2024, 4],
    ['year', 2024, 1],
    ['custom', 2024, null],
  ] as const)('a year has so many periods: %s in %i %s', (granularity, year, count) => {
    expect(periodsPerYear(granularity, year)).toBe(count);
  });
});

describe('repairPeriod', () => {
  it.each([
    ['2024-1', '2024-01'],
    ['2024/01', '2024-01'],
    ['2024/1/5', '2024-01-05'],
    ['2024-1-05', '2024-01-05'],
    ['2024.01.15', '2024-01-15'],
    ['2024-01-15 00:00:00', '2024-01-15'],
    ['2024-01-15T00:00:00.000Z', '2024-01-15'],
    ['2024-01-15T00:00:00+02:00', '2024-01-15'],
    ['202401', '2024-01'],
    ['20240115', '2024-01-15'],
    ['01/2024', '2024-01'],
    ['1.2024', '2024-01'],
    ['15.01.2024', '2024-01-15'],
    ['3.4.2024', '2024-04-03'],
    ['15/01/2024', '2024-01-15'],
    ['01/15/2024', '2024-01-15'],
    ['05/05/2024', '2024-05-05'],
    ['Jan-24', '2024-01'],
    ['Jan 2024', '2024-01'],
    ['january 2024', '2024-01'],
    ['Sept 2024', '2024-09'],
    ["Dec '24", '2024-12'],
    ['2024 Feb', '2024-02'],
    ['2024-Dec', '2024-12'],
    ['Q1 2024', '2024-Q1'],
    ['Q1-24', '2024-Q1'],
    ['q3/2024', '2024-Q3'],
    ['2024Q1', '2024-Q1'],
    ['2024 Q1', '2024-Q1'],
    ['2024-q1', '2024-Q1'],
    ['2024W5', '2024-W05'],
    ['2024-w05', '2024-W05'],
    ['W05 2024', '2024-W05'],
    ['KW 5/2024', '2024-W05'],
    ['2024-01-15/p30d', '2024-01-15/P30D'],
    ['2024-01-15 - 2024-02-13', '2024-01-15/2024-02-13'],
    ['2024-01-15 – 2024-02-13', '2024-01-15/2024-02-13'],
    ['2024-01-15..2024-02-13', '2024-01-15/2024-02-13'],
    ['2024-01/2024-03', '2024-01-01/2024-03-31'],
    ['2024-01 to 2024-03', '2024-01-01/2024-03-31'],
    [' 2024-1 ', '2024-01'],
  ])('knows that %j means %s', (text, repaired) => {
    expect(repairPeriod(text)).toEqual([repaired]);
  });

  it('offers both readings of a date that is another day in Europe than in America', () => {
    expect(repairPeriod('03/04/2024')).toEqual(['2024-04-03', '2024-03-04']);
  });

  it.each([
    '',
    'soon',
    '2024',
    '24-1',
    'Foo-24',
    '13/2024',
    '2024-13',
    'Q5 2024',
    '2024-W60',
    '32.01.2024',
    '45292',
    '9'.repeat(100),
  ])('does not guess at %j', (text) => {
    expect(repairPeriod(text)).toEqual([]);
  });
});
