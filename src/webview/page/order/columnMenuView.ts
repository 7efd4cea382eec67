import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { NumberDisplay } from '../numbers';
import type { RowCondition } from './criteria';
import type { ValueCount } from './filter';
import type { RangeRefusal } from './orderRange';
import { text } from '../text';
import { textInput } from '../widgets';

/** What the menu of a column shows. */
export interface ColumnMenuModel {
  readonly label: string;
  readonly sort: 'ascending' | 'descending' | null;
  /** True when the rows are sorted by another column. */
  readonly sortsOthers: boolean;
  readonly isFiltered: boolean;
  readonly readOnly: boolean;
  /** The ends of the range as typed, or null where the column has no numbers. */
  readonly range: { readonly min: string; readonly max: string } | null;
  /** Why the range typed is none. */
  readonly refusal: RangeRefusal | null;
  readonly conditions: readonly RowCondition[];
  readonly search: string;
  /** The values found, not more than can be listed. */
  readonly values: readonly ValueCount[];
  /** How many more there are. */
  readonly more: number;
  readonly isChosen: (value: string) => boolean;
  /** About the values found, listed or not. */
  readonly allChosen: boolean;
  readonly noneChosen: boolean;
  readonly numbers: NumberDisplay;
}

export interface ColumnMenuActions {
  /** `add`: after the columns sorted by already. */
  sort(descending: boolean, add: boolean): void;
  clearSort(): void;
  sortFile(descending: boolean): void;
  search(typed: string): void;
  toggle(value: string, on: boolean): void;
  toggleListed(on: boolean): void;
  range(end: 'min' | 'max', typed: string): void;
  condition(condition: RowCondition, on: boolean): void;
  apply(): void;
  clearFilter(): void;
}

export function columnMenuView(model: ColumnMenuModel, actions: ColumnMenuActions): TemplateResult {
  return html`${sortView(model, actions)}
    <hr class="column-menu-line" />
    ${model.range === null ? nothing : rangeView(model, actions)} ${valuesView(model, actions)}
    ${conditionsView(model, actions)}
    <div class="column-menu-buttons">
      <button class="button" @click=${() => actions.apply()}>${text.columnMenu.apply}</button>
      ${
        model.isFiltered
          ? html`<button class="button button-secondary" @click=${() => actions.clearFilter()}>
              ${text.columnMenu.clearFilter}
            </button>`
          : nothing
      }
    </div>`;
}

function sortView(
  { sort, sortsOthers, readOnly }: ColumnMenuModel,
  actions: ColumnMenuActions,
): TemplateResult {
  const item = (descending: boolean): TemplateResult => {
    const direction = descending ? 'descending' : 'ascending';
    return html`<button
      class="menu-item"
      aria-pressed=${sort === direction ? 'true' : 'false'}
      title=${sortsOthers ? text.columnMenu.addHint : nothing}
      @click=${(event: MouseEvent) => actions.sort(descending, event.shiftKey)}
    >
      <span class="menu-sign" aria-hidden="true">${text.order.arrow[direction]}</span>
      ${text.columnMenu.sort[direction]} ${sort === direction ? text.columnMenu.current : nothing}
    </button>`;
  };
  return html`${item(false)} ${item(true)}
    ${
      sort === null
        ? nothing
        : html`<button class="menu-item" @click=${() => actions.clearSort()}>
            <span class="menu-sign"></span> ${text.columnMenu.clearSort}
          </button>`
    }
    <button
      class="menu-item"
      ?disabled=${readOnly}
      title=${text.columnMenu.sortFileHint}
      @click=${() => actions.sortFile(sort === 'descending')}
    >
      <span class="menu-sign"></span> ${text.columnMenu.sortFile}
    </button>`;
}

function rangeView({ range, refusal, label }: ColumnMenuModel, actions: ColumnMenuActions): TemplateResult {
  const end = (name: 'min' | 'max'): TemplateResult =>
    html`<label class="column-menu-end">
      ${text.columnMenu[name]}
      ${textInput({
        className: 'text-input',
        value: range?.[name] ?? '',
        decimal: true,
        invalid: refusal?.at.includes(name) ?? false,
        errorId: 'range-error',
        typed: (typed) => actions.range(name, typed),
      })}
    </label>`;
  return html`<div class="column-menu-range" role="group" aria-label=${text.columnMenu.range(label)}>
    ${end('min')} ${end('max')}
    ${refusal === null ? nothing : html`<p class="column-menu-error" id="range-error" role="alert">${refusal.message}</p>`}
  </div>`;
}

function valuesView(model: ColumnMenuModel, actions: ColumnMenuActions): TemplateResult {
  const { search, values, more, allChosen, noneChosen, numbers } = model;
  const checked = (event: Event): boolean => (event.target as HTMLInputElement).checked;
  return html`<div class="column-menu-values" role="group" aria-label=${text.columnMenu.values(model.label)}>
    ${textInput({
      className: 'text-input',
      type: 'search',
      name: text.columnMenu.search,
      placeholder: text.columnMenu.search,
      value: search,
      typed: (typed) => actions.search(typed),
    })}
    <label class="column-menu-value">
      <input
        type="checkbox"
        .checked=${live(allChosen)}
        .indeterminate=${live(!allChosen && !noneChosen)}
        @change=${(event: Event) => actions.toggleListed(checked(event))}
      />
      ${search === '' ? text.columnMenu.all : text.columnMenu.allFound}
    </label>
    <div class="column-menu-list">
      ${repeat(
        values,
        ({ value }) => value,
        ({ value, count }) =>
          html`<label class="column-menu-value">
            <input
              type="checkbox"
              .checked=${live(model.isChosen(value))}
              @change=${(event: Event) => actions.toggle(value, checked(event))}
            />
            <span class="column-menu-name" title=${value}>${value === '' ? text.order.blank : value}</span>
            <span class="column-menu-count">${numbers.count(count)}</span>
          </label>`,
      )}
      ${values.length === 0 ? html`<p class="column-menu-note">${text.columnMenu.none}</p>` : nothing}
      ${
        more === 0
          ? nothing
          : html`<p class="column-menu-note">${text.columnMenu.more(numbers.count(more))}</p>`
      }
    </div>
  </div>`;
}

function conditionsView({ conditions }: ColumnMenuModel, actions: ColumnMenuActions): TemplateResult {
  const box = (condition: RowCondition): TemplateResult =>
    html`<label class="column-menu-value">
      <input
        type="checkbox"
        .checked=${live(conditions.includes(condition))}
        @change=${(event: Event) => actions.condition(condition, (event.target as HTMLInputElement).checked)}
      />
      ${text.columnMenu.condition[condition]}
    </label>`;
  return html`<div class="column-menu-conditions" role="group" aria-label=${text.columnMenu.rows}>
    ${box('belowGoal')} ${box('hasProblem')}
  </div>`;
}
