import type { TemplateResult } from 'lit';
import type { RevenueAnalysis, RevenueStep } from '../../../../core';
import type { WaterfallStep } from '../../../../charts';
import { waterfallChart } from '../../../../charts';
import type { NumberDisplay } from '../../numbers';
import { NO_VALUE } from '../../text';
import type { PanelPlace } from '../frame';
import { chartView } from '../frame';
import { revenueText as text } from './text';

/** From the revenue of the start to that of the end. */
export function movementsView(
  { session, width, actions }: PanelPlace,
  { steps, currency, chosen }: RevenueAnalysis,
): TemplateResult {
  const { numbers } = session;
  const drawn = steps.map((step) => waterfallStep(step, currency, numbers));
  const words = drawn.map(({ name, value }) => `${name} ${value === NO_VALUE ? text.unknown : value}`);
  return chartView({
    title: text.title,
    chart: waterfallChart({
      width,
      label: text.label(chosen?.period.name ?? '', words.join(', ')),
      steps: drawn,
      format: (amount) => numbers.money(amount, currency),
    }),
    table: {
      columns: text.columns,
      rows: steps.map((step) => [
        text.step[step.id],
        amountText(step, currency, numbers),
        step.to === null ? NO_VALUE : numbers.money(step.to, currency),
      ]),
    },
    actions,
  });
}

const kinds = {
  start: 'level',
  end: 'level',
  new: 'rise',
  reactivated: 'rise',
  expansion: 'rise',
  contraction: 'fall',
  churned: 'fall',
  unexplained: 'open',
} as const satisfies Record<RevenueStep['id'], WaterfallStep['kind']>;

function waterfallStep(step: RevenueStep, currency: string | null, numbers: NumberDisplay): WaterfallStep {
  const { id, amount, from, to } = step;
  const name = text.step[id];
  const value = amountText(step, currency, numbers);
  const title = amount.value === null ? `${name}: ${amount.message}` : `${name} ${value}`;
  return { name, kind: kinds[id], from, to, value, title };
}

/** A change carries its sign; how much there is does not. */
function amountText({ id, amount }: RevenueStep, currency: string | null, numbers: NumberDisplay): string {
  const { value } = amount;
  if (value === null) return NO_VALUE;
  return kinds[id] === 'level' ? numbers.money(value, currency) : numbers.signedMoney(value, currency);
}
