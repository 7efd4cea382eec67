import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { scenarioEdits, whyNotWritten } from '../../../../core';
import type { PanelPlace } from '../frame';
import { keepDrafts } from './drafts';
import type { WhatIf } from './reading';
import { whatIfText as text } from './text';

const WHY_ID = 'whatif-why-not';

/** The button that writes the scenario to the file, or why it cannot be written. */
export function writeView(place: PanelPlace, whatIf: WhatIf): TemplateResult {
  const { session, actions } = place;
  if (session.readOnly !== null) return html`<span class="whatif-why">${text.readOnly}</span>`;
  const why = whyNot(place, whatIf);
  const { name } = whatIf.draft;
  const write = (): void => {
    const { notebook, segment } = session;
    const written = actions.edit(scenarioEdits(notebook, segment, whatIf.scenario), text.writeLabel(name));
    actions.announce(written ? text.written(name) : text.nothingToWrite);
  };
  return html`<button
      class="button"
      title=${text.writeHint(name)}
      ?disabled=${why !== null}
      aria-describedby=${why === null ? nothing : WHY_ID}
      @click=${write}
    >
      ${text.write}
    </button>
    ${why === null ? nothing : html`<span class="whatif-why" id=${WHY_ID}>${why}</span>`}`;
}

function whyNot({ session }: PanelPlace, { problems, draft, scenario }: WhatIf): string | null {
  if (draft.texts.size === 0) return text.unchanged;
  const { notebook, segment } = session;
  return problems.size > 0 ? text.correctFirst : whyNotWritten(notebook, segment, scenario);
}

/** Changes of periods that are no longer to come, with the way to be rid of them. */
export function staleView(place: PanelPlace, whatIf: WhatIf): TemplateResult | typeof nothing {
  const { drafts, draft, baseline } = whatIf;
  const isStale = (key: string): boolean => {
    const period = key.slice(key.indexOf('=') + 1);
    return period !== '' && baseline.periods.every(({ name }) => name !== period);
  };
  const stale = [...whatIf.problems].filter(([key]) => isStale(key));
  if (stale.length === 0) return nothing;
  const forget = (): void => {
    const texts = new Map([...draft.texts].filter(([key]) => !isStale(key)));
    const all = drafts.all.map((one, index) => (index === drafts.active ? { ...one, texts } : one));
    keepDrafts(place, { all, active: drafts.active });
    document.getElementById(`whatif-tab-${drafts.active}`)?.focus();
  };
  const messages = new Set(stale.map(([, message]) => message));
  return html`<p class="panel-note">
    ${[...messages].join(' ')}
    <button class="link-button" @click=${forget}>${text.stale}</button>
  </p>`;
}
