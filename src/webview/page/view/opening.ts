import type { LiveNotebook } from '../../../core';
import type { GridEdit } from '../../grid';
import type { ColumnView } from '../columns';
import type { Hand } from '../conflicts';
import type { ViewCriteria } from '../order';
import type { PanelsState, Picture } from '../panels';
import type { Surroundings } from '../session';

/** What the view is opened with. */
export interface Opening extends Surroundings {
  readonly notebook: LiveNotebook;
  readonly segment: string | null;
  readonly order: ViewCriteria;
  readonly problemsOpen: boolean;
  readonly enterKey: 'edit' | 'down';
  readonly columns: ColumnView;
  readonly panels: PanelsState;
  /** What was being written by hand for a conflict. */
  readonly conflictHand: Hand | null;
}

/** What the view reports. */
export interface ViewEvents {
  onEdit(edit: GridEdit): void;
  onSelection(): void;
  /** A command copied what the browser does not let the page put on the clipboard. */
  onCopy(text: string): void;
  onSavePicture(picture: Picture): void;
  /** A command pastes, and the browser does not let the page read the clipboard. */
  onPasteWanted(): void;
}
