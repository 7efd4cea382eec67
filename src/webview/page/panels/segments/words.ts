import type { IntervalResult, MetricResult, NotebookPeriod, SegmentLine } from '../../../../core';
import { roundDecimal } from '../../../../core';
import type { NumberDisplay } from '../../numbers';
import { trimDecimal } from '../../numbers';
import { NO_VALUE } from '../../text';
import { segmentsText as text } from './text';

/** How a segment stands against the others. */
export type Standing = 'above' | 'below' | 'no-evidence' | 'unknown';

/** Judged by the p-value that allows for there being many segments. */
export function standingOf({ rest }: Pick<SegmentLine, 'rest'>): Standing {
  if (!('p' in rest) || rest.adjusted.value === null || rest.difference.value === null) return 'unknown';
  if (!rest.evidence) return 'no-evidence';
  return rest.difference.value > 0 ? 'above' : 'below';
}

/** The difference to the others, its interval and whether it may be chance; '' where that cannot be said. */
export function verdictText({ rest }: Pick<SegmentLine, 'rest'>, numbers: NumberDisplay): string {
  const standing = standingOf({ rest });
  if (standing === 'unknown' || !('p' in rest)) return '';
  return text.verdict[standing](
    pointsText(rest.difference.value ?? 0, numbers),
    betweenText(rest.interval, numbers),
    probabilityText(rest.adjusted.value ?? 1, numbers),
  );
}

/** A difference of two shares as points with their sign. */
export function pointsText(share: number, numbers: NumberDisplay): string {
  return text.points(numbers.signedPoints(100 * share));
}

/** The bounds of a difference. */
export function betweenText(interval: IntervalResult, numbers: NumberDisplay): string {
  if (!('low' in interval)) return NO_VALUE;
  return text.between(numbers.signedPoints(100 * interval.low), numbers.signedPoints(100 * interval.high));
}

/** Three decimals, and no zeros that it does not have. */
export function probabilityText(p: number, numbers: NumberDisplay): string {
  return p < 0.001
    ? text.pBelow(numbers.decimal('0.001'))
    : text.p(numbers.decimal(trimDecimal(roundDecimal(p, 3))));
}

export function rateText({ value }: MetricResult, numbers: NumberDisplay): string {
  return value === null ? NO_VALUE : numbers.percent(value);
}

/** The rate of a period that a segment may not have. */
export function rateIn(period: Pick<NotebookPeriod, 'crr'> | null, numbers: NumberDisplay): string {
  return period === null ? NO_VALUE : rateText(period.crr, numbers);
}

/** The bounds of a rate; '' where there are none. */
export function intervalText(interval: IntervalResult, numbers: NumberDisplay): string {
  return 'low' in interval
    ? text.interval(numbers.percentDigits(interval.low), numbers.percent(interval.high))
    : '';
}

export function countText(value: number | null | undefined, numbers: NumberDisplay): string {
  return value === null || value === undefined ? NO_VALUE : numbers.count(value);
}
