import {
  clearChange,
  deleteRowsChange,
  fillChange,
  fillDownChange,
  pasteChange,
  readableTable,
} from './changes';
import { copyRanges, readClipboard, readHtmlTable } from './clipboard';
import type { ClipboardContent, Copied, CopyFormat } from './clipboard';
import type { GridCore } from './core';
import { isSingleCell } from './range';
import { currentRange, selectCell } from './selection';
import { fill } from './strings';
import type { CellText } from './types';

/** What can be done to the selected cells. Each is one edit, one step of undo. */
export class Actions {
  constructor(readonly core: GridCore) {}

  clear(): void {
    const { core } = this;
    if (this.#refused()) return;
    const change = clearChange(readableTable(this.core.model), core.selection.ranges);
    if (change.edit === null && change.skipped.length > 0) core.notify(core.strings.nothingToClear);
    else core.carryOut({ ...change, skipped: [] }, core.strings.cleared);
  }

  fillDown(): void {
    if (this.#refused()) return;
    const change = fillDownChange(readableTable(this.core.model), this.core.selection.ranges);
    this.core.carryOut(change, this.core.strings.filled);
  }

  /** One text into every selected cell. */
  fillSelection(text: string): boolean {
    if (this.#refused()) return false;
    const change = fillChange(this.core.model, this.core.selection.ranges, () => text);
    return this.core.carryOut(change, this.core.strings.filled);
  }

  /** Ctrl+Enter on cells: the active cell's text into all selected ones, or a new row below a single one. */
  fillOrInsertBelow(): void {
    const { core } = this;
    if (isSingleCell(core.selection.ranges)) this.insertRows('below');
    else {
      const { row, column } = core.active;
      this.fillSelection(row < core.model.rowCount ? core.model.cell(row, column).editText : '');
    }
  }

  /** As many rows as are selected, above or below them. */
  insertRows(where: 'above' | 'below'): void {
    const { core } = this;
    const { rowCount } = core.model;
    const range = currentRange(core.selection);
    const count = Math.max(1, Math.min(range.bottom, rowCount - 1) - range.top + 1);
    const at = Math.min(where === 'above' ? range.top : range.bottom + 1, rowCount);
    const { column } = core.active;
    if (!core.apply({ type: 'insertRows', at, count, cells: [] })) return;
    core.select(selectCell({ row: at, column }));
    core.announce(fill(core.strings.rowsInserted, count));
  }

  deleteRows(): void {
    const { core } = this;
    const change = deleteRowsChange(core.model, core.selection.ranges);
    if (change.edit?.type !== 'deleteRows') return;
    const row = change.edit.spans[0]!.at;
    const { column } = core.active;
    if (!core.apply(change.edit)) return;
    core.select(selectCell({ row, column }));
    core.announce(fill(core.strings.rowsDeleted, change.count));
  }

  /** What Copy puts on the clipboard, or null when that cannot be, which is said then. */
  copy(format: CopyFormat = 'cells'): Copied | null {
    const copied = this.#copied(format);
    if (copied !== null) this.core.announce(fill(this.core.strings.copied, copied.rows, copied.columns));
    return copied;
  }

  /** Copies and clears in one edit; null when one of both cannot be. */
  cut(): Copied | null {
    if (this.#refused()) return null;
    const copied = this.#copied('cells');
    if (copied !== null) this.clear();
    return copied;
  }

  /** Pastes text or an HTML table. A picture, or nothing, is answered by what was expected. */
  paste(content: ClipboardContent): void {
    const { core } = this;
    if (this.#refused()) return;
    const cells = readClipboard(content, readHtmlTable);
    if (cells.length === 1 && cells[0]!.length === 1 && content.text === '' && cells[0]![0] === '') {
      core.notify(content.hasFiles ? core.strings.pictureOnly : core.strings.nothingToPaste);
      return;
    }
    const { rowCount } = core.model;
    const change = pasteChange(core.model, cells, core.selection.ranges);
    const applied = core.carryOut(
      change,
      core.strings.pasted,
      core.callbacks.onPaste ? 'announced' : 'shown',
    );
    const range = change.result ?? core.selection.ranges.at(-1) ?? null;
    core.callbacks.onPaste?.({
      range: applied ? range : null,
      count: applied ? change.count : 0,
      addedRows: core.model.rowCount - rowCount,
      skipped: change.skipped,
    });
  }

  #copied(format: CopyFormat): Copied | null {
    const { core } = this;
    const copied = copyRanges(core.model, core.selection.ranges, format);
    if (copied === null) core.notify(core.strings.copyManyRanges);
    else if (copied.rows === 0) core.notify(core.strings.nothingToCopy);
    else return copied;
    return null;
  }

  /** Writes one cell; in the line for a new row that adds the row. False when nothing had to be written. */
  writeCell(cell: CellText, original: string): boolean {
    const { core } = this;
    const { rowCount } = core.model;
    if (cell.row < rowCount) {
      return cell.text !== original && core.apply({ type: 'setCells', cells: [cell] });
    }
    if (cell.text === '') return false;
    const added = { ...cell, row: rowCount };
    return core.apply({ type: 'insertRows', at: rowCount, count: 1, cells: [added] });
  }

  #refused(): boolean {
    const { readOnly } = this.core.model;
    if (readOnly !== null) this.core.notify(readOnly);
    return readOnly !== null;
  }
}
