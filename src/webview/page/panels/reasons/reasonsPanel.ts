import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ReasonBar, Reasons } from '../../../../core';
import { analyseReasons, PARETO_LINE } from '../../../../core';
import type { ParetoBar } from '../../../../charts';
import { barsOfReasons, chartOfReasons } from '../../../../charts';
import type { NumberDisplay } from '../../numbers';
import { NO_VALUE } from '../../text';
import type { DataTable, PanelPlace } from '../frame';
import { addColumnView, chartView, legendView, spanPanel, spanText } from '../frame';
import { reasonsText as text } from './text';

/** Why customers left, the biggest reason first, and how much of it nobody knows. */
export const reasonsPanel = spanPanel({
  id: 'reasons',
  title: text.title,
  analyse: analyseReasons,
  lead: leadOf,
  picture: pictureView,
});

function leadOf(model: Reasons, numbers: NumberDisplay): string {
  const [biggest] = model.bars;
  if (biggest === undefined || model.none !== null) {
    return text.leadNone(spanText(model), model.none?.message ?? '');
  }
  const lead = text.lead(
    spanText(model),
    biggest.label,
    numbers.count(biggest.count),
    numbers.count(model.of),
    numbers.percent(biggest.share),
  );
  const vital = model.bars.filter((bar) => bar.vital);
  const reached = (vital.at(-1)?.cumulative ?? 0) >= PARETO_LINE;
  return reached
    ? `${lead} ${text.few(vital.length, numbers.count(vital.length), numbers.exactPercent(PARETO_LINE))}`
    : lead;
}

function pictureView(place: PanelPlace, model: Reasons): TemplateResult | typeof nothing {
  const { session, width, actions } = place;
  if (session.notebook.document.reasonColumns.length === 0) return addColumnView(place, 'reason_');
  if (model.bars.length === 0) return nothing;
  const { numbers } = session;
  const bars = barsOf(model, numbers);
  const has = (kind: ParetoBar['kind']): boolean => bars.some((bar) => bar.kind === kind);
  return html`${chartView({
    title: text.title,
    chart: chartOfReasons(bars, {
      width,
      label: text.label(spanText(model), bars.map(({ name, value }) => text.bar(name, value)).join(', ')),
      format: (share) => numbers.exactPercent(share),
    }),
    table: tableOf(model, numbers),
    actions,
  })}
  ${legendView([
    has('vital') && { ink: 'line', line: 'bar', label: text.legend.vital },
    has('other') && { ink: 'neutral', line: 'bar', label: text.legend.other },
    has('open') && { ink: 'mark', line: 'outline', label: text.legend.open },
    { ink: 'average', line: 'hollow', label: text.legend.total },
    { ink: 'goal', line: 'dashed', label: text.legend.line(numbers.exactPercent(PARETO_LINE)) },
  ])}`;
}

function barsOf(model: Reasons, numbers: NumberDisplay): ParetoBar[] {
  return barsOfReasons(model, {
    amount: (count, share) => text.amount(numbers.count(count), numbers.percent(share)),
    unexplained: text.unexplained,
    title: (name, amount, bar) =>
      bar === null ? text.bar(name, amount) : `${text.bar(name, amount)}. ${answeredBy(bar, numbers)}`,
  });
}

function answeredBy({ measures }: ReasonBar, numbers: NumberDisplay): string {
  return text.answered(measures.length, numbers.count(measures.length));
}

function tableOf({ bars, unexplained, of }: Reasons, numbers: NumberDisplay): DataTable {
  const rest = unexplained.value;
  return {
    columns: text.columns,
    rows: [
      ...bars.map(({ label, count, share, cumulative, measures }) => [
        label,
        numbers.count(count),
        numbers.percent(share),
        numbers.percent(cumulative),
        numbers.count(measures.length),
      ]),
      [
        text.unexplained,
        rest === null ? NO_VALUE : numbers.count(rest),
        rest === null ? NO_VALUE : numbers.percent(rest / of),
        NO_VALUE,
        NO_VALUE,
      ],
    ],
  };
}
