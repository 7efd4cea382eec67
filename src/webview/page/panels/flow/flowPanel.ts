import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Flow, FlowStep } from '../../../../core';
import { analyseFlow } from '../../../../core';
import type { WaterfallStep } from '../../../../charts';
import { waterfallChart } from '../../../../charts';
import type { NumberDisplay } from '../../numbers';
import { NO_VALUE } from '../../text';
import type { DataTable, PanelPlace } from '../frame';
import { chartView, spanPanel, spanText } from '../frame';
import { flowText as text } from './text';

/** Where the customers went: start, new, won back, lost, end. */
export const flowPanel = spanPanel({
  id: 'flow',
  title: text.title,
  analyse: analyseFlow,
  lead: leadOf,
  picture: pictureView,
});

function leadOf(model: Flow, numbers: NumberDisplay): string {
  const { netGrowth, steps } = model;
  if (netGrowth.value === null) {
    return steps.length === 0 ? netGrowth.message : text.leadUnknown(spanText(model), netGrowth.message);
  }
  const level = (id: FlowStep['id']): string =>
    numbers.count(steps.find((step) => step.id === id)?.amount.value ?? 0);
  const count = numbers.count(Math.abs(netGrowth.value));
  const { up, down, none } = text.growth;
  const growth = netGrowth.value === 0 ? none : netGrowth.value > 0 ? up(count) : down(count);
  return text.lead(spanText(model), level('start'), level('end'), growth);
}

function pictureView({ session, width, actions }: PanelPlace, model: Flow): TemplateResult | typeof nothing {
  if (model.steps.length === 0) return nothing;
  const { numbers } = session;
  const steps = model.steps.map((step) => waterfallStep(step, numbers));
  return chartView({
    title: text.title,
    chart: waterfallChart({
      width,
      label: text.label(
        spanText(model),
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
