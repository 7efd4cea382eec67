import { noChange, nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import type { ChildPart } from 'lit/directive.js';
import { directive } from 'lit/directive.js';

/**
 * The content of a `<details>` that may be large: drawn when it is opened, and with the page only while it is open.
 *
 * @example
 * html`<details><summary>All numbers</summary>${whenOpen(() => hugeTable(rows))}</details>`
 */
class WhenOpenDirective extends AsyncDirective {
  #details: HTMLDetailsElement | null = null;
  #content: () => unknown = () => nothing;

  override render(_content: () => unknown): typeof noChange {
    return noChange;
  }

  override update(part: ChildPart, [content]: [() => unknown]): unknown {
    this.#content = content;
    if (this.#details === null) {
      const parent = part.parentNode;
      this.#details = parent instanceof Element ? parent.closest('details') : null;
      this.#details?.addEventListener('toggle', () => {
        if (this.#details?.open === true) this.setValue(this.#content());
      });
    }
    // What was there when it was closed is out of date: it goes.
    return this.#details?.open === true ? content() : nothing;
  }
}

/** @see WhenOpenDirective */
export const whenOpen = directive(WhenOpenDirective);
