import type { Column, RetentionDocument, TextRange } from '../../core';
import { LABEL_PREFIX } from '../../core';
import { touches, unquotedRange } from './segmentTarget';

/** A column, and what names it at some place. */
export interface ColumnPlaceOfName {
  readonly column: Column;
  readonly range: TextRange;
  readonly name: string;
  /** What stands before it in the column's name: `reason_`, where a task names the reason alone. */
  readonly prefix: string;
}

/** The column that is named at a place, or null. */
export function columnTarget(document: RetentionDocument, offset: number): ColumnPlaceOfName | null {
  return inHeader(document, offset) ?? inLabel(document, offset) ?? inTask(document, offset);
}

function inHeader({ columns }: RetentionDocument, offset: number): ColumnPlaceOfName | null {
  const column = columns.find(({ range }) => touches(range, offset));
  if (column === undefined || column.name.trim() === '') return null;
  return { column, range: unquotedRange(column.range, column.name), name: column.name, prefix: '' };
}

function inLabel({ front, columns }: RetentionDocument, offset: number): ColumnPlaceOfName | null {
  const entry = front?.entries.find(({ keyRange }) => touches(keyRange, offset));
  if (entry === undefined || !entry.key.startsWith(LABEL_PREFIX)) return null;
  const name = entry.key.slice(LABEL_PREFIX.length);
  const column = columns.find((candidate) => candidate.name.trim().toLowerCase() === name.toLowerCase());
  if (column === undefined) return null;
  const range = { start: entry.keyRange.start + LABEL_PREFIX.length, end: entry.keyRange.end };
  return { column, range, name, prefix: '' };
}

function inTask({ playbook, columns }: RetentionDocument, offset: number): ColumnPlaceOfName | null {
  for (const { attributes, reason } of playbook) {
    const attribute = attributes.find(({ key }) => key === 'reason');
    if (attribute === undefined || reason === null || !touches(attribute.valueRange, offset)) continue;
    const column = columns.find((candidate) => candidate.reason === reason);
    if (column === undefined) return null;
    return { column, range: unquotedRange(attribute.valueRange, reason), name: reason, prefix: 'reason_' };
  }
  return null;
}
