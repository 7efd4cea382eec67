import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import type { Problem } from '../../../core';
import { severityIcon } from '../widgets';
import { text } from '../text';

/** Height of an entry; the style sheet says the same. */
const ITEM_HEIGHT = 24;
/** Entries drawn beyond what is seen, on each side. */
const OVERSCAN = 8;
/** Browsers lose precision beyond some million pixels of content. */
const MAX_ITEMS = 500_000;

export interface ProblemListOptions {
  /** For people: `row 2, start`; null outside the table. */
  place(problem: Problem): string | null;
  /** An entry was chosen by click or Enter. */
  choose(index: number): void;
  close(): void;
}

/** The indexes of the entries to draw for a scroll position: those seen and some around them. */
export function visibleItems(
  scrollTop: number,
  height: number,
  count: number,
): { first: number; last: number } {
  const first = Math.max(0, Math.floor(scrollTop / ITEM_HEIGHT) - OVERSCAN);
  const last = Math.min(count, Math.ceil((scrollTop + height) / ITEM_HEIGHT) + OVERSCAN);
  return { first, last: Math.max(first, last) };
}

/**
 * All problems as a list of which only the visible part exists in the page: 100 000 of them cost what
 * twenty cost. One tab stop; arrows move, Enter goes to the place, Escape closes.
 */
export class ProblemList {
  readonly element: HTMLElement;
  #problems: readonly Problem[] = [];
  #selected = 0;

  constructor(private readonly options: ProblemListOptions) {
    this.element = document.createElement('div');
    this.element.id = 'problem-list';
    this.element.className = 'problem-list';
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-label', text.problems.list);
    this.element.addEventListener('scroll', () => this.#draw(), { passive: true });
    this.element.addEventListener('keydown', (event) => this.#key(event));
    this.element.addEventListener('click', (event) => this.#click(event));
  }

  /** Shows these problems with one of them selected; -1 selects none. */
  update(problems: readonly Problem[], selected: number): void {
    this.#problems = problems;
    const moved = selected !== this.#selected;
    this.#selected = selected;
    this.#draw();
    if (moved) this.#reveal();
  }

  #draw(): void {
    const { scrollTop, clientHeight } = this.element;
    const count = Math.min(this.#problems.length, MAX_ITEMS);
    const { first, last } = visibleItems(scrollTop, clientHeight || ITEM_HEIGHT * 10, count);
    const items: TemplateResult[] = [];
    for (let index = first; index < last; index++) items.push(this.#item(index, this.#problems[index]!));
    render(
      html`<div class="problem-extent" role="presentation"></div>
        ${items}`,
      this.element,
    );
    // By script, because the content security policy allows no style attributes.
    const extent = this.element.querySelector<HTMLElement>('.problem-extent');
    if (extent !== null) extent.style.height = `${count * ITEM_HEIGHT}px`;
    for (const item of this.element.querySelectorAll<HTMLElement>('.problem-item')) {
      item.style.top = `${Number(item.dataset['index']) * ITEM_HEIGHT}px`;
    }
    const active = this.#selected >= first && this.#selected < last ? itemId(this.#selected) : null;
    if (active === null) this.element.removeAttribute('aria-activedescendant');
    else this.element.setAttribute('aria-activedescendant', active);
  }

  #item(index: number, problem: Problem): TemplateResult {
    const place = this.options.place(problem);
    return html`<div
      class="problem-item list-entry"
      role="option"
      id=${itemId(index)}
      data-index=${index}
      aria-setsize=${this.#problems.length}
      aria-posinset=${index + 1}
      aria-selected=${index === this.#selected ? 'true' : 'false'}
      title=${problem.message}
    >
      <span class="visually-hidden">${text.problems.severity[problem.severity]}</span>
      ${severityIcon(problem.severity)}<span class="problem-code">${problem.code}</span>
      ${place === null ? nothing : html`<span class="problem-place">${place}:</span>`}
      <span class="problem-message">${problem.message}</span>
    </div>`;
  }

  #key(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.element.clientHeight / ITEM_HEIGHT) - 1);
    const last = Math.min(this.#problems.length, MAX_ITEMS) - 1;
    const to = {
      ArrowDown: this.#selected + 1,
      ArrowUp: this.#selected - 1,
      PageDown: this.#selected + page,
      PageUp: this.#selected - page,
      Home: 0,
      End: last,
    }[event.key];
    if (to !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.#selected = Math.max(0, Math.min(last, to));
      this.#reveal();
      this.#draw();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.options.choose(this.#selected);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.options.close();
    }
  }

  #click(event: MouseEvent): void {
    const item = (event.target as Element).closest<HTMLElement>('.problem-item');
    if (item !== null) this.options.choose(Number(item.dataset['index']));
  }

  #reveal(): void {
    const { scrollTop, clientHeight } = this.element;
    const top = this.#selected * ITEM_HEIGHT;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + ITEM_HEIGHT > scrollTop + clientHeight)
      this.element.scrollTop = top + ITEM_HEIGHT - clientHeight;
  }
}

function itemId(index: number): string {
  return `problem-${index}`;
}
