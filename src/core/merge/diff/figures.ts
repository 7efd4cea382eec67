import type { LiveNotebook } from '../../live/liveNotebook';
import type { MetricResult } from '../../metrics/result';
import type { FigureDiff, FiguresDiff, RowDiff, SummaryDiff } from './types';

const PERCENT = 100;
/** Differences of rates are made of doubles: this many decimals of a point are theirs, not the file's. */
const NOISE = 1e-9;

/** The figures of a row in both versions. */
export function rowFigures(before: LiveNotebook, after: LiveNotebook, row: RowDiff): FiguresDiff {
  const was = row.before === null ? null : before.row(row.before);
  const is = row.after === null ? null : after.row(row.after);
  return {
    crr: figureDiff(was?.crr ?? null, is?.crr ?? null, PERCENT),
    gapPoints: figureDiff(was?.gapPoints ?? null, is?.gapPoints ?? null, 1),
  };
}

/**
 * The summaries that differ: of all customers, then of each segment that either version has. In parts: the periods
 * of a version, then one summary after the other.
 */
export function* summaryDiffs(before: LiveNotebook, after: LiveNotebook): Generator<void, SummaryDiff[]> {
  for (const notebook of [before, after]) {
    notebook.periodCount(null);
    yield;
  }
  const summaries: SummaryDiff[] = [];
  for (const segment of [null, ...new Set([...after.segments, ...before.segments])]) {
    const has = (notebook: LiveNotebook): boolean => segment === null || notebook.segments.includes(segment);
    const was = has(before) ? before.summary(segment) : null;
    yield;
    const is = has(after) ? after.summary(segment) : null;
    yield;
    const crr = figureDiff(was?.retention ?? null, is?.retention ?? null, PERCENT);
    const gapPoints = figureDiff(was?.gapPoints ?? null, is?.gapPoints ?? null, 1);
    if (crr.differs || gapPoints.differs || was?.period !== is?.period) {
      summaries.push({ segment, before: was, after: is, crr, gapPoints });
    }
  }
  return summaries;
}

function figureDiff(before: MetricResult | null, after: MetricResult | null, scale: number): FigureDiff {
  const [was, is] = [before?.value ?? null, after?.value ?? null];
  if (was === null || is === null) return { before, after, change: null, differs: was !== is };
  const difference = (is - was) * scale;
  const change = Math.abs(difference) < NOISE ? 0 : difference;
  return { before, after, change, differs: change !== 0 };
}
