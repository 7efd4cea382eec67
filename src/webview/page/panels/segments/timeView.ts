import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { MultipleSeries } from '../../../../charts';
import { multiplesChart } from '../../../../charts';
import { NO_VALUE } from '../../text';
import type { DataTable } from '../frame';
import { legendView } from '../frame';
import type { Drawing } from './drawn';
import { segmentsChart } from './drawn';
import { segmentsText as text } from './text';
import { rateIn } from './words';

/** Each segment over time on one scale. */
export function timeView(drawing: Drawing): TemplateResult {
  const { place, model, lines } = drawing;
  const { numbers, segment } = place.session;
  const { periods, total } = model;
  const running = periods.findIndex(({ incomplete }) => incomplete);
  const names = periods.map(({ name, incomplete }) => (incomplete ? text.running(name) : name));
  const series = lines.map(({ name, series: own }): MultipleSeries => {
    const known = own.filter((period) => period !== null && period.crr.value !== null);
    const last = known.filter((period) => period?.incomplete === false).at(-1) ?? known.at(-1) ?? null;
    const value = rateIn(last, numbers);
    return {
      key: name,
      name,
      rates: own.map((period) => period?.crr.value ?? null),
      goals: own.map((period) => period?.goal?.share ?? null),
      marked: name === segment,
      value,
      title: last === null ? text.time.nothing(name) : text.time.cell(name, value),
    };
  });
  const [first = '', last = ''] = [names[0], names.at(-1)];
  const chart = multiplesChart({
    width: place.width,
    label: text.time.label(first, last, series.map(({ title }) => title).join('; ')),
    periods: periods.map(({ name }) => name),
    series,
    reference: total.map((period) => period?.crr.value ?? null),
    running: running < 0 ? null : running,
    format: (share) => numbers.exactPercent(share),
  });
  const table: DataTable = {
    columns: [text.time.period, ...lines.map(({ name }) => name), text.everybody],
    rows: names.map((name, index) => [
      name,
      ...lines.map(({ series: own }) => rateIn(own[index] ?? null, numbers)),
      total[index] === undefined ? NO_VALUE : rateIn(total[index], numbers),
    ]),
  };
  return html`${segmentsChart(drawing, chart, table)}
  ${legendView([
    { ink: 'line', line: 'solid', label: text.time.legend.rate },
    total.some((period) => period !== null) && {
      ink: 'average',
      line: 'dotted',
      label: text.rates.legend.reference(model.totalIsSum),
    },
    series.some(({ goals }) => goals.some((goal) => goal !== null)) && {
      ink: 'goal',
      line: 'dashed',
      label: text.rates.legend.goal,
    },
    running >= 0 && { ink: 'line', line: 'hollow', label: text.time.legend.incomplete },
  ])}`;
}
