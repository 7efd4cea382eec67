import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { RevenueAnalysis, RevenuePeriod } from '../../../../core';
import type { MultipleSeries } from '../../../../charts';
import { multiplesChart } from '../../../../charts';
import { NO_VALUE } from '../../text';
import type { PanelPlace } from '../frame';
import { chartView, legendView } from '../frame';
import { revenueText as text } from './text';

const rates = ['grr', 'nrr'] as const;
type Rate = (typeof rates)[number];

/** Gross and net retention of revenue over time, on one scale with their goals. */
export function timeView(
  { session, width, actions }: PanelPlace,
  { series, currency, grrGoal, nrrGoal }: RevenueAnalysis,
): TemplateResult {
  const { numbers } = session;
  const goals = { grr: grrGoal.goal, nrr: nrrGoal.goal };
  const running = series.findIndex(({ period }) => period.incomplete);
  const names = series.map(({ period: { name, incomplete } }) => (incomplete ? text.running(name) : name));
  const rateOf = ({ figures }: RevenuePeriod, id: Rate): string => {
    const { value } = figures[id];
    return value === null ? NO_VALUE : numbers.percent(value);
  };
  const drawn = rates.map((id): MultipleSeries => {
    const complete = series.filter(({ period }) => !period.incomplete);
    const last = complete.at(-1);
    const value = last === undefined ? NO_VALUE : rateOf(last, id);
    return {
      key: null,
      name: text.figure[id],
      rates: series.map(({ figures }) => figures[id].value),
      goals: series.map(() => goals[id]?.share ?? null),
      marked: false,
      value,
      title: text.time.series(text.figure[id], value),
    };
  });
  return html`${chartView({
    title: text.timeTitle,
    chart: multiplesChart({
      width,
      label: text.time.label(names[0] ?? '', names.at(-1) ?? '', drawn.map(({ title }) => title).join(', ')),
      periods: series.map(({ period }) => period.name),
      series: drawn,
      reference: [],
      running: running < 0 ? null : running,
      format: (share) => numbers.exactPercent(share),
    }),
    table: {
      columns: text.time.columns,
      rows: series.map((one, index) => {
        const { start } = one.movements;
        return [
          names[index] ?? '',
          rateOf(one, 'grr'),
          rateOf(one, 'nrr'),
          start === null || start === undefined ? NO_VALUE : numbers.money(start, currency),
        ];
      }),
    },
    actions,
  })}
  ${legendView([
    { ink: 'line', line: 'solid', label: text.time.legend.rate },
    (goals.grr !== null || goals.nrr !== null) && {
      ink: 'goal',
      line: 'dashed',
      label: text.time.legend.goal,
    },
    running >= 0 && { ink: 'line', line: 'hollow', label: text.time.legend.incomplete },
  ])}`;
}
