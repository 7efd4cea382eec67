import type { SegmentOptions } from '../../../../core';
import type { PanelPlace } from '../frame';
import { chosen, chosenRange } from '../frame';

/** The pictures of the panel, the first one unless another is chosen. */
export const views = ['rates', 'time', 'moved', 'pairs'] as const;
export type SegmentView = (typeof views)[number];

export const orders = ['rate', 'size', 'file'] as const;
export type SegmentOrder = (typeof orders)[number];

/** More than these are drawn only when asked for. */
export const SHOWN = 12;

/** A name of the file as a choice: with a sign before it, because it may be anything. */
export const named = (name: string): string => `=${name}`;

/** What somebody chose to look at. */
export interface Choices {
  readonly view: SegmentView;
  readonly order: SegmentOrder;
  /** True when all segments are to be drawn, however many there are. */
  readonly all: boolean;
  readonly options: SegmentOptions;
}

/** Reads what the panel remembers. */
export function choicesOf(place: PanelPlace): Choices {
  const { before, after, all } = place.options;
  const segments = chosenNames(place);
  const period = (value: unknown): string | null =>
    typeof value === 'string' && value.startsWith('=') ? value.slice(1) : null;
  const [earlier, later] = [period(before), period(after)];
  const view = chosen(place, 'view', views);
  return {
    view,
    order: chosen(place, 'order', orders),
    all: all === true,
    options: {
      last: chosenRange(place),
      pairs: view === 'pairs',
      ...(segments === null ? {} : { segments }),
      ...(earlier === null ? {} : { before: earlier }),
      ...(later === null ? {} : { after: later }),
    },
  };
}

/** The names of the chosen segments; null: all of them, those to come included. */
function chosenNames({ options: { segments } }: Pick<PanelPlace, 'options'>): readonly string[] | null {
  if (typeof segments !== 'string') return null;
  try {
    const names: unknown = JSON.parse(segments);
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : null;
  } catch {
    // Whatever another version kept here.
    return null;
  }
}

/** Remembers the chosen segments. */
export function chooseNames(place: PanelPlace, names: readonly string[]): void {
  const all = names.length === place.session.notebook.segments.length;
  place.setOption('segments', all ? null : JSON.stringify(names));
}
