import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Flow, FlowStep } from '../../../../core';
import { analyseFlow } from '../../../../core';
import type { WaterfallStep } from '../../../../charts';
import { waterfallChart } from '../../../../charts';
import type { NumberDisplay } from '../../numbers';
import { NO_VALUE } from '../../text';
import { selectControl } from '../../widgets';
import type { DataTable, Panel, PanelPlace } from '../frame';
import { chartView, gapsView } from '../frame';
import { flowText as text } from './text';

/** What stands for all periods together; a period's name comes with a sign before it. */
const TOGETHER = 'together';
const named = (period: string): string => `=${period}`;

/** Where the customers went: start, new, won back, lost, end. */
export const flowPanel: Panel = {
  id: 'flow',
  title: text.title,
  view: (place) => {
    const { session, actions } = place;
    const model = flowOf(place);
    return html`<p class="panel-lead">${leadOf(model, session.numbers)}</p>
      ${model.choices.length === 0 ? '' : periodControl(place, model)}
      ${model.steps.length === 0 ? '' : pictureView(place, model)} ${gapsView(model.gaps, actions)}`;
  },
};

function flowOf({ session, options }: PanelPlace): Flow {
  const { notebook, segment } = session;
  const { period } = options;
  const latest = analyseFlow(notebook, segment);
  if (period === TOGETHER) {
    const [from, to] = [latest.choices[0], latest.choices.at(-1)];
    return from === undefined || to === undefined ? latest : analyseFlow(notebook, segment, { from, to });
  }
  const chosen = latest.choices.find((name) => named(name) === period);
  return chosen === undefined ? latest : analyseFlow(notebook, segment, { from: chosen });
}

function spanOf({ first, last, incomplete }: Flow): string {
  const span = first === last ? (first ?? '') : text.together(first ?? '', last ?? '');
  return incomplete ? text.running(span) : span;
}

function leadOf(model: Flow, numbers: NumberDisplay): string {
  const { netGrowth, steps } = model;
  if (netGrowth.value === null) {
    return steps.length === 0 ? netGrowth.message : text.leadUnknown(spanOf(model), netGrowth.message);
  }
  const level = (id: FlowStep['id']): string =>
    numbers.count(steps.find((step) => step.id === id)?.amount.value ?? 0);
  const count = numbers.count(Math.abs(netGrowth.value));
  const { up, down, none } = text.growth;
  const growth = netGrowth.value === 0 ? none : netGrowth.value > 0 ? up(count) : down(count);
  return text.lead(spanOf(model), level('start'), level('end'), growth);
}

function periodControl(place: PanelPlace, { choices, first, last }: Flow): TemplateResult {
  const [oldest, newest] = [choices[0], choices.at(-1)];
  const together =
    choices.length < 2 || oldest === undefined || newest === undefined
      ? []
      : [{ value: TOGETHER, label: text.together(oldest, newest) }];
  const periods = choices.map((name) => ({ value: named(name), label: name })).reverse();
  return html`<div class="panel-controls">
    ${selectControl('flow-period', text.period, '', [...together, ...periods], {
      value: first === last ? named(first ?? '') : TOGETHER,
      disabled: false,
      choose: (period) => place.setOption('period', period),
    })}
  </div>`;
}

function pictureView({ session, width, actions }: PanelPlace, model: Flow): TemplateResult {
  const { numbers } = session;
  const steps = model.steps.map((step) => waterfallStep(step, numbers));
  return chartView({
    title: text.title,
    chart: waterfallChart({
      width,
      label: text.label(
        spanOf(model),
        steps.map(({ name, value }) => `${name} ${value === NO_VALUE ? text.unknown : value}`).join(', '),
      ),
      steps,
      format: (amount) => numbers.count(amount),
    }),
    table: tableOf(model, numbers),
    actions,
  });
}

function waterfallStep({ id, amount, from, to }: FlowStep, numbers: NumberDisplay): WaterfallStep {
  const name = text.step[id];
  const value = amountText({ id, amount }, numbers);
  const level = id === 'start' || id === 'end';
  return {
    name,
    kind: level ? 'level' : id === 'unexplained' ? 'open' : id === 'lost' ? 'fall' : 'rise',
    from,
    to,
    value,
    title: amount.value === null ? amount.message : `${name} ${value}`,
  };
}

function tableOf({ steps }: Flow, numbers: NumberDisplay): DataTable {
  return {
    columns: text.columns,
    rows: steps.map(({ id, amount, to }) => [
      text.step[id],
      amountText({ id, amount }, numbers),
      to === null ? NO_VALUE : numbers.count(to),
    ]),
  };
}

/** A change carries its sign; how many there are does not. */
function amountText({ id, amount }: Pick<FlowStep, 'id' | 'amount'>, numbers: NumberDisplay): string {
  const { value } = amount;
  if (value === null) return NO_VALUE;
  if (id === 'start' || id === 'end') return numbers.count(value);
  return numbers.signedCount(value);
}
