import type { Box } from './geometry';
import type { KeyMode } from './keyboard';
import { sameCell } from './range';
import type { CellRef, EditorDraft } from './types';

/** What an open cell remembers. */
interface OpenCell {
  cell: CellRef;
  readonly columnKey: string;
  /** The cell's text when it was opened, or after a change from outside. */
  original: string;
  multiline: boolean;
  /** Row or column was removed from outside: there is nowhere to write to. */
  gone: boolean;
}

/** What the editor may cover, and how wide a character of a Latin text is at most on average; CSS pixels. */
interface EditorLimit {
  readonly width: number;
  readonly height: number;
  readonly charWidth: number;
}

const textPadding = 19;
const plainLatin = /^[ -~\u00a0-\u024f]*$/;

/**
 * The one text field. It has the focus as long as the grid has it; closed, it lies invisibly over the
 * active cell, where keys and input methods write into it, and opened it is the editor.
 */
export class CellEditor {
  /** True between the first and the last character of a composition (input method, dead key). */
  composing = false;
  #mode: KeyMode = 'navigate';
  #open: OpenCell | null = null;

  constructor(readonly input: HTMLTextAreaElement) {}

  get mode(): KeyMode {
    return this.#mode;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  get cell(): CellRef | null {
    return this.#open?.cell ?? null;
  }

  /** The key of the open cell's column. */
  get columnKey(): string | null {
    return this.#open?.columnKey ?? null;
  }

  get text(): string {
    return this.input.value;
  }

  get original(): string {
    return this.#open?.original ?? '';
  }

  get isGone(): boolean {
    return this.#open?.gone ?? false;
  }

  get isMultiline(): boolean {
    return this.#open?.multiline ?? false;
  }

  get draft(): EditorDraft | null {
    if (this.#open === null || this.#mode === 'navigate') return null;
    const { row, column } = this.#open.cell;
    return { row, column, text: this.text, mode: this.#mode };
  }

  /** Opens a cell. `text` null keeps what is in the field: the character that was just typed. */
  open(
    cell: CellRef,
    original: string,
    options: {
      readonly columnKey: string;
      readonly text: string | null;
      readonly mode: 'enter' | 'edit';
      readonly multiline: boolean;
    },
  ): void {
    const { columnKey, multiline } = options;
    this.#open = { cell, columnKey, original, multiline, gone: false };
    this.#mode = options.mode;
    if (options.text !== null) {
      this.input.value = options.text;
      this.input.setSelectionRange(options.text.length, options.text.length);
    }
    this.input.classList.add('is-open');
  }

  /** From typing over to moving the caret (F2 while typing). */
  toEditMode(): void {
    if (this.#open !== null) this.#mode = 'edit';
  }

  close(): void {
    this.#open = null;
    this.#mode = 'navigate';
    this.clear();
    this.input.classList.remove('is-open', 'is-end', 'is-wrapped');
  }

  /** Empties the field without closing a cell: what was typed has nowhere to go. */
  clear(): void {
    if (this.input.value !== '') this.input.value = '';
  }

  /**
   * Follows a change from outside: the cell has moved, is gone (null), or has another text.
   * What was typed stays. Returns what the user has to be told.
   */
  follow(cell: CellRef | null, original: string): 'gone' | 'changed' | null {
    const open = this.#open;
    if (open === null) return null;
    if (cell === null) {
      const news = !open.gone;
      open.gone = true;
      return news ? 'gone' : null;
    }
    if (!sameCell(open.cell, cell)) open.cell = cell;
    if (open.gone || open.original === original) return null;
    open.original = original;
    return 'changed';
  }

  /** Puts text in at the caret, as a step of the field's own undo history. */
  insert(text: string): void {
    if (editCommand('insertText', text)) return;
    const { selectionStart, selectionEnd } = this.input;
    this.input.setRangeText(text, selectionStart, selectionEnd, 'end');
    this.input.dispatchEvent(new Event('input'));
  }

  /** Undo and redo inside the field. */
  history(step: 'undo' | 'redo'): void {
    editCommand(step);
  }

  /** Lies over a cell; opened, as large as its text needs within `limit`. */
  place(box: Box, limit: EditorLimit, alignEnd: boolean): void {
    const { input } = this;
    input.classList.toggle('is-end', alignEnd && this.isOpen);
    const { style } = input;
    style.transform = `translate(${box.x}px, ${box.y}px)`;
    const { value } = input;
    const fits = value.length * limit.charWidth + textPadding <= box.width && plainLatin.test(value);
    if (!this.isOpen || fits) {
      // Numbers fit, and measuring makes the browser lay the page out at every keystroke.
      const border = this.isOpen ? 1 : 0;
      input.classList.remove('is-wrapped');
      style.width = `${box.width + border}px`;
      style.height = `${box.height + border}px`;
      return;
    }
    const room = Math.max(box.width, limit.width - box.x - 1);
    input.classList.remove('is-wrapped');
    style.width = `${box.width + 1}px`;
    style.height = `${box.height + 1}px`;
    const wanted = input.scrollWidth > input.clientWidth ? input.scrollWidth + 4 : box.width + 1;
    input.classList.toggle('is-wrapped', wanted > room);
    style.width = `${Math.min(wanted, room)}px`;
    const tallest = Math.max(box.height + 1, limit.height - box.y);
    style.height = `${Math.min(Math.max(box.height + 1, input.scrollHeight), tallest)}px`;
  }
}

/** Nothing else than this old function can write into a field, undo and redo with the field's own history. */
function editCommand(name: 'insertText' | 'undo' | 'redo', text?: string): boolean {
  // oxlint-disable-next-line typescript/no-deprecated -- see above
  return document.execCommand(name, false, text);
}
