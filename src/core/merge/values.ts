import { parseNumber } from '../document/number';
import { parsePercent } from '../document/percent';
import { parsePeriod } from '../document/period';
import type { ColumnKind } from '../document/types';

type Decimal = '.' | ',';

/**
 * True when two cells of a column mean the same, however they are written: `5` and `5.0`, `85%` and `0.85`,
 * `2024-Q1` and `2024-01-01/2024-03-31`. Text is the same only when it is equal.
 *
 * @example
 * sameValue('count', '5', '5.0', '.'); // true
 */
export function sameValue(
  kind: ColumnKind,
  one: string,
  other: string,
  decimal: Decimal,
  otherDecimal: Decimal = decimal,
): boolean {
  if (one === other) return kind === 'text' || decimal === otherDecimal || !/[.,]/.test(one);
  if (kind === 'text') return false;
  if (one.trim() === '') return other.trim() === '';
  switch (kind) {
    case 'count':
    case 'money': {
      const value = parseNumber(one, decimal);
      return value !== null && value === parseNumber(other, otherDecimal);
    }
    case 'percent': {
      const [a, b] = [parsePercent(one, decimal), parsePercent(other, otherDecimal)];
      return a !== null && b !== null && a.numerator * b.denominator === b.numerator * a.denominator;
    }
    case 'period': {
      const [a, b] = [parsePeriod(one), parsePeriod(other)];
      return a !== null && a.firstDay === b?.firstDay && a.lastDay === b.lastDay;
    }
    case 'segment':
      return one.trim() === other.trim();
  }
}
