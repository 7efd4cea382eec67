import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { MOST_SCENARIOS } from '../../../../core';
import { field, placeByKey } from '../../widgets';
import type { PanelPlace } from '../frame';
import type { Drafts } from './drafts';
import { changeActive, emptyDraft, keepDrafts, uniqueName } from './drafts';
import { whatIfText as text } from './text';

/** The element that the tabs are for. */
export const SCENARIO_ID = 'whatif-scenario';
const tabId = (index: number): string => `whatif-tab-${index}`;

/** The id of the tab of the scenario that is edited. */
export function activeTabId({ active }: Drafts): string {
  return tabId(active);
}

/** The scenarios as tabs, and what can be done with them. */
export function tabsView(place: PanelPlace, drafts: Drafts): TemplateResult {
  const { all, active } = drafts;
  const add = (): void => {
    const draft = emptyDraft(all);
    keepDrafts(place, { all: [...all, draft], active: all.length });
    document.getElementById(tabId(all.length))?.focus();
    place.actions.announce(text.added(draft.name));
  };
  return html`<div class="whatif-tabs">
    <div
      class="whatif-tablist"
      role="tablist"
      aria-label=${text.scenarios}
      @keydown=${(event: KeyboardEvent) => moveTo(place, drafts, event)}
    >
      ${all.map(
        ({ name }, index) =>
          html`<button
            class="whatif-tab"
            id=${tabId(index)}
            role="tab"
            aria-selected=${index === active ? 'true' : 'false'}
            aria-controls=${SCENARIO_ID}
            tabindex=${index === active ? 0 : -1}
            @click=${() => keepDrafts(place, { all, active: index })}
          >
            ${name}
          </button>`,
      )}
    </div>
    ${
      all.length < MOST_SCENARIOS
        ? html`<button class="button button-secondary" @click=${add}>${text.add}</button>`
        : nothing
    }
  </div>`;
}

/** Name, reset and remove, for the scenario that is edited. */
export function scenarioTools(place: PanelPlace, { all, active }: Drafts): TemplateResult {
  const { actions } = place;
  const name = all[active]?.name ?? '';
  const others = all.filter((_, index) => index !== active);
  const rename = (typed: string): null => {
    changeActive(place, (draft) => ({ ...draft, name: uniqueName(typed, others) }));
    return null;
  };
  const reset = (): void => {
    changeActive(place, (draft) => ({ ...draft, texts: new Map() }));
    actions.announce(text.wasReset(name));
  };
  const remove = (): void => {
    const next = Math.max(0, active - 1);
    keepDrafts(place, { all: others, active: next });
    document.getElementById(tabId(next))?.focus();
    actions.announce(text.removed(name));
  };
  return html`<label class="whatif-name">
      <span class="control-label">${text.name}</span>
      <input
        class="text-input"
        type="text"
        spellcheck="false"
        autocomplete="off"
        maxlength="40"
        ${field({ value: name, commit: rename, refuse: () => undefined })}
      />
    </label>
    <button class="button button-secondary" title=${text.resetHint(name)} @click=${reset}>
      ${text.reset}
    </button>
    ${
      all.length > 1
        ? html`<button class="button button-secondary" title=${text.removeHint(name)} @click=${remove}>
            ${text.remove}
          </button>`
        : nothing
    }`;
}

/** The keys choose a tab and go to it. */
function moveTo(place: PanelPlace, { all, active }: Drafts, event: KeyboardEvent): void {
  const next = placeByKey(event.key, active, all.length, { arrows: 'horizontal', round: true });
  if (next === null) return;
  event.preventDefault();
  event.stopPropagation();
  keepDrafts(place, { all, active: next });
  document.getElementById(tabId(next))?.focus();
}
