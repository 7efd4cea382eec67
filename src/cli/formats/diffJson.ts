import type { FiguresDiff, MetricResult } from '../../core';
import { jsonText } from '../escape';
import type { NamedDiff } from './diffLines';

/** A figure in JSON: as `report` has it, and the change in percentage points. */
interface FigureJson {
  readonly before: MetricResult | null;
  readonly after: MetricResult | null;
  readonly change: number | null;
}

/** The JSON of `diff`: version 1, stable. Rows that are the same are counted, not listed. */
export function jsonDiff({ before, after, diff }: NamedDiff): string {
  const { same, counts, reordered, columns, settings, notes, summaries } = diff;
  const rows = diff.rows
    .filter(({ kind }) => kind !== 'same')
    .map((row) => ({
      kind: row.kind,
      period: row.period,
      segment: row.segment,
      beforeRow: numberOf(row.before),
      afterRow: numberOf(row.after),
      cells: row.cells.map((cell) => ({
        column: cell.column,
        before: cell.before,
        after: cell.after,
        sameValue: cell.sameValue,
      })),
      ...figuresOf(diff.figures(row)),
    }));
  const json = {
    version: 1,
    before,
    after,
    same,
    counts,
    reordered,
    columns,
    settings,
    rows,
    notes,
    summaries: summaries.map(({ segment, before: was, after: is, ...figures }) => ({
      segment,
      period: { before: was?.period ?? null, after: is?.period ?? null },
      ...figuresOf(figures),
    })),
  };
  return jsonText(json);
}

/** Rows are counted from 1, as in the notebook. */
function numberOf(row: number | null): number | null {
  return row === null ? null : row + 1;
}

function figuresOf({ crr, gapPoints }: FiguresDiff): { crr: FigureJson; gapPoints: FigureJson } {
  const figure = ({ before, after, change }: FiguresDiff['crr']): FigureJson => ({ before, after, change });
  return { crr: figure(crr), gapPoints: figure(gapPoints) };
}
