import { readPercent, parseNumber } from '../../../core';
import type { PageColumn } from '../columns';
import { trimDecimal } from '../numbers';
import type { NumberDisplay } from '../numbers';
import type { RangeFilter } from './criteria';
import { results, plainNumber } from '../columns';
import { text } from '../text';

/** An end of a range as typed: its number, null for none, or why it is not understood. */
export type TypedEnd =
  | { readonly value: number | null; readonly refusal: null }
  | { readonly value: null; readonly refusal: string };

/** Whether the column's numbers are shares, which people write as percentages. */
export function isShare({ source, kind }: PageColumn): boolean {
  return source.computed === null ? kind === 'percent' : results[source.computed].unit === 'share';
}

/**
 * Reads an end of a range as people write it: `1250.5`, `−5` (of points), and `85`, `85 %` or `0.85` of a
 * column of percentages.
 *
 * @param decimal the file's decimal sign
 */
export function typedEnd(typed: string, column: PageColumn, decimal: '.' | ','): TypedEnd {
  const trimmed = typed.trim().replace(/\s*pt$/, '');
  if (trimmed === '') return { value: null, refusal: null };
  const negative = /^[-\u2212]/.test(trimmed);
  const digits = trimmed.replace(/^[-\u2212+]\s*/, '').replace(/\s+%$/, '%');
  const value = isShare(column) ? shareOf(digits, decimal) : parseNumber(digits, decimal);
  if (value === null) return { value: null, refusal: text.order.badNumber(typed.trim()) };
  return { value: negative ? -value : value, refusal: null };
}

/** A bare 1 means 1 %: whoever filters by a percentage writes percentages. */
function shareOf(digits: string, decimal: '.' | ','): number | null {
  const reading = readPercent(digits, decimal);
  return reading.kind === 'ambiguous' ? 0.01 : (reading.value?.share ?? null);
}

/** An end of a range as it may be typed again; '' for none. */
export function endText(value: number | null, column: PageColumn, decimal: '.' | ','): string {
  if (value === null) return '';
  const plain = isShare(column) ? `${trimDecimal((value * 100).toFixed(8))} %` : plainNumber(value);
  return plain.replace('.', decimal);
}

/** A range in words: `80.0 % to 90.0 %`, `at least 500`. */
export function rangeText(column: PageColumn, { min, max }: RangeFilter, numbers: NumberDisplay): string {
  const write = (value: number): string => {
    if (column.source.computed !== null) return results[column.source.computed].write(value, numbers);
    return column.kind === 'percent' ? numbers.exactPercent(value) : numbers.decimal(plainNumber(value));
  };
  if (min === null) return max === null ? text.order.anyNumber : text.order.atMost(write(max));
  return max === null ? text.order.atLeast(write(min)) : text.order.between(write(min), write(max));
}
