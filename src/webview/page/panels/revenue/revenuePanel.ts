import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Gap, RevenueAnalysis } from '../../../../core';
import { analyseRevenue } from '../../../../core';
import type { NumberDisplay } from '../../numbers';
import { selectControl } from '../../widgets';
import type { Panel, PanelPlace } from '../frame';
import { addColumnView, chosen, chosenRange, gapsView, rangeControl } from '../frame';
import { figuresView } from './figuresView';
import { movementsView } from './movementsView';
import { settingLink, settingsView } from './settingsView';
import { revenueText as text } from './text';
import { timeView } from './timeView';

const views = ['movements', 'time'] as const;
/** A period's name as a choice: with a sign before it, because it may be anything. */
const named = (period: string): string => `=${period}`;

/** What recurring revenue did, what a customer is worth, and what more retention would be worth. */
export const revenuePanel: Panel = {
  id: 'revenue',
  title: text.title,
  view: (place) => {
    const { numbers } = place.session;
    const model = modelOf(place);
    const view = chosen(place, 'view', views);
    const any = hasRevenue(model);
    // What the lead says already, the list below need not.
    const gaps = any ? model.gaps : model.gaps.filter(({ code }) => code !== 'no-revenue');
    return html`<p class="panel-lead">${leadOf(model, numbers)}</p>
      ${any ? controlsView(place, model, view) : addColumnView(place, 'mrr')}
      ${any ? (view === 'time' ? timeView : movementsView)(place, model) : nothing}
      ${model.chosen === null ? nothing : figuresView(place, model, any)} ${settingsView(place)}
      ${gapsView(gaps, place.actions, (gap) => linkOf(place, gap))}`;
  },
};

function modelOf(place: PanelPlace): RevenueAnalysis {
  const { notebook, segment } = place.session;
  const { period } = place.options;
  const last = chosenRange(place);
  return analyseRevenue(notebook, segment, {
    last,
    ...(typeof period === 'string' ? { period: period.slice(named('').length) } : {}),
  });
}

/** False when the table has none of it: then there is no picture, only what a customer is worth by the settings. */
function hasRevenue({ chosen: period, steps }: RevenueAnalysis): boolean {
  return period !== null && steps.some(({ amount }) => amount.value !== null);
}

function leadOf(model: RevenueAnalysis, numbers: NumberDisplay): string {
  const { chosen: found, gaps } = model;
  if (found === null) return text.nothing;
  const { period, figures } = found;
  const { grr, nrr } = figures;
  const name = period.incomplete ? text.running(period.name) : period.name;
  if (grr.value === null) {
    const nowhere = hasRevenue(model) ? undefined : gaps.find(({ code }) => code === 'no-revenue');
    return nowhere?.message ?? text.leadUnknown(name, grr.message);
  }
  return nrr.value === null
    ? text.leadGross(name, numbers.percent(grr.value), nrr.message)
    : text.lead(name, numbers.percent(grr.value), numbers.percent(nrr.value));
}

function controlsView(
  place: PanelPlace,
  model: RevenueAnalysis,
  view: (typeof views)[number],
): TemplateResult {
  const { notebook, segment } = place.session;
  const { series, chosen: found } = model;
  const periods = series
    .map(({ period: { name, incomplete } }) => ({
      value: named(name),
      label: incomplete ? text.running(name) : name,
    }))
    .reverse();
  return html`<div class="panel-controls">
    ${selectControl('revenue-period', text.period, '', periods, {
      value: named(found?.period.name ?? ''),
      disabled: false,
      choose: (period) => place.setOption('period', period),
    })}
    ${selectControl(
      'revenue-view',
      text.show,
      '',
      views.map((value) => ({ value, label: text.views[value] })),
      { value: view, disabled: false, choose: (value) => place.setOption('view', value) },
    )}
    ${view === 'time' ? rangeControl(place, 'revenue', notebook.periodCount(segment)) : nothing}
  </div>`;
}

/** The way to the setting that a gap names. */
function linkOf(place: PanelPlace, { code }: Gap): TemplateResult | typeof nothing {
  if (code === 'no-currency') return settingLink(place, 'currency');
  if (code !== 'needs-setting') return nothing;
  const { settings } = place.session.notebook.document;
  return settingLink(place, settings.gross_margin === null ? 'gross_margin' : 'acquisition_cost');
}
