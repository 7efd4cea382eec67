import { nothing, render } from 'lit';
import type { ColumnMenuActions, ColumnMenuModel } from './columnMenuView';
import { columnMenuView } from './columnMenuView';
import type { PageColumn } from '../columns';
import { ColumnChoice } from './columnChoice';
import type { ViewCriteria } from './criteria';
import { withoutFilter, withoutSort, withSort } from './criteria';
import { isNumberColumn } from './values';
import type { Session } from '../session';
import { text } from '../text';
import { placeInWindow, scrollHint } from '../widgets';

/** So many values are listed; a search finds the others. */
const MOST_LISTED = 1000;

/** What the menu needs of the page around it. */
export interface ColumnMenuSurroundings {
  session(): Session;
  criteria(): ViewCriteria;
  /** Sorts and filters; gives the focus back to the grid. */
  set(criteria: ViewCriteria): void;
  sortFile(column: string, descending: boolean): void;
  focusGrid(): void;
}

/**
 * Sorting and filtering by one column: a popover of the browser, so that Escape and a click elsewhere close
 * it, and nothing cuts it off. What is chosen takes effect with Apply or Enter; sorting at once.
 */
export class ColumnMenu {
  readonly #element = document.createElement('div');
  readonly #actions: ColumnMenuActions;
  /** Null while it is closed. */
  #choice: ColumnChoice | null = null;
  /** Where the column's header is. */
  #header = new DOMRect();

  constructor(
    parent: HTMLElement,
    private readonly around: ColumnMenuSurroundings,
  ) {
    const menu = this.#element;
    menu.className = 'column-menu';
    menu.setAttribute('popover', 'auto');
    menu.setAttribute('role', 'dialog');
    menu.addEventListener('keydown', (event) => this.#key(event));
    menu.addEventListener('toggle', (event) => {
      if (event.newState === 'closed') this.#closed();
    });
    scrollHint(menu);
    parent.append(menu);
    this.#actions = {
      sort: (descending, add) => this.#sort(descending, add),
      clearSort: () => this.#finish((criteria, key) => withoutSort(criteria, key)),
      sortFile: (descending) => {
        const key = this.#choice?.column.key;
        this.#element.hidePopover();
        if (key !== undefined) this.around.sortFile(key, descending);
      },
      search: (typed) =>
        this.#change((choice) => {
          choice.search = typed;
        }),
      toggle: (value, on) => this.#change((choice) => choice.choose([value], on)),
      toggleListed: (on) =>
        this.#change((choice) =>
          choice.choose(
            choice.found.map(({ value }) => value),
            on,
          ),
        ),
      range: (end, typed) => this.#change((choice) => choice.setEnd(end, typed)),
      condition: (condition, on) => this.#change((choice) => choice.setCondition(condition, on)),
      apply: () => this.#apply(),
      clearFilter: () => this.#finish((criteria, key) => withoutFilter(criteria, key)),
    };
  }

  /** Opens the menu of a column below its header. */
  open(column: PageColumn, header: DOMRect): void {
    this.#choice = new ColumnChoice(column, this.around.session(), this.around.criteria());
    this.#element.setAttribute('aria-label', text.columnMenu.name(column.label));
    this.#header = header;
    this.#draw();
    this.#element.showPopover();
    this.#place();
    window.addEventListener('resize', this.#place);
    this.#element.querySelector<HTMLElement>('button')?.focus();
  }

  dispose(): void {
    window.removeEventListener('resize', this.#place);
    this.#element.remove();
  }

  #sort(descending: boolean, add: boolean): void {
    this.#finish((criteria, column) => withSort(criteria, { column, descending }, add));
  }

  #apply(): void {
    const next = this.#choice?.applyTo(this.around.criteria()) ?? null;
    if (next !== null) {
      this.#finish(() => next);
      return;
    }
    this.#draw();
    this.#element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  #finish(change: (criteria: ViewCriteria, column: string) => ViewCriteria): void {
    const key = this.#choice?.column.key;
    this.#element.hidePopover();
    if (key !== undefined) this.around.set(change(this.around.criteria(), key));
  }

  #change(change: (choice: ColumnChoice) => void): void {
    if (this.#choice === null) return;
    change(this.#choice);
    this.#draw();
  }

  #draw(): void {
    const choice = this.#choice;
    if (choice === null) return;
    const { column, found } = choice;
    const criteria = this.around.criteria();
    const key = criteria.sort.find((sort) => sort.column === column.key);
    const model: ColumnMenuModel = {
      label: column.label,
      sort: key === undefined ? null : key.descending ? 'descending' : 'ascending',
      sortsOthers: criteria.sort.some((sort) => sort.column !== column.key),
      isFiltered: criteria.filters.some((filter) => filter.column === column.key),
      readOnly: this.around.session().readOnly !== null,
      range: isNumberColumn(column) ? { min: choice.min, max: choice.max } : null,
      refusal: choice.refusal,
      conditions: choice.conditions,
      search: choice.search,
      values: found.slice(0, MOST_LISTED),
      more: Math.max(0, found.length - MOST_LISTED),
      isChosen: (value) => choice.has(value),
      allChosen: found.every(({ value }) => choice.has(value)),
      noneChosen: !found.some(({ value }) => choice.has(value)),
      numbers: this.around.session().numbers,
    };
    render(columnMenuView(model, this.#actions), this.#element);
    // It may have grown, and its buttons must stay in the window.
    this.#place();
  }

  #closed(): void {
    const lost = document.activeElement === document.body || this.#element.contains(document.activeElement);
    render(nothing, this.#element);
    window.removeEventListener('resize', this.#place);
    this.#choice = null;
    if (lost) this.around.focusGrid();
  }

  /** Escape is the popover's own; arrows go through what can be used. */
  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const target = event.target as HTMLElement;
    if (event.key === 'Enter' && target instanceof HTMLInputElement) {
      event.preventDefault();
      this.#apply();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const items = [...this.#element.querySelectorAll<HTMLElement>('button:not(:disabled), input')];
      const step = event.key === 'ArrowDown' ? 1 : -1;
      items[(items.indexOf(target) + step + items.length) % items.length]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#element.hidePopover();
    }
    // VS Code would run its own commands for keys that are meant for the fields.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  }

  readonly #place = (): void => {
    const { left, bottom } = this.#header;
    placeInWindow(this.#element, () => ({ left, top: bottom }));
  };
}
