import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, parsePercent, readPercent } from '../../../../src/core';
import { repairNumber } from '../../../../src/core/document/number';

describe('parseNumber', () => {
  it.each<[string, '.' | ',', number | null]>([
    ['0', '.', 0],
    ['00123', '.', 123],
    ['1250.50', '.', 1250.5],
    ['1250,50', ',', 1250.5],
    [' 5 ', '.', 5],
    ['\u00a05', '.', 5],
    ['9007199254740991', '.', 9_007_199_254_740_991],
    ['00009007199254740991', '.', 9_007_199_254_740_991],
    ['9007199254740990.5', '.', 9_007_199_254_740_990],
    ['9007199254740991.9', '.', null],
    ['9007199254740992', '.', null],
    ['9007199254740993', '.', null],
    ['123456789012345678901234567890', '.', null],
    ['90071992547409920.5', '.', null],
    ['0.1234567890123456789', '.', 0.12345678901234568],
    ['1,5', '.', null],
    ['1.5', ',', null],
    ['', '.', null],
    ['.5', '.', null],
    ['5.', '.', null],
    ['-5', '.', null],
    ['+5', '.', null],
    ['1e3', '.', null],
    ['Infinity', '.', null],
    ['0x10', '.', null],
    ['٣', '.', null],
    ['9'.repeat(400), '.', null],
  ])('reads %j with decimal %j as %s', (text, decimal, value) => {
    expect(parseNumber(text, decimal)).toBe(value);
  });

  it('reads every decimal number as the nearest double', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 12 }), (whole, places) => {
        const digits = String(whole).padStart(places + 1, '0');
        const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
        expect(parseNumber(text)).toBe(Number(text));
      }),
    );
  });
});

describe('repairNumber', () => {
  it.each<[string, '.' | ',', string, string[]]>([
    ['1,234', '.', 'grouping', ['1234', '1.234']],
    ['1.234', ',', 'grouping', ['1234', '1,234']],
    ['1,234,567', '.', 'grouping', ['1234567']],
    ['1.234,56', ',', 'grouping', ['1234,56']],
    ['1.234,56', '.', 'grouping', ['1234.56']],
    ['1,234.56', '.', 'grouping', ['1234.56']],
    ['12,34,567', '.', 'grouping', ['1234567']],
    ['1 234', '.', 'grouping', ['1234']],
    ['1\u00a0234\u00a0567', '.', 'grouping', ['1234567']],
    ["1'234.50", '.', 'grouping', ['1234.50']],
    ['1_000', '.', 'grouping', ['1000']],
    ['12,5', '.', 'grouping', ['12.5']],
    ['12.5', ',', 'grouping', ['12,5']],
    ['+5', '.', 'grouping', ['5']],
    ['1e3', '.', 'grouping', ['1000']],
    ['1.5E+3', '.', 'grouping', ['1500']],
    ['25e-1', ',', 'grouping', ['2,5']],
    ['$5', '.', 'grouping', ['5']],
    ['5 €', '.', 'grouping', ['5']],
    ['EUR 1,250.00', '.', 'grouping', ['1250.00']],
    ['100 kr', '.', 'grouping', ['100']],
    ['kr 100', '.', 'grouping', ['100']],
    ['kr. 100', '.', 'grouping', ['100']],
    ['100EUR', '.', 'grouping', ['100']],
    ['100€', '.', 'grouping', ['100']],
    ['1.25e2', '.', 'grouping', ['125']],
    ['.25', '.', 'grouping', ['0.25']],
    ['.5', '.', 'grouping', ['0.5']],
    ['5.', '.', 'grouping', ['5']],
    ['12,', '.', 'grouping', ['12']],
    [' 1e3 ', '.', 'grouping', ['1000']],
    ['0012e1', '.', 'grouping', ['120']],
    ['0e2', '.', 'grouping', ['0']],
    ['25e-4', '.', 'grouping', ['0.0025']],
    ['12e-2', ',', 'grouping', ['0,12']],
    ['5e-9', '.', 'grouping', ['0.000000005']],
    ['5e-12', '.', 'bad', []],
    ['5e15', '.', 'grouping', ['5000000000000000']],
    ['5e16', '.', 'large', []],
    ['5e21', '.', 'large', []],
    ['9007199254740992', '.', 'large', []],
    ['-9,007,199,254,740,992', '.', 'large', []],
    // One of its two readings is small enough.
    ['9007199254740,992', '.', 'grouping', ['9007199254740.992']],
    ['-5', '.', 'negative', ['5']],
    ['−5', '.', 'negative', ['5']],
    ['5-', '.', 'negative', ['5']],
    ['(1,250)', '.', 'negative', ['1250', '1.250']],
    ['-$5', '.', 'negative', ['5']],
    ['$-5', '.', 'negative', ['5']],
    ['-0', '.', 'grouping', ['0']],
    ['abc', '.', 'bad', []],
    ['5 customers', '.', 'bad', []],
    ['1.2.3', '.', 'bad', []],
    ['12,34', '.', 'grouping', ['12.34']],
    ['1,23,4', '.', 'bad', []],
    ['1,2345,678', '.', 'bad', []],
    ['1,23,456,789', '.', 'bad', []],
    ['5%', '.', 'bad', []],
    ['1e999', '.', 'bad', []],
    ['(5', '.', 'bad', []],
    ['5)', '.', 'bad', []],
    ['x(5)', '.', 'bad', []],
    ['(5)x', '.', 'bad', []],
    ['5€5', '.', 'bad', []],
    ['.5x', '.', 'bad', []],
    ['x5.', '.', 'bad', []],
    ['x1,234', '.', 'bad', []],
    ['1,234x', '.', 'bad', []],
    ['1e3x', '.', 'bad', []],
    ['x1e3', '.', 'bad', []],
    ['1e3.5', '.', 'bad', []],
    ['--5', '.', 'bad', []],
    ['NaN', '.', 'bad', []],
    ['1'.repeat(60), '.', 'large', []],
    [`${'1'.repeat(60)}.5`, '.', 'large', []],
    [`x${'1'.repeat(60)}`, '.', 'bad', []],
    ['0'.repeat(60), ',', 'bad', []],
  ])('says of %j with decimal %j: %s %j', (text, decimal, kind, candidates) => {
    expect(repairNumber(text, decimal)).toEqual({ kind, candidates });
  });

  it('offers only what the format accepts', () => {
    const text = fc.array(
      fc.constantFrom('1', '23', '456', ',', '.', ' ', "'", '-', '+', '€', 'e', '(', ')'),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(text, fc.constantFrom('.' as const, ',' as const), (parts, decimal) => {
        for (const candidate of repairNumber(parts.join(''), decimal).candidates) {
          expect(parseNumber(candidate, decimal)).not.toBeNull();
        }
      }),
    );
  });
});

