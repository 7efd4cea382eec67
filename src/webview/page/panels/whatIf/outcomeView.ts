import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MetricResult, ScenarioDifference, ScenarioOutcome } from '../../../../core';
import type { PanelPlace } from '../frame';
import { gapsView } from '../frame';
import { figureOf } from './figures';
import type { Figure } from './figures';
import type { WhatIf } from './reading';
import { whatIfText as text } from './text';

/** One line of the comparison: a figure, and by how much a scenario changes it. */
interface Measure {
  readonly label: string;
  readonly figure: (outcome: ScenarioOutcome) => Figure;
  readonly difference: (difference: ScenarioDifference) => string | null;
}

/** How the year ends: as it is and under each scenario, side by side, with what differs. */
export function outcomeView(place: PanelPlace, { model, baseline, drafts }: WhatIf): TemplateResult {
  const measures = measuresOf(place);
  const columns = model.outcomes.map((outcome, index) => ({ outcome, active: index === drafts.active }));
  return html`<div class="whatif-outcome" tabindex="0" role="region" aria-label=${text.outcome}>
      <table aria-label=${text.outcome}>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${text.outcome}</span></th>
            <th scope="col" title=${baseline.name}>${text.asItIs}</th>
            ${columns.map(
              ({ outcome, active }) =>
                html`<th scope="col" class=${active ? 'is-active' : ''}>${outcome.name}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${measures.map(
            ({ label, figure, difference }) =>
              html`<tr>
                <th scope="row">${label}</th>
                ${cellView(figure(baseline), null)}
                ${columns.map(({ outcome }) => cellView(figure(outcome), difference(outcome.difference)))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${gapsView(
      reasonsOf(
        measures.flatMap(({ figure }) => [baseline, ...model.outcomes].map((outcome) => figure(outcome))),
      ),
      place.actions,
    )}`;
}

function cellView({ text: shown, why }: Figure, difference: string | null): TemplateResult {
  return html`<td title=${why ?? nothing}>
    <span class="whatif-figure">${shown}</span>${
      difference === null ? nothing : html` <span class="whatif-difference">(${difference})</span>`
    }${why === null ? nothing : html`<span class="visually-hidden"> ${why}</span>`}
  </td>`;
}

function measuresOf({ session: { numbers, notebook } }: PanelPlace): Measure[] {
  const { currency } = notebook.document.settings;
  const signed = (result: MetricResult, show: (size: number) => string): string | null => {
    const { value } = result;
    if (value === null) return null;
    return value === 0 ? text.same : show(value);
  };
  const { measures } = text;
  return [
    {
      label: measures.endCustomers,
      figure: ({ endCustomers }) => figureOf(endCustomers, numbers.count),
      difference: ({ endCustomers }) => signed(endCustomers, numbers.signedCount),
    },
    {
      label: measures.compounded,
      figure: ({ compounded }) => figureOf(compounded, numbers.percent),
      difference: ({ points }) => signed(points, (value) => text.points(numbers.signedPoints(value))),
    },
    {
      label: measures.goal,
      figure: ({ goal, reached }) =>
        figureOf(goal, (value) => {
          const shown = numbers.percent(value);
          return reached === null ? shown : reached ? text.met(shown) : text.missed(shown);
        }),
      difference: () => null,
    },
    {
      label: measures.customersShort,
      figure: ({ customersShort }) => figureOf(customersShort, numbers.count),
      difference: ({ customersShort }) => signed(customersShort, numbers.signedCount),
    },
    {
      label: measures.revenue,
      figure: ({ revenue }) => figureOf(revenue, (value) => numbers.money(value, currency)),
      difference: ({ revenue }) => signed(revenue, (value) => numbers.signedMoney(value, currency)),
    },
  ];
}

/** Each reason once, however many figures it leaves out. */
function reasonsOf(figures: readonly Figure[]): { message: string; rows: readonly number[] }[] {
  const whys = new Set(figures.map(({ why }) => why));
  return [...whys].flatMap((message) => (message === null ? [] : [{ message, rows: [] }]));
}
