import type { NotebookPeriod } from '../metrics/notebookPeriods';
import type { AnalysisSource } from './source';

/** True for a period that means and tests may use: it has ended, and is no plan. */
export function isComplete({ incomplete, planned }: NotebookPeriod): boolean {
  return !incomplete && !planned;
}

/**
 * The last complete periods of a segment, oldest first; fewer where there are not so many. Costs those, and the running
 * ones.
 */
export function lastComplete(
  notebook: Pick<AnalysisSource, 'periods' | 'periodCount'>,
  segment: string | null,
  count: number,
): NotebookPeriod[] {
  const available = notebook.periodCount(segment);
  // Mostly one period is running; of overlapping custom ones any number may be.
  for (let asked = count + 1; ; asked *= 2) {
    const complete = notebook.periods(segment, { last: asked }).filter(isComplete);
    if (complete.length >= count || asked >= available) return complete.slice(-count);
  }
}
