import { noChange } from 'lit';
import type { ElementPart } from 'lit/directive.js';
import { Directive, directive } from 'lit/directive.js';

/** What a one-line field does. */
export interface FieldOptions {
  /** The value the file has now. */
  readonly value: string;
  /**
   * Takes what was typed, on Enter or when the field is left. Returns null when it was accepted, or the
   * sentence to show at the field when it was not; then nothing may have been changed.
   */
  readonly commit: (typed: string) => string | null;
  /** Shows the sentence, or takes it away (null). */
  readonly refuse: (message: string | null) => void;
}

/**
 * Keeps an `<input>` in step with the file without ever overwriting what somebody is typing: a change
 * from outside reaches the field once it is left. Enter and leaving commit, Escape brings the file's value
 * back, and undo inside the field is the field's own.
 *
 * @example
 * html`<input ${field({ value, commit, refuse })} />`
 */
class FieldDirective extends Directive {
  #input: HTMLInputElement | null = null;
  #options: FieldOptions | null = null;
  /** The file's value when typing started. */
  #base = '';

  override render(_options: FieldOptions): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [options]: [FieldOptions]): typeof noChange {
    const input = part.element as HTMLInputElement;
    const dirty = this.#input === input && document.activeElement === input && this.#isDirty;
    this.#options = options;
    if (this.#input !== input) this.#listen(input);
    if (!dirty) this.#show(options.value);
    return noChange;
  }

  #show(value: string): void {
    this.#base = value;
    if (this.#input !== null && this.#input.value !== value) this.#input.value = value;
  }

  #listen(input: HTMLInputElement): void {
    this.#input = input;
    commits.set(input, () => this.#commit());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.#commit());
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#commit();
      this.#input?.select();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#show(this.#options?.value ?? '');
      this.#options?.refuse(null);
      this.#input?.select();
    } else if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key) && this.#isDirty) {
      // VS Code would undo the last edit of the file; while something is typed here, that is what people mean.
      event.stopPropagation();
    }
  }

  get #isDirty(): boolean {
    return this.#input !== null && this.#input.value !== this.#base;
  }

  #commit(): void {
    const options = this.#options;
    const input = this.#input;
    if (options === null || input === null) return;
    if (!this.#isDirty) {
      options.refuse(null);
      this.#show(options.value);
      return;
    }
    const refusal = options.commit(input.value);
    if (refusal === null) {
      // The file may spell it in another way (`85` becomes `85%`); the next render shows that.
      this.#base = input.value;
      if (this.#options !== null) this.#show(this.#options.value);
    }
    options.refuse(refusal);
  }
}

/** Commits what is typed in a field, as leaving it would; anything else is left alone. */
export function commitField(element: Element | null): void {
  commits.get(element ?? document.body)?.();
}

const commits = new WeakMap<Element, () => void>();

export const field = directive(FieldDirective);
