import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FillOptions } from '../../../../src/core';
import { fillSeries, formatPeriod, nextPeriod, parsePeriod, repeatTexts } from '../../../../src/core';

const plain: FillOptions = { backwards: false, periods: false, decimal: '.', insist: false };

function filled(
  texts: readonly string[],
  count: number,
  options: Partial<FillOptions> = {},
): string[] | null {
  const text = fillSeries(texts, count, { ...plain, ...options });
  return text === null ? null : Array.from({ length: count }, (_, index) => text(index));
}

describe('fillSeries', () => {
  it.each<[string[], string[]]>([
    [['2024-11'], ['2024-12', '2025-01']],
    [['2024-Q3'], ['2024-Q4', '2025-Q1']],
    [['2024-W51'], ['2024-W52', '2025-W01']],
    [['2020-W52'], ['2020-W53', '2021-W01']],
    [['2024-02-28'], ['2024-02-29', '2024-03-01']],
    [
      ['2024-01', '2024-04'],
      ['2024-07', '2024-10'],
    ],
    [
      ['2024-03', '2024-02'],
      ['2024-01', '2023-12'],
    ],
    [['2024-01-15/P30D'], ['2024-02-14/P30D', '2024-03-15/P30D']],
    [['2024-01-15/P30D', '2024-02-14/P30D'], ['2024-03-15/P30D']],
    [
      ['2024-01', '2024-01', '2024-02', '2024-02'],
      ['2024-03', '2024-03', '2024-04'],
    ],
    [
      ['0.1', '0.2'],
      ['0.3', '0.4'],
    ],
    [
      ['1', '1.5'],
      ['2', '2.5'],
    ],
    [
      ['1.00', '1.50'],
      ['2.00', '2.50'],
    ],
    [
      ['10', '5'],
      ['0', '-5'],
    ],
    [['85%', '86%'], ['87%']],
    [['9007199254740993', '9007199254740995'], ['9007199254740997']],
    [['Segment 1'], ['Segment 2', 'Segment 3']],
    [
      ['A-008', 'A-009'],
      ['A-010', 'A-011'],
    ],
    [['FY22', 'FY24'], ['FY26']],
  ])('%j goes on with %j', (texts, expected) => {
    expect(filled(texts, expected.length)).toEqual(expected);
  });

  it.each<[string[]]>([
    [['500']],
    [['85%']],
    [['']],
    [['500', '']],
    [['SMB', 'Enterprise']],
    [['1', '2', '4']],
    [['2024-01', '2024-02', '2024-04']],
    [['2024-01', '2024-Q2']],
    [['2024-01-15/P30D', '2024-03-15/P30D']],
    [['9999-11-15/P30D']],
    [['1', '2%']],
    [['1,000', '2,000']],
    [['1.5.']],
    [['007']],
    [['01/02/2024']],
    [['2024']],
    [['constructor']],
    [['__proto__']],
  ])('%j is no series', (texts) => {
    expect(filled(texts, 3)).toBeNull();
  });

  it('takes a year for a year only among periods', () => {
    expect(filled(['2024'], 2, { periods: true })).toEqual(['2025', '2026']);
  });

  it('goes backwards', () => {
    expect(filled(['2024-02', '2024-03'], 2, { backwards: true })).toEqual(['2024-01', '2023-12']);
    expect(filled(['2021-W01'], 1, { backwards: true })).toEqual(['2020-W53']);
    expect(filled(['10', '20'], 2, { backwards: true })).toEqual(['0', '-10']);
    expect(filled(['Segment 2'], 2, { backwards: true })).toEqual(['Segment 1', 'Segment 0']);
    expect(filled(['Segment 2'], 3, { backwards: true })).toBeNull();
    expect(filled(['2024-01-15/P30D'], 1, { backwards: true })).toBeNull();
  });

  it('counts a single number when asked to', () => {
    expect(filled(['500'], 2, { insist: true })).toEqual(['501', '502']);
    expect(filled(['0,5'], 2, { insist: true, decimal: ',' })).toEqual(['1,5', '2,5']);
  });

  it('does not leave the calendar', () => {
    expect(filled(['9999-11'], 1)).toEqual(['9999-12']);
    expect(filled(['9999-11'], 2)).toBeNull();
    expect(filled(['0001-01'], 1, { backwards: true })).toBeNull();
    expect(filled(['9999-Q4'], 1)).toBeNull();
    expect(filled(['9999-W52'], 5)).toBeNull();
    expect(filled(['9999-12-31'], 1)).toBeNull();
  });

  const anyPeriod = fc
    .tuple(
      fc.integer({ min: 1, max: 9000 }),
      fc.constantFrom('', '-Q1', '-Q4', '-01', '-12', '-W01', '-W52', '-02-28', '-12-31'),
    )
    .map(([year, rest]) => String(year).padStart(4, '0') + rest);

  it('names the very periods that follow each other, there and back', () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: 1, max: 80 }), (first, count) => {
        const onward = filled([first], count, { periods: true })!;
        let period = parsePeriod(first)!;
        for (const text of onward) {
          period = nextPeriod(period)!;
          expect(text).toBe(formatPeriod(period));
        }
        const back = filled([onward.at(-1)!], count, { periods: true, backwards: true })!;
        expect(back.at(-1)).toBe(first);
      }),
    );
  });

  it('calculates with decimals exactly', () => {
    const decimal = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat({ max: 6 }));
    fc.assert(
      fc.property(
        decimal,
        fc.integer({ min: 1, max: 1e6 }),
        fc.nat({ max: 50 }),
        ([base, places], step, at) => {
          const write = (value: number): string => {
            const digits = String(Math.abs(value)).padStart(places + 1, '0');
            const split = digits.length - places;
            const text = places === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
            return value < 0 ? `-${text}` : text;
          };
          const texts = [write(base), write(base + step)];
          expect(fillSeries(texts, at + 1, plain)!(at)).toBe(write(base + step * (at + 2)));
        },
      ),
    );
  });

  it('never throws, whatever the cells say', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[-\d.,QW/PD% ]{0,12}$/));
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 5 }),
        fc.nat({ max: 20 }),
        fc.boolean(),
        (texts, count, flag) => {
          const result = filled(texts, count, { backwards: flag, periods: !flag, insist: flag });
          expect(result === null || result.every((filledText) => filledText !== '')).toBe(true);
        },
      ),
    );
  });
});

describe('repeatTexts', () => {
  it('repeats a pattern in both directions', () => {
    const down = repeatTexts(['a', 'b', 'c'], false);
    expect([0, 1, 2, 3].map(down)).toEqual(['a', 'b', 'c', 'a']);
    const up = repeatTexts(['a', 'b', 'c'], true);
    expect([0, 1, 2, 3].map(up)).toEqual(['c', 'b', 'a', 'c']);
  });
});
