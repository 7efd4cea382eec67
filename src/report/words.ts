import type { IntervalResult, MetricResult, RetentionDocument } from '../core';
import { formatCount, formatNumber, formatPercent } from '../core';
import type { Block, Figure } from './page';
import { text } from './text';

/** `76.3–83.3 %`, or a dash. */
export function intervalText(interval: IntervalResult): string {
  if (!('low' in interval)) return text.nothing;
  return `${formatPercent(interval.low).replace(/\s*%$/, '')}–${formatPercent(interval.high)}`;
}

/** A result through its formatter, or a dash. */
export function shown(result: MetricResult, write: (value: number) => string): string {
  return result.value === null ? text.nothing : write(result.value);
}

/** A figure whose remark says why where it does not exist. */
export function figure(
  label: string,
  result: MetricResult,
  write: (value: number) => string,
  remark = '',
  tone: Figure['tone'] = 'neutral',
): Figure {
  const known = result.value !== null;
  return {
    label,
    value: shown(result, write),
    remark: known ? remark : result.message,
    tone: known ? tone : 'neutral',
  };
}

export function customers(count: number): string {
  return text.customers(formatCount(count), count === 1);
}

/** An amount with the file's currency, where it has one. */
export function money({ settings }: Pick<RetentionDocument, 'settings'>): (amount: number) => string {
  const { currency } = settings;
  return (amount) => {
    const digits = Number.isInteger(amount) ? formatCount(amount) : formatNumber(amount, 2);
    return currency === null ? digits : `${digits} ${currency}`;
  };
}

export const heading = (words: string): Block => ({ kind: 'heading', text: words });
export const paragraph = (words: string): Block => ({ kind: 'text', text: words, weight: 'normal' });
export const lead = (words: string): Block => ({ kind: 'text', text: words, weight: 'lead' });
export const small = (words: string): Block => ({ kind: 'text', text: words, weight: 'small' });
