import type { LiveNotebook, TextRange } from '../../core';
import { columnHover, settingHover } from './headHover';
import { rowHover } from './rowHover';

/** What is said about a place of the text. */
export interface Hover {
  readonly range: TextRange;
  /** Markdown; texts of the file are escaped in it. */
  readonly markdown: string;
}

/**
 * What to say about a place: a row's calculation with its numbers, or what a column or a setting means. Null elsewhere.
 * Costs the row.
 *
 * @example
 * hoverAt(LiveNotebook.open('period,start,new,lost\n2024,500,50,100\n'), 25)?.markdown;
 * // '**2024** · 2024-01-01 to 2024-12-31\n\nRetention: (450 − 50) / 500 = **80.0 %** …'
 */
export function hoverAt(notebook: LiveNotebook, offset: number): Hover | null {
  const { document } = notebook;
  const row = document.rowAt(offset);
  if (row !== null) {
    const cell = cellAt(notebook, row, offset);
    return {
      range: cell?.range ?? document.rowRange(row),
      markdown: rowHover(notebook, row, cell?.column ?? null),
    };
  }
  const column = document.columns.find(({ range }) => contains(range, offset));
  if (column !== undefined) return { range: column.range, markdown: columnHover(column) };
  for (const setting of document.front?.entries ?? []) {
    const range = { start: setting.keyRange.start, end: setting.valueRange.end };
    if (contains(range, offset)) return { range, markdown: settingHover(document, setting) };
  }
  return null;
}

function cellAt({ document }: LiveNotebook, row: number, offset: number) {
  for (let column = 0; column < document.cellCount(row); column++) {
    const range = document.cellRange(row, column);
    if (range !== null && contains(range, offset)) return { column, range };
  }
  return null;
}

function contains({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
