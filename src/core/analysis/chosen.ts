import type { NotebookPeriod, PeriodRange } from '../metrics/notebookPeriods';
import { isComplete } from './lastComplete';
import { lastOf } from './range';
import type { AnalysisRange } from './range';
import type { AnalysisSource } from './source';

/** Some of the last periods, by their names; what is not named, or not there, is the last complete one. */
export interface ChosenRange extends AnalysisRange {
  readonly from?: string;
  readonly to?: string;
  /** True for all of them, whatever is named. Default: false. */
  readonly together?: boolean;
}

/** The periods to choose from, and those chosen. */
export interface ChosenPeriods {
  /** Oldest first, the running one included. */
  readonly choices: readonly NotebookPeriod[];
  readonly chosen: readonly NotebookPeriod[];
}

/** One period, or several taken together, of a model that looks at those chosen. */
export interface ChosenSpan {
  /** The periods that can be chosen, oldest first. */
  readonly choices: readonly string[];
  /** The first and the last one taken together; the same for one period, null without any. */
  readonly first: string | null;
  readonly last: string | null;
  readonly periods: number;
  /** True when one of them ends after today. */
  readonly incomplete: boolean;
}

/**
 * The periods of a range. Only `from`, or only `to`, is one period; in the wrong order they are read the other way
 * round.
 */
export function choosePeriods(
  notebook: AnalysisSource,
  segment: string | null,
  range: ChosenRange & Pick<PeriodRange, 'revenue'>,
): ChosenPeriods {
  const count = lastOf(range, notebook.document.granularity);
  const choices = notebook.periods(segment, { last: count, revenue: range.revenue ?? false });
  if (range.together === true) return { choices, chosen: choices };
  const named = [range.from, range.to]
    .filter((name) => name !== undefined)
    .map((name) => choices.findIndex((period) => period.name === name))
    .filter((index) => index >= 0);
  if (named.length === 0) {
    const complete = choices.map(isComplete).lastIndexOf(true);
    named.push(complete >= 0 ? complete : choices.length - 1);
  }
  const [first, last] = [Math.min(...named), Math.max(...named)];
  return { choices, chosen: choices.slice(Math.max(0, first), last + 1) };
}

/** Which periods were chosen, by their names. */
export function spanOf({ choices, chosen }: ChosenPeriods): ChosenSpan {
  return {
    choices: choices.map(({ name }) => name),
    first: chosen[0]?.name ?? null,
    last: chosen.at(-1)?.name ?? null,
    periods: chosen.length,
    incomplete: chosen.some(({ incomplete }) => incomplete),
  };
}
