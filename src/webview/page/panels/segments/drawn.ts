import type { SegmentAnalysis, SegmentLine } from '../../../../core';
import type { PanelPlace } from '../frame';
import type { Choices } from './choices';
import { SHOWN } from './choices';

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

/** The segment that the notebook shows, and the way to show another; the same one again is all customers. */
export function pickOf({ session, actions }: PanelPlace): {
  picked: string | null;
  pick: (name: string) => void;
} {
  return {
    picked: session.segment,
    pick: (name) => actions.setSegment(name === session.segment ? null : name),
  };
}
