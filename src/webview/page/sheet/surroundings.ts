import type { PageColumn } from '../columns';
import type { NumberDisplay } from '../numbers';
import type { ViewCriteria } from '../order';
import type { Session } from '../session';
import { text } from '../text';
import type { NewRow } from './newRow';
import { nextRow } from './newRow';

/** What stands around the rows. */
export interface GridSurroundings {
  readonly columns: readonly PageColumn[];
  readonly numbers: NumberDisplay;
  /** Why nothing may be edited, or null. */
  readonly readOnly: string | null;
  /** What the last line offers. */
  readonly next: NewRow;
  /** How the rows are sorted and filtered. */
  readonly criteria: ViewCriteria;
}

/** What the grid has to know about a session besides its rows. */
export function surroundingsOf(session: Session, criteria: ViewCriteria): GridSurroundings {
  const { columns, numbers, readOnly, notebook } = session;
  return {
    columns,
    numbers,
    readOnly: readOnly === null ? null : text.readOnly[readOnly],
    next: nextRow(notebook.document),
    criteria,
  };
}
