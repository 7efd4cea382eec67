import type { NotebookPeriod } from '../metrics/notebookPeriods';
import { periodKey } from '../metrics/periodKey';
import type { AnalysisSource } from './source';

/** Periods of several segments side by side: place i of every list is the same period, null where there is no row. */
export interface SegmentAxis {
  /** Each period as whoever has it says it, oldest first. */
  readonly periods: readonly NotebookPeriod[];
  readonly total: readonly (NotebookPeriod | null)[];
  readonly segments: ReadonlyMap<string, readonly (NotebookPeriod | null)[]>;
}

/** The last periods that all customers or one of the segments have. Costs the periods times the segments. */
export function axisOf(notebook: AnalysisSource, segments: readonly string[], last: number): SegmentAxis {
  const total = notebook.periods(null, { last });
  const lists = new Map(segments.map((segment) => [segment, notebook.periods(segment, { last })]));
  const byKey = new Map<number, NotebookPeriod>();
  for (const list of [total, ...lists.values()]) {
    for (const period of list) {
      const key = keyOf(period);
      if (!byKey.has(key)) byKey.set(key, period);
    }
  }
  const periods = [...byKey.values()]
    .sort((a, b) => a.lastDay - b.lastDay || a.firstDay - b.firstDay)
    .slice(-last);
  const keys = periods.map(keyOf);
  const aligned = (list: readonly NotebookPeriod[]): readonly (NotebookPeriod | null)[] => {
    // Mostly all have the same periods.
    if (list.length === keys.length && list.every((period, index) => keyOf(period) === keys[index])) {
      return list;
    }
    const own = new Map(list.map((period) => [keyOf(period), period]));
    return keys.map((key) => own.get(key) ?? null);
  };
  return {
    periods,
    total: aligned(total),
    segments: new Map([...lists].map(([segment, list]) => [segment, aligned(list)])),
  };
}

function keyOf({ firstDay, lastDay }: NotebookPeriod): number {
  return periodKey(firstDay, lastDay);
}
