import type { Actions } from './actions';
import { writable } from './clipboard';
import type { GridCore } from './core';
import { isSingleCell, sameCell } from './range';
import { selectCell } from './selection';
import { fill } from './strings';
import type { EditorDraft } from './types';

/** Opening, committing and cancelling the open cell, and the text events of the one text field. */
export class Typing {
  /** True while a change from outside is drawn. */
  #isMoving = false;

  constructor(
    readonly core: GridCore,
    readonly actions: Actions,
  ) {
    const { input } = core.parts;
    input.addEventListener('beforeinput', (event) => this.#onBeforeInput(event));
    input.addEventListener('input', () => this.#onInput());
    input.addEventListener('compositionstart', () => this.#onCompositionStart());
    input.addEventListener('compositionend', () => this.#onCompositionEnd());
    input.addEventListener('focus', () => core.parts.root.classList.add('is-focused'));
    input.addEventListener('blur', () => this.#onBlur());
  }

  /** Opens the active cell with its text (F2, Enter, double-click). Says why when it cannot be edited. */
  open(): boolean {
    const { core } = this;
    const { row, column } = core.active;
    if (this.#refuse()) return false;
    core.geometry.reveal(core.active);
    core.rows.draw();
    const original = this.#originalText();
    const text = row < core.model.rowCount ? original : core.model.placeholder(column);
    this.#openAs('edit', text);
    return true;
  }

  /** Opens a cell again with a text that was typed before the page was hidden. False when it cannot be. */
  reopen(draft: EditorDraft): boolean {
    const { core } = this;
    if (core.refusal(draft.column) !== null || !sameCell(draft, core.active)) return false;
    this.#openAs(draft.mode, draft.text);
    return true;
  }

  /**
   * Closes the open cell and writes its text. False when it has to stay open, which is said: what was typed has nowhere
   * to go, or not now.
   */
  commit(): boolean {
    const { core } = this;
    const { cell, text, original } = core.editor;
    if (cell === null) return true;
    if (this.#mustStay()) return false;
    this.#close();
    const { selection } = core;
    const written = this.actions.writeCell({ ...cell, text }, original);
    // A row added at the end pushes the line for a new row down; the selection stays on what was typed.
    if (written && !sameCell(core.active, selection.active)) core.select(selection, null);
    return true;
  }

  /** Ctrl+Enter in an open cell: its text into all selected cells. */
  commitToSelection(): void {
    const { core } = this;
    const { editor } = core;
    if (editor.isGone || isSingleCell(core.selection.ranges)) {
      const onNewRow = (editor.cell?.row ?? 0) >= core.model.rowCount;
      if (!this.commit()) return;
      if (onNewRow) core.select(selectCell({ row: core.active.row + 1, column: core.active.column }));
      else this.actions.insertRows('below');
      return;
    }
    if (this.#mustStay()) return;
    const { text } = editor;
    this.#close();
    this.actions.fillSelection(text);
  }

  cancel(): void {
    if (this.core.editor.isOpen) this.#close();
  }

  lineBreak(): void {
    const { core } = this;
    if (core.editor.isMultiline) {
      core.editor.toEditMode();
      core.editor.insert('\n');
    } else {
      core.notify(fill(core.strings.noLineBreak, core.model.columns[core.active.column]?.label ?? ''));
    }
  }

  /** Text pasted into the open cell: a line break that the cell cannot hold becomes a space. */
  pasteText(text: string): void {
    const { editor } = this.core;
    const trimmed = writable(text).replace(/(\r\n|\r|\n)$/, '');
    editor.insert(editor.isMultiline ? trimmed : trimmed.replace(/[\r\n\t]+/g, ' '));
  }

  /**
   * After a change from outside: the open cell moves with its column and with its row, as `rowOf` says (null: it is
   * gone), and keeps what was typed.
   */
  follow(rowOf: (row: number) => number | null): void {
    const { core } = this;
    const { editor, model } = core;
    const { cell, columnKey } = editor;
    if (cell === null || this.#isMoving) return;
    const row = rowOf(cell.row);
    const column = model.columns.findIndex(({ key }) => key === columnKey);
    const moved = row === null || column === -1 ? null : { row, column };
    if (moved !== null && !sameCell(moved, core.active)) core.select(selectCell(moved), null);
    const hasText = moved !== null && moved.row < model.rowCount;
    const news = editor.follow(moved, hasText ? model.cell(moved.row, moved.column).editText : '');
    core.drawOverlay();
    if (news === 'gone') core.notify(core.strings.cellGone);
    else if (news === 'changed') core.notify(core.strings.changedOutside);
  }

  /** Draws a change from outside as `draw` does, and only then moves the open cell, as `rowOf` says. */
  followAfter(draw: () => void, rowOf: (row: number) => number | null): void {
    this.#isMoving = true;
    try {
      draw();
    } finally {
      this.#isMoving = false;
    }
    this.follow(rowOf);
  }

  /** Says why what was typed cannot be written, if it is so. */
  #mustStay(): boolean {
    const { core } = this;
    const { cell, isGone, text, original } = core.editor;
    const refusal = cell === null || text === original ? null : core.refusal(cell.column);
    const reason = isGone ? core.strings.cellGone : refusal;
    if (reason !== null) core.notify(reason);
    return reason !== null;
  }

  #openAs(mode: 'enter' | 'edit', text: string | null): void {
    const { core } = this;
    const { active, editor, model } = core;
    core.notices.hide();
    const { key: columnKey = '', multiline = false } = model.columns[active.column] ?? {};
    editor.open(active, this.#originalText(), { columnKey, text, mode, multiline });
    core.drawOverlay();
    core.describeActive();
    this.#draftChanged();
  }

  #close(): void {
    const { core } = this;
    core.editor.close();
    core.notices.hide();
    core.drawOverlay();
    core.describeActive();
    this.#draftChanged();
  }

  #originalText(): string {
    const { active, model } = this.core;
    return active.row < model.rowCount ? model.cell(active.row, active.column).editText : '';
  }

  #refuse(): boolean {
    const reason = this.core.refusal(this.core.active.column);
    if (reason !== null) this.core.notify(reason);
    return reason !== null;
  }

  #onBeforeInput(event: InputEvent): void {
    if (this.core.editor.isOpen) return;
    // Only text opens a cell; a line break would come from a key that means nothing here.
    if (event.inputType === 'insertLineBreak' || event.inputType === 'insertParagraph')
      event.preventDefault();
    else if (!event.isComposing && event.cancelable && this.#refuse()) event.preventDefault();
  }

  #onInput(): void {
    const { core } = this;
    const { editor } = core;
    if (!editor.isOpen) {
      if (core.refusal(core.active.column) !== null) {
        // A composition cannot be prevented, only thrown away at its end.
        if (!editor.composing) editor.clear();
        return;
      }
      if (editor.text === '') return;
      this.#startTyping();
      return;
    }
    if (core.geometry.reveal(editor.cell ?? core.active)) core.rows.draw();
    core.drawOverlay();
    this.#draftChanged();
  }

  #startTyping(): void {
    const { core } = this;
    if (core.geometry.reveal(core.active)) core.rows.draw();
    this.#openAs('enter', null);
  }

  #onCompositionStart(): void {
    const { core } = this;
    core.editor.composing = true;
    if (!core.editor.isOpen && !this.#refuse()) this.#startTyping();
  }

  #onCompositionEnd(): void {
    const { editor } = this.core;
    editor.composing = false;
    if (!editor.isOpen) editor.clear();
  }

  #onBlur(): void {
    const { core } = this;
    core.parts.root.classList.remove('is-focused');
    core.editor.composing = false;
    if (!core.editor.isOpen) return;
    // Where the focus goes shows only when it is there. Out of the page (the palette, another window), the cell
    // stays open: half-typed text is not committed. Elsewhere in the page, the user is done with the cell.
    setTimeout(() => {
      if (document.hasFocus() && !core.hasFocus && core.editor.isOpen) this.commit();
    });
  }

  #draftChanged(): void {
    this.core.callbacks.onDraft?.(this.core.editor.draft);
    this.core.callbacks.onViewStateChange?.();
  }
}
