import type { TemplateResult } from 'lit';
import type { SegmentAnalysis, SegmentLine } from '../../../../core';
import type { Chart } from '../../../../charts';
import type { DataTable, PanelPlace } from '../frame';
import { chartView } from '../frame';
import type { Choices } from './choices';
import { SHOWN } from './choices';
import { segmentsText as text } from './text';

/** What each picture of the panel is drawn from. */
export interface Drawing {
  readonly place: PanelPlace;
  readonly model: SegmentAnalysis;
  /** The segments that are drawn, in their order. */
  readonly lines: readonly SegmentLine[];
  /** Place of the later period on the axis; −1 when there is none. */
  readonly at: number;
}

/** The segments in the chosen order, the first twelve unless all are asked for. */
export function drawnOf(place: PanelPlace, model: SegmentAnalysis, choices: Choices): Drawing {
  const lines = orderedLines(model.lines, choices);
  return {
    place,
    model,
    lines: choices.all ? lines : lines.slice(0, SHOWN),
    at: model.periods.findIndex(({ name }) => name === model.after),
  };
}

function orderedLines(lines: readonly SegmentLine[], { order }: Choices): readonly SegmentLine[] {
  const rank = ({ after }: SegmentLine): number => {
    if (after === null) return Infinity;
    // Who has nothing to be ranked by comes last.
    if (order === 'rate') return after.crr.value ?? Infinity;
    return -(after.counts.start ?? -Infinity);
  };
  if (order === 'file') return lines;
  return [...lines].sort((a, b) => {
    const [one, two] = [rank(a), rank(b)];
    return one === two ? 0 : one - two;
  });
}

/** A picture of the segments. Picked is the one that the notebook shows; the same one again shows all customers. */
export function segmentsChart({ place }: Drawing, chart: Chart, table: DataTable): TemplateResult {
  const { session, actions } = place;
  return chartView({
    title: text.title,
    chart,
    table,
    actions,
    pick: {
      picked: session.segment,
      pick: (name) => actions.setSegment(name === session.segment ? null : name),
    },
  });
}
