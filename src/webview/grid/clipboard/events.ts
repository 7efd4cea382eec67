import type { Actions } from '../actions';
import type { GridCore } from '../core';
import type { Typing } from '../typing';
import type { CopyFormat } from './copy';

/**
 * Copy, cut and paste by their events: they come from keys, menus and VS Code alike, need no permission,
 * and carry the data. In an open cell the field's own copy and cut apply.
 *
 * A command (a menu, the palette) makes the browser fire the same event. Where the browser refuses, whoever
 * owns the grid is asked to write or read the clipboard.
 */
export class Clipboard {
  /** How the next copy is written. */
  #format: CopyFormat = 'cells';
  /** Whether the event that a command asked for came. */
  #came = false;

  constructor(
    readonly core: GridCore,
    readonly actions: Actions,
    readonly typing: Typing,
  ) {
    const { input } = core.parts;
    // Without a text selection these say whether `execCommand` may copy, which is how VS Code does it.
    for (const type of ['beforecopy', 'beforecut', 'beforepaste']) {
      input.addEventListener(type, (event) => {
        if (!core.editor.isOpen) event.preventDefault();
      });
    }
    input.addEventListener('copy', (event) => {
      this.#copy(event, false);
    });
    input.addEventListener('cut', (event) => {
      this.#copy(event, true);
    });
    input.addEventListener('paste', (event) => this.#paste(event));
  }

  /** Copies the selected cells as a command does. */
  copy(format: CopyFormat): void {
    this.#format = format;
    const came = this.#fire('copy');
    this.#format = 'cells';
    if (came) return;
    const copied = this.actions.copy(format);
    if (copied !== null) this.core.callbacks.onCopy?.(copied.text);
  }

  /** Cuts the selected cells as a command does. */
  cut(): void {
    if (this.#fire('cut')) return;
    const copied = this.actions.cut();
    if (copied !== null) this.core.callbacks.onCopy?.(copied.text);
  }

  /** Pastes as a command does; where the browser does not allow that, the owner is asked for the text. */
  paste(): void {
    if (!this.#fire('paste')) this.core.callbacks.onPasteWanted?.();
  }

  #fire(name: 'copy' | 'cut' | 'paste'): boolean {
    this.core.focus();
    this.#came = false;
    // oxlint-disable-next-line typescript/no-deprecated -- nothing else fires the event
    document.execCommand(name);
    return this.#came;
  }

  #copy(event: ClipboardEvent, cut: boolean): void {
    if (this.core.editor.isOpen || event.clipboardData === null) return;
    this.#came = true;
    event.preventDefault();
    const copied = cut ? this.actions.cut() : this.actions.copy(this.#format);
    if (copied === null) return;
    event.clipboardData.setData('text/plain', copied.text);
    if (copied.html !== null) event.clipboardData.setData('text/html', copied.html);
  }

  #paste(event: ClipboardEvent): void {
    const { editor } = this.core;
    const data = event.clipboardData;
    if (data === null) return;
    this.#came = true;
    event.preventDefault();
    const text = data.getData('text/plain');
    if (editor.isOpen) this.typing.pasteText(text);
    else {
      const hasFiles = data.types.includes('Files');
      this.actions.paste({ text, html: data.getData('text/html'), hasFiles });
    }
  }
}
