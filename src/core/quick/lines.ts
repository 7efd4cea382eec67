import { COPY_FORMAT, formatCount, formatPercent } from '../format';
import type { NumberFormat } from '../format';
import type { MetricResult } from '../metrics/result';
import type { Translate } from './types';

export type QuickLineId =
  | 'balance'
  | 'retention'
  | 'churn'
  | 'gap'
  | 'short'
  | 'allowance'
  | 'keep'
  | 'interval'
  | 'yearly'
  | 'goalYearly'
  | 'ratio'
  | 'growth';

/** One result as a person sees it. */
export interface QuickLine {
  readonly id: QuickLineId;
  /** The field's standard name. */
  readonly label: string;
  /** `80.0 %`, or `–` when there is no number. */
  readonly value: string;
  /** The calculation written out, or the reason why there is no number. */
  readonly detail: string;
  /** What Copy and Insert give: ASCII, no groups. Null when there is no number. */
  readonly copyText: string | null;
}

const NO_VALUE = '–';

/** Writes results as lines in one language and number format. */
export class LineMaker {
  constructor(
    readonly t: Translate,
    readonly format: NumberFormat,
  ) {}

  count(value: number): string {
    return formatCount(value, this.format);
  }

  percent(share: number): string {
    return formatPercent(share, this.format);
  }

  percentLine(id: QuickLineId, label: string, result: MetricResult, detail: string): QuickLine {
    if (result.value === null) return this.missing(id, label, result.message);
    const copyText = formatPercent(result.value, COPY_FORMAT);
    return { id, label, value: this.percent(result.value), detail, copyText };
  }

  countLine(id: QuickLineId, label: string, result: MetricResult, detail: string): QuickLine {
    if (result.value === null) return this.missing(id, label, result.message);
    return {
      id,
      label,
      value: this.count(result.value),
      detail,
      copyText: formatCount(result.value, COPY_FORMAT),
    };
  }

  /** A line without a number, with the reason in its place. */
  missing(id: QuickLineId, label: string, why: string): QuickLine {
    return { id, label, value: NO_VALUE, detail: why, copyText: null };
  }
}
