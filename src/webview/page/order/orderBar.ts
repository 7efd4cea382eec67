import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PageColumn } from '../columns';
import { icon } from '../widgets';
import type { NumberDisplay } from '../numbers';
import type { ColumnFilter, RowCondition, SortKey, ViewCriteria } from './criteria';
import { isFiltered, isSorted } from './criteria';
import { rangeText } from './orderRange';
import { text } from '../text';

/** What the bar over the grid says. */
export interface OrderBarModel {
  /** Only what has an effect. */
  readonly criteria: ViewCriteria;
  readonly columns: readonly PageColumn[];
  readonly numbers: NumberDisplay;
  /** Number of rows shown. */
  readonly shown: number;
  readonly total: number;
  /** True when an edit left rows where the sort or the filters would not have them. */
  readonly isStale: boolean;
  /** The row of the file that was asked for and is hidden, or null. */
  readonly hiddenRow: number | null;
}

export interface OrderBarActions {
  /** Without a column, all of them. */
  clearSort(column?: string): void;
  clearFilter(column: string): void;
  clearCondition(condition: RowCondition): void;
  clearAll(): void;
  reapply(): void;
  /** Shows the hidden row that was asked for. */
  showHidden(): void;
}

/** How many values of a filter are named. */
const NAMED = 3;

/** Says how the rows are sorted and filtered, with a way back for each; nothing in the order of the file. */
export function orderBar(model: OrderBarModel, actions: OrderBarActions): TemplateResult | typeof nothing {
  const { criteria, isStale } = model;
  const sorted = isSorted(criteria);
  const filtered = isFiltered(criteria);
  if (!sorted && !filtered) return nothing;
  return html`<div class="order-bar" role="region" aria-label=${text.order.region}>
    ${sorted ? sortView(model, actions) : nothing} ${filtered ? filterView(model, actions) : nothing}
    <span class="order-actions">
      ${
        isStale
          ? html`<button
              class="link-button"
              title=${text.order.reapplyHint}
              @click=${() => actions.reapply()}
            >
              ${text.order.reapply}
            </button>`
          : nothing
      }
      <button class="link-button" @click=${() => actions.clearAll()}>${text.order.clearAll}</button>
    </span>
    ${hiddenView(model, actions)}
  </div>`;
}

/** The bar in one sentence, or null when there is nothing to say. */
export function orderSentence(model: OrderBarModel): string | null {
  const parts = [
    isSorted(model.criteria) ? text.order.sortedBy(sortNames(model, text.order.direction).join(', ')) : '',
    isFiltered(model.criteria) ? filteredText(model) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(text.separator);
}

function sortView(model: OrderBarModel, actions: OrderBarActions): TemplateResult {
  return html`<span class="order-part">
    <span title=${text.order.viewOnly}>${text.order.sorted}</span>
    ${model.criteria.sort.map((key) =>
      chip(
        sortName(model, key, text.order.arrow),
        text.order.clearSort(sortName(model, key, text.order.direction)),
        () => actions.clearSort(key.column),
      ),
    )}
  </span>`;
}

function filterView(model: OrderBarModel, actions: OrderBarActions): TemplateResult {
  const { filters, conditions } = model.criteria;
  return html`<span class="order-part">
    <span title=${text.order.viewOnly}>${filteredText(model)}</span>
    ${filters.map((filter) => {
      const name = filterName(model, filter);
      return chip(name, text.order.clearFilter(name), () => actions.clearFilter(filter.column));
    })}
    ${conditions.map((condition) => {
      const name = text.order.condition[condition];
      return chip(name, text.order.clearFilter(name), () => actions.clearCondition(condition));
    })}
  </span>`;
}

function chip(name: string, clear: string, run: () => void): TemplateResult {
  return html`<span class="order-chip">
    <span class="order-chip-name" title=${name}>${name}</span>
    <button class="icon-button order-clear" aria-label=${clear} title=${clear} @click=${run}>
      ${icon('close')}
    </button>
  </span>`;
}

function hiddenView(
  { hiddenRow, numbers }: OrderBarModel,
  actions: OrderBarActions,
): TemplateResult | typeof nothing {
  if (hiddenRow === null) return nothing;
  return html`<span class="order-hidden" role="status">
    ${icon('info')} ${text.order.hiddenRow(numbers.count(hiddenRow + 1))}
    <button class="link-button" @click=${() => actions.showHidden()}>${text.order.showHidden}</button>
  </span>`;
}

function filteredText({ shown, total, numbers }: OrderBarModel): string {
  return text.order.filtered(text.statistics.rowsOf(total, numbers.count(shown), numbers.count(total)));
}

function sortNames(model: OrderBarModel, direction: Direction): string[] {
  return model.criteria.sort.map((key) => sortName(model, key, direction));
}

type Direction = Readonly<Record<'ascending' | 'descending', string>>;

function sortName({ columns }: OrderBarModel, { column, descending }: SortKey, direction: Direction): string {
  return `${labelOf(columns, column)} ${direction[descending ? 'descending' : 'ascending']}`;
}

function filterName({ columns, numbers }: OrderBarModel, filter: ColumnFilter): string {
  const column = columns.find(({ key }) => key === filter.column);
  const label = labelOf(columns, filter.column);
  if (filter.type === 'range') {
    return column === undefined ? label : text.order.filterOf(label, rangeText(column, filter, numbers));
  }
  const named = filter.values.slice(0, NAMED).map((value) => (value === '' ? text.order.blank : value));
  const more = filter.values.length - named.length;
  const values = more > 0 ? `${named.join(', ')} ${text.order.more(numbers.count(more))}` : named.join(', ');
  return filter.keep ? text.order.filterOf(label, values) : text.order.filterExcept(label, values);
}

function labelOf(columns: readonly PageColumn[], key: string): string {
  return columns.find((column) => column.key === key)?.label ?? key;
}
