import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Panel, PanelPlace } from '../frame';
import { inputsView } from './inputsView';
import { leadOf } from './lead';
import { outcomeView } from './outcomeView';
import { pictureView } from './pictureView';
import { readWhatIf } from './reading';
import type { WhatIf } from './reading';
import { slidersView } from './slidersView';
import { activeTabId, SCENARIO_ID, scenarioTools, tabsView } from './tabsView';
import { whatIfText as text } from './text';
import { staleView, writeView } from './writeView';

/** From this width on, the outcome stands beside what is typed; the style sheet has the same gap. */
const TWO_COLUMNS = 960;
const GAP = 24;

/** What the rest of the year would be if its numbers were others. */
export const whatIfPanel: Panel = {
  id: 'whatIf',
  title: text.title,
  view: (place) => {
    const whatIf = readWhatIf(place);
    if ('drafts' in whatIf) return scenariosView(place, whatIf);
    return html`${whatIf.gaps.map(({ message }) => html`<p class="panel-lead">${message}</p>`)}`;
  },
};

function scenariosView(place: PanelPlace, whatIf: WhatIf): TemplateResult {
  const { drafts } = whatIf;
  const wide = place.width >= TWO_COLUMNS;
  const width = wide ? Math.floor((place.width - GAP) / 2) : place.width;
  const lead = leadOf(whatIf, place.session.numbers);
  // Said when a number is entered or a slider let go: every keystroke would be too much to hear.
  const entered = ({ target }: Event): void => {
    if (target instanceof HTMLElement && target.matches('.whatif-number, .whatif-slider input')) {
      place.actions.announce(lead);
    }
  };
  return html`<p class="panel-lead">${lead}</p>
    <div class="whatif ${wide ? 'is-wide' : ''}">
      <div class="whatif-result">${outcomeView(place, whatIf)}</div>
      <div class="whatif-edit">
        ${tabsView(place, drafts)}
        <div id=${SCENARIO_ID} role="tabpanel" aria-labelledby=${activeTabId(drafts)} @change=${entered}>
          <div class="panel-controls">${scenarioTools(place, drafts)} ${writeView(place, whatIf)}</div>
          ${staleView(place, whatIf)} ${slidersView(place, whatIf)} ${inputsView(place, whatIf)}
        </div>
      </div>
      <div class="whatif-picture">${pictureView(place, width, whatIf)} ${assumptionsView(whatIf)}</div>
    </div>`;
}

function assumptionsView({ model }: WhatIf): TemplateResult {
  return html`<h3 class="whatif-heading">${text.assumptions}</h3>
    <ul class="whatif-assumptions">
      ${[...model.assumptions, text.pessimistic, text.inOrder].map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`;
}
