import type { TemplateResult } from 'lit';
import type { PageActions, Session } from '../../session';

/** The cells of the notebook below the grid, in the order in which they are offered. */
export const panelIds = [
  'trend',
  'flow',
  'reasons',
  'segments',
  'revenue',
  'whatIf',
  'benchmarks',
  'notes',
  'playbook',
] as const;
export type PanelId = (typeof panelIds)[number];

/** What a panel remembers of a choice. */
export type OptionValue = string | number | boolean | null;
/** What a panel remembers, by name; from another version of the extension it may be anything. */
export type PanelOptions = Readonly<Record<string, OptionValue>>;

/** What the page can have done for a panel. */
export interface PanelActions extends Pick<
  PageActions,
  'edit' | 'announce' | 'goToCell' | 'addColumn' | 'setSegment' | 'viewChanged'
> {
  /** Puts text on the clipboard. */
  copy(text: string): void;
  /** Asks where to save a picture, and saves it there as the kind that its name says. */
  savePicture(picture: Picture): void;
}

/** One drawing in the kinds it can be saved as. */
export interface Picture {
  /** Name of a file, without its ending. */
  readonly name: string;
  readonly svg: string;
  /** As Base64. */
  readonly png: string;
}

/** What a panel is drawn from. */
export interface PanelPlace {
  readonly session: Session;
  /** Width of its contents in CSS pixels. */
  readonly width: number;
  readonly actions: PanelActions;
  /** What it remembers. */
  readonly options: PanelOptions;
  /** Remembers a choice and draws the panel again. */
  setOption(name: string, value: OptionValue): void;
  /** Remembers several choices at once; the others stay. */
  setOptions(options: PanelOptions): void;
}

/** One cell of the notebook. It keeps nothing itself: what it shows follows from its place. */
export interface Panel {
  readonly id: PanelId;
  readonly title: string;
  view(place: PanelPlace): TemplateResult;
  /**
   * True while it remembers something that the file does not have yet, and will have once the file is saved: then it is
   * drawn also out of sight, because a field that is not there cannot be asked.
   */
  holdsDraft?(options: PanelOptions): boolean;
}

/**
 * The choice a panel remembers, or its first one.
 *
 * @example
 * chosen(place, 'range', ['12', '24', 'all']); // '12' until somebody chooses another
 */
export function chosen<T extends string>(
  { options }: Pick<PanelPlace, 'options'>,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  return choices.find((choice) => choice === options[name]) ?? choices[0];
}
