import { readPercent, parseNumber } from '../../../core';
import type { PageColumn } from '../columns';
import { trimDecimal } from '../numbers';
import type { NumberDisplay } from '../numbers';
import type { RangeFilter } from './criteria';
import { results, plainNumber } from '../columns';
import { text } from '../text';

/** The ends of a range as typed; '' for none. */
export type TypedRange = Readonly<Record<'min' | 'max', string>>;

/** Why a range as typed is none: one sentence, about the ends that are wrong. */
export interface RangeRefusal {
  readonly at: readonly ('min' | 'max')[];
  readonly message: string;
}

/** Whether the column's numbers are shares, which people write as percentages. */
export function isShare({ source, kind }: PageColumn): boolean {
  return source.computed === null ? kind === 'percent' : results[source.computed].unit === 'share';
}

/**
 * Reads a range as people write its ends: `1250.5`, `−5` (of points), and `85`, `85 %` or `0.85` of a column
 * of percentages.
 *
 * @param decimal the file's decimal sign
 * @example
 * typedRange({ min: '85', max: '' }, crr, '.'); // { range: { min: 0.85, max: null }, refusal: null }
 */
export function typedRange(
  typed: TypedRange,
  column: PageColumn,
  decimal: '.' | ',',
):
  | { readonly range: Pick<RangeFilter, 'min' | 'max'>; readonly refusal: null }
  | { readonly range: null; readonly refusal: RangeRefusal } {
  const range = { min: typedEnd(typed.min, column, decimal), max: typedEnd(typed.max, column, decimal) };
  const at = (['min', 'max'] as const).filter((end) => range[end] === undefined);
  if (at.length > 0) {
    const message = at.map((end) => text.order.badNumber(typed[end].trim())).join(' ');
    return { range: null, refusal: { at, message } };
  }
  const { min = null, max = null } = range;
  if (min === null || max === null || min <= max) return { range: { min, max }, refusal: null };
  const message = text.order.badRange(typed.min.trim(), typed.max.trim());
  return { range: null, refusal: { at: ['min', 'max'], message } };
}

/** The number of an end, null for none, undefined for what is no number. */
function typedEnd(typed: string, column: PageColumn, decimal: '.' | ','): number | null | undefined {
  const trimmed = typed.trim().replace(/\s*pt$/, '');
  if (trimmed === '') return null;
  const negative = /^[-\u2212]/.test(trimmed);
  const digits = trimmed.replace(/^[-\u2212+]\s*/, '').replace(/\s+%$/, '%');
  const value = isShare(column) ? shareOf(digits, decimal) : parseNumber(digits, decimal);
  if (value === null) return undefined;
  return negative ? -value : value;
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
