import type { Actions } from './actions';
import type { GridCore } from './core';
import type { Typing } from './typing';

/**
 * Copy, cut and paste by their events: they come from keys, menus and VS Code alike, need no permission,
 * and carry the data. In an open cell the field's own copy and cut apply.
 */
export class Clipboard {
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
      this.#copy(event);
    });
    input.addEventListener('cut', (event) => {
      if (this.#copy(event)) actions.clear();
    });
    input.addEventListener('paste', (event) => this.#paste(event));
  }

  #copy(event: ClipboardEvent): boolean {
    if (this.core.editor.isOpen || event.clipboardData === null) return false;
    event.preventDefault();
    const copied = this.actions.copy();
    if (copied === null) return false;
    event.clipboardData.setData('text/plain', copied.text);
    if (copied.html !== null) event.clipboardData.setData('text/html', copied.html);
    return true;
  }

  #paste(event: ClipboardEvent): void {
    const { editor } = this.core;
    if (event.clipboardData === null) return;
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    if (editor.isOpen) this.typing.pasteText(text);
    else this.actions.paste(text);
  }
}
