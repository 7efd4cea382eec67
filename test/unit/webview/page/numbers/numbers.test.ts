import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundDecimal } from '../../../../../src/core';
import {
  roundDecimalText,
  scaledToDecimal,
  trimDecimal,
} from '../../../../../src/webview/page/numbers/decimal';
import { numberDisplay } from '../../../../../src/webview/page/numbers/numbers';

const en = numberDisplay(['en-US']);
const nnbsp = '\u202f';

describe('rounding half away from zero', () => {
  it('agrees with whole-number arithmetic on every rate of two counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: -1e9, max: 1e9 }), (of, held) => {
        // Tenths of a percent: floor(|held| · 1000 / of + 1/2), in integers.
        const tenths = (BigInt(Math.abs(held)) * 2000n + BigInt(of)) / (2n * BigInt(of));
        const exact = scaledToDecimal(held < 0 ? -tenths : tenths, 1);
        expect(roundDecimal(held / of, 1, 2)).toBe(exact);
      }),
      { numRuns: 2000 },
    );
  });

  it('is exact on decimal text longer than a double', () => {
    expect(roundDecimalText('90071992547409910.25', 1)).toBe('90071992547409910.3');
    expect(roundDecimalText('-0.00', 1)).toBe('0.0');
    expect(roundDecimalText('7', 2)).toBe('7.00');
  });

  it('trims only zeros that say nothing', () => {
    expect(trimDecimal('262.50')).toBe('262.5');
    expect(trimDecimal('100')).toBe('100');
    expect(trimDecimal('1.000')).toBe('1');
    expect(trimDecimal('-0.10')).toBe('-0.1');
  });
});

describe('number display', () => {
  it('follows the locale in grouping, decimal sign and percent', () => {
    expect(en.count(50000)).toBe('50,000');
    expect(en.percent(0.805)).toBe(`80.5${nnbsp}%`);
    expect(numberDisplay(['de-DE']).percent(0.805)).toBe(`80,5${nnbsp}%`);
    expect(numberDisplay(['fi']).percent(0.8)).toBe(`80,0${nnbsp}%`);
    expect(numberDisplay(['pl']).percent(1.0495)).toBe('105,0%');
    expect(numberDisplay(['fr']).count(1050)).toBe(`1${nnbsp}050`);
  });

  it('writes a true minus in every locale', () => {
    for (const locale of ['en', 'nl', 'fi', 'pl', 'da', 'de']) {
      const display = numberDisplay([locale]);
      for (const text of [display.signedPoints(-5), display.count(-5), display.percent(-0.05)]) {
        expect(text).toContain('\u2212');
        expect(text).not.toContain('-');
      }
    }
  });

  it('signs points, except a zero', () => {
    expect(en.signedPoints(5)).toBe('+5.0');
    expect(en.signedPoints(-5)).toBe('\u22125.0');
    expect(en.signedCount(50)).toBe('+50');
    expect(en.signedCount(-1000)).toBe('\u22121,000');
    expect(en.signedCount(0)).toBe('0');
    expect(en.signedPoints(-0.04)).toBe('0.0');
    expect(en.signedPoints(0)).toBe('0.0');
  });

  it('shows a written percentage as precisely as it was written', () => {
    expect(en.exactPercent(0.85)).toBe(`85${nnbsp}%`);
    expect(en.exactPercent(0.07)).toBe(`7${nnbsp}%`);
    expect(en.exactPercent(0.8255)).toBe(`82.55${nnbsp}%`);
    expect(numberDisplay(['de']).exactPercent(0.825)).toBe(`82,5${nnbsp}%`);
  });

  it('shows exact decimals of any length', () => {
    expect(en.decimal('0.3')).toBe('0.3');
    expect(en.decimal('90071992547409931.25')).toBe('90,071,992,547,409,931.25');
  });

  it('writes money in its currency, and a plain number without one', () => {
    expect(en.money(10.789, 'EUR')).toBe('€10.79');
    expect(en.money(25_000.4, 'EUR')).toBe('€25,000');
    expect(en.money(50, 'EUR')).toBe('€50');
    expect(en.money(10.5, null)).toBe('10.50');
    expect(en.signedMoney(-500, 'EUR')).toBe('\u2212€500');
    expect(en.signedMoney(500, null)).toBe('+500');
    expect(en.signedMoney(0, 'EUR')).toBe('€0');
    expect(numberDisplay(['de']).money(1250, 'EUR')).toBe(`1.250${nnbsp}€`);
  });

  it('writes as much small change as the currency has', () => {
    expect(en.money(10.5, 'JPY')).toBe('¥11');
    expect(en.money(1.2345, 'KWD')).toBe(`KWD${nnbsp}1.235`);
    expect(en.money(10.5, 'KWD')).toBe(`KWD${nnbsp}10.500`);
    expect(en.signedMoney(-0.5, 'EUR')).toBe('\u2212€0.50');
  });

  it('leaves the small change out where rounding leaves none', () => {
    expect(en.money(999.999, 'EUR')).toBe('€1,000');
    expect(en.money(-999.999, 'EUR')).toBe('\u2212€1,000');
    expect(en.money(999.99, 'EUR')).toBe('€999.99');
    expect(en.money(49.999, 'EUR')).toBe('€50');
    expect(en.money(999.9994, 'KWD')).toBe(`KWD${nnbsp}999.999`);
    expect(en.signedMoney(-0.001, 'EUR')).toBe('€0');
  });

  it('passes over locales the platform does not know', () => {
    expect(numberDisplay(['not a tag', 'de']).locale).toBe('de');
    expect(numberDisplay([null, undefined, '', 'xx-invalid-%%']).locale).toBe('en');
  });
});
