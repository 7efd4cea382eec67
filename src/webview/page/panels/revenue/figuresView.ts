import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MetricResult, RevenueAnalysis, RevenueFigure, RevenueGoal } from '../../../../core';
import { roundDecimal } from '../../../../core';
import { trimDecimal } from '../../numbers';
import { NO_VALUE } from '../../text';
import type { PanelPlace } from '../frame';
import { periodWords } from '../frame';
import type { RevenueSetting } from './settings';
import { settingLink } from './settingsView';
import { revenueText as text } from './text';

const groups = {
  kept: ['grr', 'nrr', 'grossRevenueChurn', 'netRevenueChurn', 'quickRatio'],
  customer: ['arpa', 'ltv', 'cacPayback', 'ltvToCac'],
  gain: ['customerValue', 'retentionGain1', 'retentionGain5'],
} as const satisfies Record<string, readonly RevenueFigure[]>;

/**
 * The figures of the period in groups, each with what it is measured by, or why it is not there.
 *
 * @param hasRevenue false when the table has no revenue that could be kept
 */
export function figuresView(place: PanelPlace, model: RevenueAnalysis, hasRevenue: boolean): TemplateResult {
  return html`${hasRevenue ? groupView(place, model, 'kept') : nothing} ${groupView(place, model, 'customer')}
  ${groupView(place, model, 'gain')} ${baselineView(place, model)}`;
}

function groupView(place: PanelPlace, model: RevenueAnalysis, group: keyof typeof groups): TemplateResult {
  return html`<h3 class="figures-title" id="revenue-${group}">${text.groups[group]}</h3>
    <dl class="figures" aria-labelledby="revenue-${group}">
      ${groups[group].map((id) => figureView(place, model, id))}
    </dl>`;
}

function figureView(place: PanelPlace, model: RevenueAnalysis, id: RevenueFigure): TemplateResult {
  const result = model.chosen?.figures[id] ?? model.baseline;
  const isGoal = id === 'grr' || id === 'nrr';
  return html`<div class="figure">
    <dt>${text.figure[id]}</dt>
    <dd class="figure-value">${valueText(place, model, id, result)}</dd>
    ${isGoal ? goalView(place, model[`${id}Goal`], result) : noteView(place, model, id, result)}
  </div>`;
}

function valueText(
  { session: { numbers, notebook } }: PanelPlace,
  { currency }: RevenueAnalysis,
  id: RevenueFigure,
  { value }: MetricResult,
): string {
  if (value === null) return NO_VALUE;
  const oneDecimal = (): string => numbers.decimal(trimDecimal(roundDecimal(value, 1)));
  switch (id) {
    case 'endRevenue':
    case 'arpa':
    case 'ltv':
    case 'customerValue':
      return numbers.money(value, currency);
    case 'quickRatio':
      return oneDecimal();
    case 'ltvToCac':
      return text.times(oneDecimal());
    case 'cacPayback':
      return `${oneDecimal()} ${periodWords[notebook.document.granularity]}`;
    case 'retentionGain1':
    case 'retentionGain5':
      return `+${numbers.percent(value)}`;
    case 'grr':
    case 'nrr':
    case 'nrrWithReactivated':
    case 'grossRevenueChurn':
    case 'netRevenueChurn':
      return numbers.percent(value);
  }
}

function goalView(
  place: PanelPlace,
  { goal, gapPoints }: RevenueGoal,
  result: MetricResult,
): TemplateResult | typeof nothing {
  if (result.value === null) return html`<dd class="figure-note">${result.message}</dd>`;
  if (goal === null) return nothing;
  const { numbers } = place.session;
  const written = numbers.exactPercent(goal.share);
  return html`<dd class="figure-note">
    ${
      gapPoints.value === null
        ? text.note.goalOnly(written, gapPoints.message)
        : text.note.goal(written, numbers.signedPoints(gapPoints.value))
    }
  </dd>`;
}

function noteView(
  place: PanelPlace,
  model: RevenueAnalysis,
  id: RevenueFigure,
  result: MetricResult,
): TemplateResult | typeof nothing {
  if (result.value === null) {
    const key = settingFor(place, model, id, result);
    return html`<dd class="figure-note">
      ${result.message} ${key === null ? nothing : settingLink(place, key)}
    </dd>`;
  }
  const note = noteOf(id);
  return note === null ? nothing : html`<dd class="figure-note">${note}</dd>`;
}

function noteOf(id: RevenueFigure): string | null {
  switch (id) {
    case 'quickRatio':
    case 'arpa':
    case 'ltv':
    case 'ltvToCac':
    case 'customerValue':
      return text.note[id];
    case 'retentionGain1':
    case 'retentionGain5':
      return text.note.gain;
    default:
      return null;
  }
}

/** The setting without which a figure is not there, or null when it is something else that is missing. */
function settingFor(
  { session }: PanelPlace,
  { chosen }: RevenueAnalysis,
  id: RevenueFigure,
  result: MetricResult,
): RevenueSetting | null {
  if (!('reason' in result) || result.reason !== 'needs-setting') return null;
  const { settings } = session.notebook.document;
  const own: readonly RevenueSetting[] =
    id === 'cacPayback' ? ['acquisition_cost', 'gross_margin'] : ['gross_margin', 'acquisition_cost'];
  // Revenue per customer comes from the columns of revenue where there are any.
  const needed = chosen?.figures.arpa.value === null ? (['revenue_per_customer', ...own] as const) : own;
  return needed.find((key) => settings[key] === null) ?? null;
}

function baselineView({ session }: PanelPlace, model: RevenueAnalysis): TemplateResult {
  const { numbers } = session;
  const { baseline, discount } = model;
  const rate = baseline.value;
  const how = discount === null ? text.undiscounted : text.discounted(numbers.exactPercent(discount));
  return html`<p class="panel-note">
    ${rate === null ? baseline.message : text.baseline(numbers.percent(rate), how)}
  </p>`;
}
