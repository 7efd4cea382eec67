import type { RetentionDocument } from '../../../core';
import type { EditorDraft } from '../../grid';
import type { PageColumn } from '../columns';
import type { KeyedCell } from '../notices';
import { findCells, intentOf } from '../notices';

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
  if (column === -1) return null;
  const there = { ...draft, row: Math.min(draft.row, document.rowCount), column };
  const key = keyedDraft(table, there);
  if (key?.period === typed.period && key.segment === typed.segment) return there;
  const found = findCells(document, [typed])?.[0];
  if (found !== undefined) return { ...draft, row: found.row, column };
  // Typed into the line for a new row, which is wherever the file ends.
  return typed.period === '' && typed.segment === '' ? { ...draft, row: document.rowCount, column } : null;
}
