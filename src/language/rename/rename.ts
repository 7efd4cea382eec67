import type { RetentionDocument, TextEdit, TextRange } from '../../core';
import { renameColumn, renameSegment } from '../../core';
import { segmentTarget } from './segmentTarget';
import { columnTarget } from './columnTarget';

/** A name that can be changed everywhere at once. */
export interface RenameTarget {
  /** Exactly the name, without quotes around it. */
  readonly range: TextRange;
  /** What it says, to begin with. */
  readonly name: string;
  /**
   * The edits for another name.
   *
   * @throws RangeError with a sentence that says why it can't be taken
   */
  readonly edits: (name: string) => readonly TextEdit[];
}

/** Why nothing can be renamed. */
export interface Refusal {
  readonly message: string;
}

/**
 * The name at a place: of a segment (in a row, in the setting `segments`, in a task) or of a column (in the header, in
 * its setting `label_…`, in a task's reason), or why there is none.
 *
 * @example
 * renameTarget(document, offset); // { name: 'SMB', range: … }
 */
export function renameTarget(document: RetentionDocument, offset: number): RenameTarget | Refusal {
  if (document.readOnly !== null) return { message: text.readOnly };
  const segment = segmentTarget(document, offset);
  if (segment !== null) {
    const { name } = segment;
    return { ...segment, edits: (to) => renameSegment(document, name, to) };
  }
  const found = columnTarget(document, offset);
  if (found === null) return { message: text.nothing };
  const { column, range, name, prefix } = found;
  if (column.id !== null) return { message: text.known(column.name.trim()) };
  return { range, name, edits: (to) => renameColumn(document, column.index, prefix + to.trim()) };
}

/**
 * The edits that give the name at a place another text, or why it can't be taken.
 *
 * @example
 * rename(document, offset, 'Small'); // edits of all rows of the segment
 */
export function rename(
  document: RetentionDocument,
  offset: number,
  name: string,
): readonly TextEdit[] | Refusal {
  const target = renameTarget(document, offset);
  if ('message' in target) return target;
  try {
    return target.edits(name);
  } catch (error) {
    if (error instanceof RangeError) return { message: error.message };
    throw error;
  }
}

const text = {
  nothing: 'Only segments and columns can be renamed. Put the cursor on the name of one.',
  readOnly: 'The file can only be read as it is: see its first problem.',
  known: (name: string): string =>
    `“${name}” is a column of the format: its name says what its cells mean. The setting label_${name.toLowerCase()} gives it another heading.`,
};
