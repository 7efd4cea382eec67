import type { ColumnKind, LiveNotebook, TextEdit, TouchedRows } from '../../../core';
import { parseNumber, readPercent, setCell } from '../../../core';

/** What is typed into an open cell, by the file's columns. */
export interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Calculates with what is being typed, before it is committed: the results of the row and the summary follow
 * every keystroke that completes a value. Nothing of it leaves the page, and `end` takes it back exactly.
 *
 * It must be ended before anything else is done with the notebook.
 */
export class DraftPreview {
  #shown: { readonly notebook: LiveNotebook; readonly row: number; readonly column: number } | null = null;
  #start = 0;
  #length = 0;
  #source = '';

  /** @param touched is told which rows each step of the preview changed */
  constructor(private readonly touched: (rows: TouchedRows) => void = () => {}) {}

  /** The cell that shows another value than the file has, or null. */
  get cell(): { readonly row: number; readonly column: number } | null {
    return this.#shown;
  }

  /**
   * Calculates with a text in a cell. False when that changes nothing, or is no value of the cell's column:
   * then the file's own value counts.
   */
  show(notebook: LiveNotebook, { row, column, text }: OpenCell): boolean {
    const ended = this.end();
    const { document } = notebook;
    const range = document.cellRange(row, column);
    const target = document.columns[column];
    if (range === null || target === undefined || document.readOnly !== null) return ended;
    if (!isComplete(text, target.kind, document.settings.decimal)) return ended;
    const [edit, second] = setCell(document, row, column, text);
    if (edit === undefined || second !== undefined || edit.start < range.start || edit.end > range.end)
      return ended;
    const source = document.cellSource(row, column);
    this.#apply(notebook, edit);
    this.#shown = { notebook, row, column };
    this.#start = range.start;
    this.#length = range.end - range.start + edit.text.length - (edit.end - edit.start);
    this.#source = source;
    return true;
  }

  /** Takes the preview back. True when there was one. */
  end(): boolean {
    if (this.#shown === null) return false;
    const { notebook } = this.#shown;
    this.#shown = null;
    this.#apply(notebook, { start: this.#start, end: this.#start + this.#length, text: this.#source });
    return true;
  }

  #apply(notebook: LiveNotebook, edit: TextEdit): void {
    notebook.apply([edit]);
    this.touched(notebook.affectedRows);
  }
}

/** Whether a text is a whole value of a column with numbers; half a number is not calculated with. */
function isComplete(text: string, kind: ColumnKind, decimal: '.' | ','): boolean {
  const trimmed = text.trim();
  switch (kind) {
    case 'count':
    case 'money':
      return trimmed === '' || parseNumber(trimmed, decimal) !== null;
    case 'percent':
      return trimmed === '' || readPercent(trimmed, decimal).value !== null;
    case 'period':
    case 'segment':
    case 'text':
      return false;
  }
}
