import { roundDecimal } from '../../../core';
import type { ComputedId } from './columns';
import { trimDecimal } from '../numbers';
import type { NumberDisplay } from '../numbers';
import type { Unit } from '../statistics';
import { text } from '../text';

/** How a result is shown and copied. */
export interface ResultKind {
  readonly unit: Unit;
  readonly write: (value: number, numbers: NumberDisplay) => string;
  /** What is copied: ASCII, with a decimal point, which the file's decimal sign replaces. */
  readonly copy: (value: number) => string;
}

const percent: ResultKind = {
  unit: 'share',
  write: (share, numbers) => numbers.percent(share),
  copy: (share) => `${roundDecimal(share, 1, 2)}%`,
};

/** The calculated columns. */
export const results: Record<ComputedId, ResultKind> = {
  crr: percent,
  churn: percent,
  gapPoints: {
    unit: 'points',
    write: (points, numbers) => `${numbers.signedPoints(points)}\u202f${text.summary.points}`,
    copy: (points) => roundDecimal(points, 1),
  },
  customersShort: { unit: 'plain', write: (count, numbers) => numbers.count(count), copy: plainNumber },
};

/** A number as a file or a spreadsheet reads it: ASCII, no exponent. */
export function plainNumber(value: number): string {
  return trimDecimal(roundDecimal(value, 10));
}
