import { nothing, render } from 'lit';
import type { ColumnMenuActions, ColumnMenuModel } from './columnMenuView';
import { columnMenuView } from './columnMenuView';
import type { PageColumn } from '../columns';
import type { RowCondition, ViewCriteria } from './criteria';
import type { ValueCount } from './filter';
import { isNumberColumn } from './values';
import { valueCounts } from './filter';
import { withCondition, withFilter, withoutFilter, withoutSort, withSort } from './criteria';
import type { RangeRefusal } from './orderRange';
import { endText, typedRange } from './orderRange';
import type { Session } from '../session';
import { text } from '../text';
import { scrollHint } from '../widgets';

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
  #column: PageColumn | null = null;
  /** Where the column's header is. */
  #header = new DOMRect();
  #values: readonly ValueCount[] = [];
  #chosen = new Set<string>();
  #search = '';
  #min = '';
  #max = '';
  #conditions: readonly RowCondition[] = [];
  #refusal: RangeRefusal | null = null;

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
        const key = this.#column?.key;
        this.#element.hidePopover();
        if (key !== undefined) this.around.sortFile(key, descending);
      },
      search: (typed) => {
        this.#search = typed;
        this.#draw();
      },
      toggle: (value, on) => {
        if (on) this.#chosen.add(value);
        else this.#chosen.delete(value);
        this.#draw();
      },
      toggleListed: (on) => {
        for (const { value } of this.#found()) {
          if (on) this.#chosen.add(value);
          else this.#chosen.delete(value);
        }
        this.#draw();
      },
      range: (end, typed) => {
        if (end === 'min') this.#min = typed;
        else this.#max = typed;
        this.#refusal = null;
        this.#draw();
      },
      condition: (condition, on) => {
        const others = this.#conditions.filter((other) => other !== condition);
        this.#conditions = on ? [...others, condition] : others;
        this.#draw();
      },
      apply: () => this.#apply(),
      clearFilter: () => this.#finish((criteria, key) => withoutFilter(criteria, key)),
    };
  }

  /** Opens the menu of a column below its header. */
  open(column: PageColumn, header: DOMRect): void {
    const session = this.around.session();
    const criteria = this.around.criteria();
    this.#column = column;
    this.#search = '';
    this.#refusal = null;
    this.#values = valueCounts({ ...session, columns: session.allColumns }, column, criteria);
    this.#chosen = new Set(this.#values.map(({ value }) => value).filter(shownBy(criteria, column.key)));
    this.#conditions = criteria.conditions;
    const { decimal } = session.notebook.document.settings;
    const range = criteria.filters.find(({ type, column: key }) => type === 'range' && key === column.key);
    const ends = range?.type === 'range' ? range : { min: null, max: null };
    this.#min = endText(ends.min, column, decimal);
    this.#max = endText(ends.max, column, decimal);
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
    const column = this.#column;
    if (column === null) return;
    const { decimal } = this.around.session().notebook.document.settings;
    const { range, refusal } = typedRange({ min: this.#min, max: this.#max }, column, decimal);
    if (range === null) {
      this.#refusal = refusal;
      this.#draw();
      this.#element.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    this.#finish((criteria, key) => {
      let next = withoutFilter(criteria, key);
      if (range.min !== null || range.max !== null) {
        next = withFilter(next, { type: 'range', column: key, ...range });
      }
      const values = this.#valueFilter(key);
      if (values !== null) next = withFilter(next, values);
      for (const condition of ['belowGoal', 'hasProblem'] as const) {
        next = withCondition(next, condition, this.#conditions.includes(condition));
      }
      return next;
    });
  }

  /** The values that are kept, or those that are not, whichever are fewer; null when all are kept. */
  #valueFilter(column: string): Parameters<typeof withFilter>[1] | null {
    const all = this.#values.map(({ value }) => value);
    // Whoever searches and applies wants what was found.
    const listed = new Set(this.#search === '' ? all : this.#found().map(({ value }) => value));
    const kept = all.filter((value) => this.#chosen.has(value) && listed.has(value));
    if (kept.length === all.length) return null;
    const left = all.filter((value) => !this.#chosen.has(value) || !listed.has(value));
    const keep = kept.length <= left.length;
    return { type: 'values', column, keep, values: keep ? kept : left };
  }

  #finish(change: (criteria: ViewCriteria, column: string) => ViewCriteria): void {
    const column = this.#column;
    this.#element.hidePopover();
    if (column !== null) this.around.set(change(this.around.criteria(), column.key));
  }

  #found(): readonly ValueCount[] {
    const wanted = this.#search.trim().toLowerCase();
    if (wanted === '') return this.#values;
    return this.#values.filter(({ value }) => value.toLowerCase().includes(wanted));
  }

  #draw(): void {
    const column = this.#column;
    if (column === null) return;
    const found = this.#found();
    const criteria = this.around.criteria();
    const key = criteria.sort.find((sort) => sort.column === column.key);
    const model: ColumnMenuModel = {
      label: column.label,
      sort: key === undefined ? null : key.descending ? 'descending' : 'ascending',
      sortsOthers: criteria.sort.some((sort) => sort.column !== column.key),
      isFiltered: criteria.filters.some((filter) => filter.column === column.key),
      readOnly: this.around.session().readOnly !== null,
      range: isNumberColumn(column) ? { min: this.#min, max: this.#max } : null,
      refusal: this.#refusal,
      conditions: this.#conditions,
      search: this.#search,
      values: found.slice(0, MOST_LISTED),
      more: Math.max(0, found.length - MOST_LISTED),
      isChosen: (value) => this.#chosen.has(value),
      allChosen: found.every(({ value }) => this.#chosen.has(value)),
      noneChosen: !found.some(({ value }) => this.#chosen.has(value)),
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
    this.#column = null;
    this.#values = [];
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
    const header = this.#header;
    const { width, height } = this.#element.getBoundingClientRect();
    const within = (place: number, size: number, room: number): string =>
      `${Math.max(4, Math.min(place, room - size - 4))}px`;
    this.#element.style.left = within(header.left, width, window.innerWidth);
    this.#element.style.top = within(header.bottom, height, window.innerHeight);
  };
}

/** Whether a value passes the column's present filter of values. */
function shownBy(criteria: ViewCriteria, column: string): (value: string) => boolean {
  const filter = criteria.filters.find(({ type, column: key }) => type === 'values' && key === column);
  if (filter?.type !== 'values') return () => true;
  const values = new Set(filter.values);
  return (value) => values.has(value) === filter.keep;
}
