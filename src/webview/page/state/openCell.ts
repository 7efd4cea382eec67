import type { RetentionDocument } from '../../../core';
import type { EditorDraft } from '../../grid';
import type { PageColumn } from '../columns';
import type { KeyedCell } from '../notices';
import { findCells, intentOf, keyOfRow } from '../notices';

/** What of a notebook tells where a cell belongs. */
interface Table {
  readonly document: RetentionDocument;
  readonly columns: readonly PageColumn[];
}

/**
 * A draft by what its cell belongs to, or null where nothing can be typed. While the page is away others may add and
 * remove rows: a row's number alone would put the text into somebody else's cell.
 *
 * @param draft its row is the file's
 */
export function keyedDraft({ document, columns }: Table, draft: EditorDraft | null): KeyedCell | null {
  const file = draft === null ? null : (columns[draft.column]?.source.file ?? null);
  if (draft === null || file === null) return null;
  const cell = { row: draft.row, column: file.index, text: draft.text };
  return intentOf(document, [cell], '').cells[0] ?? null;
}

/**
 * The draft at the place where its cell is now, or null when that is gone. Of rows that look alike the one at its old
 * place is taken, else the first.
 */
export function draftInPlace(table: Table, draft: EditorDraft, typed: KeyedCell): EditorDraft | null {
  const { document, columns } = table;
  const column = columns.findIndex(({ source }) => source.file?.name === typed.column);
  const row = rowInPlace(document, draft.row, typed);
  return column === -1 || row === null ? null : { ...draft, row, column };
}

/** The row of a cell that was in `row`, by the same rules. */
export function rowInPlace(document: RetentionDocument, row: number, typed: KeyedCell): number | null {
  const there = Math.min(row, document.rowCount);
  const { period, segment } = keyOfRow(document, there);
  if (period === typed.period && segment === typed.segment) return there;
  const found = findCells(document, [typed])?.[0];
  if (found !== undefined) return found.row;
  // Typed into the line for a new row, which is wherever the file ends.
  return typed.period === '' && typed.segment === '' ? document.rowCount : null;
}
