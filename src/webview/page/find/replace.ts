import type { Session } from '../session';
import type { FoundCell } from './finder';
import { searchedText } from './finder';
import type { Matcher } from './query';

/** A cell of the file with its new text. */
export interface Replacement {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A found cell with its matches replaced, or null where it cannot be written. */
export function replacementOf(
  session: Session,
  cell: FoundCell,
  matcher: Matcher,
  by: string,
): Replacement | null {
  const column = session.columns[cell.column];
  const file = column?.source.file ?? null;
  if (column === undefined || file === null || session.readOnly !== null) return null;
  const before = searchedText(session, column)(cell.row);
  return { row: cell.row, column: file.index, text: matcher.replace(before, by) };
}
