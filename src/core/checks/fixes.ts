import type { Fix } from '../document/problem';
import type { ColumnId, RetentionDocument } from '../document/types';
import { setCell, setCells } from '../document/edits';

/** "Set end to 451", or null when the number cannot be written or the file has no such column. */
export function setCountFix(
  document: RetentionDocument,
  row: number,
  id: ColumnId,
  value: number,
): Fix | null {
  const column = document.column(id);
  const text = numberText(document, value);
  if (column === null || text === null) return null;
  return { title: `Set ${id} to ${text}`, edits: setCell(document, row, column.index, text), safe: false };
}

/** One fix for cells of several rows, or null when one of them cannot be written. */
export function setCountsFix(
  document: RetentionDocument,
  title: string,
  changes: readonly { readonly row: number; readonly id: ColumnId; readonly value: number }[],
): Fix | null {
  const cells: { row: number; column: number; text: string }[] = [];
  for (const { row, id, value } of changes) {
    const column = document.column(id);
    const text = numberText(document, value);
    if (column === null || text === null) return null;
    cells.push({ row, column: column.index, text });
  }
  return { title, edits: setCells(document, cells), safe: false };
}

/** A count as the file writes it: digits with its decimal separator, nothing else. */
function numberText(document: RetentionDocument, value: number): string | null {
  const text = String(value);
  return /^\d+(?:\.\d+)?$/.test(text) ? text.replace('.', document.settings.decimal) : null;
}
