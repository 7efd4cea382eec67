import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Suggestion } from '../../../../core';
import { addStrategy, GUIDES, suggestStrategies } from '../../../../core';
import { textInput } from '../../widgets';
import type { PanelPlace } from '../frame';
import { choiceGroups, taskFor } from './choices';
import type { ChoiceGroup } from './choices';
import { playbookText } from './text';

const text = playbookText.picker;

/** Opens the list of strategies, or closes it again. */
export function openPicker(place: PanelPlace, event: Event): void {
  const content = (event.currentTarget as HTMLElement).closest('.panel-content');
  const opening = place.options['picking'] !== true;
  place.setOptions({ picking: opening, sought: '', strategy: null });
  if (opening) content?.querySelector<HTMLElement>('.picker input')?.focus();
}

/** The strategies of the library to choose one of. The keys stay in the field; arrows move through the list. */
export function pickerView(place: PanelPlace): TemplateResult {
  const { notebook, segment, numbers } = place.session;
  const sought = typeof place.options['sought'] === 'string' ? place.options['sought'] : '';
  const groups = choiceGroups(suggestStrategies(notebook, segment), sought);
  const choices = groups.flatMap((group) => group.choices);
  const active = choices.find(({ strategy }) => strategy.id === place.options['strategy']) ?? choices[0];
  return html`<div
    class="picker framed"
    role="group"
    aria-label=${text.region}
    @keydown=${(event: KeyboardEvent) => key(place, event, choices, active)}
  >
    <div class="picker-find">
      ${textInput({
        className: 'text-input',
        type: 'search',
        name: text.filter,
        placeholder: text.placeholder,
        value: sought,
        leads: { list: 'picker-list', entry: active === undefined ? null : optionId(active) },
        typed: (typed) => {
          place.setOptions({ sought: typed, strategy: null });
          showActive();
        },
      })}
      <span class="picker-count" role="status"
        >${text.found(choices.length, numbers.count(choices.length))}</span
      >
    </div>
    <div class="picker-body">
      <div class="picker-list framed" id="picker-list" role="listbox" aria-label=${text.list}>
        ${groups.map((group, index) => groupView(place, group, index, active))}
        ${choices.length === 0 ? html`<p class="panel-note">${text.none}</p>` : nothing}
      </div>
      ${active === undefined ? nothing : detailView(place, active)}
    </div>
    <div class="panel-controls">
      <button class="button" ?disabled=${active === undefined} @click=${() => active && add(place, active)}>
        ${text.add}
      </button>
      <button class="button button-secondary" @click=${() => close(place)}>${text.close}</button>
      <span class="picker-keys">${text.keys}</span>
    </div>
  </div>`;
}

function groupView(
  place: PanelPlace,
  { heading, choices }: ChoiceGroup,
  index: number,
  active: Suggestion | undefined,
): TemplateResult {
  return html`<div role="group" aria-labelledby=${`picker-group-${index}`}>
    <p class="picker-heading" id=${`picker-group-${index}`}>${heading}</p>
    ${choices.map(
      ({ strategy }) =>
        html`<div
          class="picker-option list-entry"
          role="option"
          id=${optionId({ strategy })}
          aria-selected=${strategy.id === active?.strategy.id ? 'true' : 'false'}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => choose(place, strategy.id)}
          @dblclick=${() => active && add(place, active)}
        >
          ${strategy.title} <span class="picker-guide">${GUIDES[strategy.guide]}</span>
        </div>`,
    )}
  </div>`;
}

function optionId({ strategy }: Pick<Suggestion, 'strategy'>): string {
  return `picker-${strategy.id}`;
}

/** All there is to know of the strategy that would be added. */
function detailView(place: PanelPlace, suggestion: Suggestion): TemplateResult {
  const { strategy, because } = suggestion;
  return html`<div class="picker-detail" id="picker-detail">
    <p class="picker-title">${strategy.title}</p>
    <p class="picker-heading">${text.why}</p>
    ${
      because.length === 0
        ? html`<p>${text.noWhy}</p>`
        : html`<ul>
            ${because.map(({ message }) => html`<li>${message}</li>`)}
          </ul>`
    }
    <p class="picker-heading">${playbookText.checklist}</p>
    <ul>
      ${strategy.checklist.map((step) => html`<li>${step}</li>`)}
    </ul>
    ${strategy.measure === null ? nothing : html`<p>${playbookText.measure}: ${strategy.measure}.</p>`}
    <p class="picker-keys">${playbookText.source(GUIDES[strategy.guide])} ${whatFor(place, suggestion)}</p>
  </div>`;
}

function whatFor({ session }: PanelPlace, suggestion: Suggestion): string {
  const { segment, reason } = taskFor(suggestion, session.segment);
  const parts = [
    segment === null ? null : text.forSegment(segment),
    reason === null ? null : text.forReason(reason),
  ].filter((part) => part !== null);
  return parts.length === 0 ? text.plain : text.for(parts.join(', '));
}

/** Brings the entry that is meant into view. */
function showActive(): void {
  document.querySelector('.picker-option[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
}

function choose(place: PanelPlace, strategy: string): void {
  place.setOption('strategy', strategy);
  showActive();
}

function key(
  place: PanelPlace,
  event: KeyboardEvent,
  choices: readonly Suggestion[],
  active: Suggestion | undefined,
): void {
  if (event.isComposing) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    close(place);
    return;
  }
  if (!(event.target instanceof HTMLInputElement)) return;
  if (event.key === 'Enter' && active !== undefined) {
    event.preventDefault();
    add(place, active);
    return;
  }
  const at = active === undefined ? -1 : choices.indexOf(active);
  const last = choices.length - 1;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
  if (next === undefined || last < 0) return;
  event.preventDefault();
  choose(place, choices[Math.max(0, Math.min(next, last))]!.strategy.id);
}

function add(place: PanelPlace, suggestion: Suggestion): void {
  const { session, actions } = place;
  const { strategy } = suggestion;
  const task = taskFor(suggestion, session.segment);
  try {
    if (
      !actions.edit(
        addStrategy(session.notebook.document, strategy, task),
        playbookText.edit.add(strategy.title),
      )
    ) {
      actions.announce(playbookText.refuse.locked);
      return;
    }
  } catch (error) {
    // A segment's name with a brace or a quotation mark cannot be written there.
    if (!(error instanceof RangeError)) throw error;
    actions.announce(error.message);
    return;
  }
  actions.announce(text.added(strategy.title));
  close(place);
}

function close(place: PanelPlace): void {
  place.setOptions({ picking: false, sought: '', strategy: null });
  document.querySelector<HTMLElement>('.playbook-add')?.focus();
}