describe('percentages', () => {
  it.each<[string, '.' | ',', number, number]>([
    ['85%', '.', 85, 100],
    ['82.5 %', '.', 825, 1000],
    ['82,5%', ',', 825, 1000],
    ['85.00%', '.', 85, 100],
    ['0.85', '.', 85, 100],
    ['0.5', '.', 5, 10],
    ['0%', '.', 0, 100],
    ['0', '.', 0, 1],
    ['100%', '.', 100, 100],
    ['105 %', '.', 105, 100],
    ['1%', '.', 1, 100],
    ['7%', '.', 7, 100],
    [' 85\u00a0% ', '.', 85, 100],
    ['90', '.', 90, 100],
    ['1000%', '.', 1000, 100],
  ])('reads %j with decimal %j exactly: %i/%i', (text, decimal, numerator, denominator) => {
    expect(parsePercent(text, decimal)).toEqual({ numerator, denominator, share: numerator / denominator });
  });

  it.each<[string, string, string[]]>([
    ['90', 'bare', ['90%']],
    ['1', 'ambiguous', ['100%', '1%']],
    ['1.0', 'ambiguous', ['100%', '1%']],
    ['85,5%', 'grouping', ['85.5%']],
    ['-5%', 'negative', ['5%']],
    ['-5', 'negative', ['5%']],
    ['1001', 'bad', []],
    ['2000%', 'bad', []],
    ['high', 'bad', []],
    ['%', 'bad', []],
    ['85%%', 'bad', []],
    ['', 'plain', []],
    ['85%', 'plain', []],
    ['0.85', 'plain', []],
  ])('says of %j: %s %j', (text, kind, candidates) => {
    const reading = readPercent(text, '.');
    expect([reading.kind, reading.candidates]).toEqual([kind, candidates]);
  });

  it('keeps whole numbers exact however many digits are written', () => {
    const { numerator, denominator } = parsePercent(`33.${'3'.repeat(40)}%`)!;
    expect(Number.isSafeInteger(numerator)).toBe(true);
    expect(numerator / denominator).toBeCloseTo(1 / 3, 12);
  });
});
