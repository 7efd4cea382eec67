import type { TextRange } from '../../core';

/** What an entry of the outline is, which decides its icon. */
export type OutlineKind =
  | 'settings'
  | 'setting'
  | 'columns'
  | 'column'
  | 'group'
  | 'row'
  | 'section'
  | 'task';

/** An entry of the outline. */
export interface OutlineItem {
  readonly kind: OutlineKind;
  /** Never blank. */
  readonly name: string;
  /** Beside the name; '' for nothing. */
  readonly detail: string;
  /** Everything that belongs to it. */
  readonly range: TextRange;
  /** What is selected when somebody goes there; inside `range`. */
  readonly nameRange: TextRange;
  readonly children: readonly OutlineItem[];
}
