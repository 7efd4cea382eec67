import type { Percent } from '../document/types';
import type { PeriodCounts } from '../metrics/evaluation';
import type { TextRange } from '../text/edit';

/** A count that quick input can name. */
export type QuickCount = keyof PeriodCounts;

export type SpanUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** How long the period of a calculation is: `{ count: 2, unit: 'month' }`. */
export interface QuickSpan {
  readonly count: number;
  readonly unit: SpanUnit;
}

/** What every kind of quick input may also say. */
interface QuickContext {
  readonly goal: Percent | null;
  /** Length of the period that the counts and the goal are about, where it was said. */
  readonly span: QuickSpan | null;
  /** The period as it would stand in a file, e.g. `2024-Q1`, where it was said. */
  readonly period: string | null;
}

/** `500 +50 -100`: the counts of one period as given; null is not given. */
export interface QuickCounts extends QuickContext {
  readonly kind: 'counts';
  readonly counts: PeriodCounts;
}

/**
 * `900 of 2000`: a part of the customers at the start. What they did decides the name of the rate:
 * `kept` is the retention rate, `returning` the returning-customer rate, `lost` the churn rate;
 * `unnamed` when the input does not say.
 */
export interface QuickShare extends QuickContext {
  readonly kind: 'share';
  readonly part: number;
  readonly whole: number;
  readonly meaning: 'kept' | 'returning' | 'lost' | 'unnamed';
}

/** `churn 5% per month`: a rate that is already known. */
export interface QuickRate extends QuickContext {
  readonly kind: 'rate';
  readonly of: 'retention' | 'churn';
  readonly rate: Percent;
}

export type QuickInterpretation = QuickCounts | QuickShare | QuickRate;

/** Another way to write the whole input, for a person to choose. */
export interface QuickOffer {
  readonly title: string;
  readonly text: string;
}

export type QuickReading =
  /** Nothing typed yet. */
  | { readonly status: 'empty' }
  /** Understood; `hint` says what would make it more complete, `notes` what was read in a way worth telling. */
  | {
      readonly status: 'read';
      readonly interpretation: QuickInterpretation;
      readonly notes: readonly string[];
      readonly hint: string | null;
    }
  /** Not understood: `range` is the place in the input, `offers` are the readings it may have meant. */
  | {
      readonly status: 'error';
      readonly message: string;
      readonly range: TextRange;
      readonly offers: readonly QuickOffer[];
    };

/**
 * Says an English message in the user's language, with `{0}`, `{1}` … replaced by the arguments.
 * `vscode.l10n.t` is one.
 */
export type Translate = (message: string, ...args: (string | number)[]) => string;

export interface QuickOptions {
  /** Decimal separator besides the point: `,` in a file that says so. A comma is otherwise never guessed. */
  readonly decimal?: '.' | ',';
  readonly t?: Translate;
}

/** The messages as they are written in the source. */
export const english: Translate = (message, ...args) =>
  message.replace(/\{(\d+)\}/g, (placeholder, index: string) => String(args[Number(index)] ?? placeholder));
