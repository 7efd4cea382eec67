import { text } from '../text';

/** Asks for a row to go to: a small field over the grid. Enter goes there, Escape gives the grid its focus back. */
export class GoToRow {
  readonly #box = document.createElement('div');
  readonly #input = document.createElement('input');
  readonly #error = document.createElement('p');

  /**
   * @param go goes to what was typed; the sentence to show when there is no such row, else null
   * @param closed gives the focus back
   */
  constructor(
    parent: HTMLElement,
    private readonly go: (typed: string) => string | null,
    private readonly closed: () => void,
  ) {
    const box = this.#box;
    box.className = 'go-to-row';
    box.hidden = true;
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-label', text.goToRow.title);
    const label = document.createElement('label');
    label.textContent = text.goToRow.label;
    const input = this.#input;
    input.className = 'text-input';
    input.type = 'text';
    input.spellcheck = false;
    input.autocomplete = 'off';
    input.placeholder = text.goToRow.placeholder;
    this.#error.className = 'go-to-row-error';
    this.#error.id = 'go-to-row-error';
    this.#error.setAttribute('role', 'alert');
    input.setAttribute('aria-describedby', this.#error.id);
    label.append(input);
    const form = document.createElement('form');
    form.append(label, this.#error);
    box.append(form);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    input.addEventListener('keydown', (event) => {
      if (event.isComposing || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.#close();
      this.closed();
    });
    input.addEventListener('input', () => this.#refuse(null));
    input.addEventListener('blur', () => {
      // The window lost the focus, not the field.
      if (document.activeElement !== input) this.#close();
    });
    parent.append(box);
  }

  open(): void {
    this.#box.hidden = false;
    this.#input.value = '';
    this.#refuse(null);
    this.#input.focus();
  }

  dispose(): void {
    this.#box.remove();
  }

  #submit(): void {
    const refusal = this.go(this.#input.value);
    this.#refuse(refusal);
    if (refusal === null) {
      this.#close();
      this.closed();
    } else this.#input.select();
  }

  #refuse(message: string | null): void {
    this.#error.textContent = message ?? '';
    this.#error.hidden = message === null;
    this.#input.setAttribute('aria-invalid', String(message !== null));
  }

  #close(): void {
    this.#box.hidden = true;
  }
}
