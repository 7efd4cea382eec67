import type { Percent } from '../document/types';
import type { RateSums, Retained } from './mean';
import type { NotebookPeriod } from './notebookPeriods';
import type { PointValue } from './point';

/** The periods of a segment, or of all customers, in the order of time, each once: what a summary reads. */
export interface Series {
  readonly length: number;
  /** How many periods ended by today; they are the first ones. */
  readonly ended: number;
  /** Totals of the periods that ended. */
  readonly sums: RateSums;
  firstDay(index: number): number;
  lastDay(index: number): number;
  retained(index: number): Retained | null;
  /** The period's own goal. */
  goal(index: number): Percent | null;
  /** Everything the period says; dearer than the rest. */
  value(index: number): PointValue;
  /** The period as its first row writes it. */
  name(index: number): string;
  /** The rows that say it, in the order of the file: one, or one for each segment of a sum. */
  rowsAt(index: number): readonly number[];
  /** `value` and `name` of the period whose rows are known already. */
  valueOf(rows: readonly number[]): PointValue;
  nameOf(rows: readonly number[]): string;
  /** The period as it was read since it last changed, if it was; `planned` is for the reader to compare. */
  kept(index: number): NotebookPeriod | undefined;
  keep(index: number, period: NotebookPeriod): void;
  /** True when one of them has an amount of recurring revenue. */
  hasRevenue(index: number): boolean;
}
