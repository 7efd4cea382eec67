import type { TextEdit } from '../../../core';
import type { Grid } from '../../grid';
import type { RowOrder } from '../order';
import type { Session } from '../session';

/** What finding needs of the page around it. */
export interface FindSurroundings {
  session(): Session;
  grid(): Grid;
  rows(): RowOrder;
  announce(sentence: string): void;
  /** One action of the user on the file. */
  edit(edits: readonly TextEdit[], label: string): boolean;
}
