import type { MetricResult } from '../core';
import { formatCount, formatPercent, formatPoints } from '../core';

/** What stands where a number does not exist. */
export const NOTHING = '–';

/** A result through its formatter, or a dash. */
export function figure(result: MetricResult, format: (value: number) => string): string {
  return result.value === null ? NOTHING : format(result.value);
}

export function countText(value: number | null): string {
  return value === null ? NOTHING : formatCount(value);
}

/** `25 customers short`, `goal reached`. */
export function shortText(result: MetricResult): string {
  return figure(result, (value) =>
    value === 0 ? 'goal reached' : `${formatCount(value)} ${value === 1 ? 'customer' : 'customers'} short`,
  );
}

export const percentText = (result: MetricResult): string => figure(result, formatPercent);
export const pointsText = (result: MetricResult): string => figure(result, formatPoints);

/** `1 error`, `2 warnings`. */
export function plural(count: number, word: string): string {
  return `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** Lines of a label and its value, aligned, and a remark where there is one. */
export function labelled(
  lines: readonly (readonly [label: string, value: string, remark?: string])[],
): string[] {
  const label = Math.max(...lines.map(([text]) => text.length));
  const value = Math.max(...lines.map(([, text]) => text.length));
  return lines.map(([text, figureText, remark = '']) =>
    `${text.padEnd(label)}  ${figureText.padStart(value)}  ${remark}`.trimEnd(),
  );
}
