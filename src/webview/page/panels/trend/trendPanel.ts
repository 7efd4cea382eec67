import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { IntervalResult, MetricResult, Trend, TrendPoint } from '../../../../core';
import { analyseTrend, DEFAULT_LEVEL } from '../../../../core';
import type { Chart } from '../../../../charts';
import { chartOfTrend } from '../../../../charts';
import type { NumberDisplay } from '../../numbers';
import { NO_VALUE } from '../../text';
import { selectControl } from '../../widgets';
import type { DataTable, Panel, PanelPlace } from '../frame';
import { chartView, chosen, chosenRange, gapsView, legendView, rangeControl } from '../frame';
import { trendText as text } from './text';

const averages = ['rolling3', 'rolling12'] as const;
type Average = (typeof averages)[number];

/** Retention over time: is it rising, is that noise, and where is the goal? */
export const trendPanel: Panel = {
  id: 'trend',
  title: text.title,
  view: (place) => {
    const { session, actions } = place;
    const model = analyseTrend(session.notebook, session.segment, { last: chosenRange(place) });
    return html`${leadView(model, session.numbers)} ${controlsView(place, model)}
    ${model.points.length === 0 ? html`<p class="panel-note">${text.nothing}</p>` : pictureView(place, model)}
    ${gapsView(model.gaps, actions)}`;
  },
};

function leadView({ mean, points }: Trend, numbers: NumberDisplay): TemplateResult {
  const complete = points.filter(({ incomplete, planned }) => !incomplete && !planned).length;
  const sentence =
    mean.value === null
      ? mean.message
      : text.lead(numbers.percent(mean.value), text.periods(complete, numbers.count(complete)));
  return html`<p class="panel-lead">${sentence}</p>`;
}

function controlsView(place: PanelPlace, { available }: Trend): TemplateResult {
  const value = chosen(place, 'average', averages);
  const options = averages.map((average) => ({ value: average, label: text.averages[average] }));
  return html`<div class="panel-controls">
    ${rangeControl(place, 'trend', available)}
    ${selectControl('trend-average', text.average, '', options, {
      value,
      disabled: false,
      choose: (average) => place.setOption('average', average),
    })}
  </div>`;
}

function pictureView(place: PanelPlace, model: Trend): TemplateResult {
  const { session, actions, width } = place;
  const { numbers } = session;
  const average = chosen(place, 'average', averages);
  const { points } = model;
  const has = (value: (point: TrendPoint) => unknown): boolean =>
    points.some((point) => value(point) !== null);
  return html`${chartView({
    title: text.title,
    chart: chartOf(model, average, width, numbers),
    table: tableOf(model, average, numbers),
    actions,
  })}
  ${legendView([
    { ink: 'line', line: 'solid', label: text.legend.rate },
    { ink: 'band', line: 'area', label: text.legend.interval(numbers.exactPercent(DEFAULT_LEVEL)) },
    has(({ goal }) => goal) && { ink: 'goal', line: 'dashed', label: text.legend.goal },
    has((point) => point[average].value) && { ink: 'average', line: 'dotted', label: text.legend[average] },
    points.some(({ incomplete }) => incomplete) && {
      ink: 'line',
      line: 'hollow',
      label: text.legend.incomplete,
    },
  ])}`;
}

function chartOf(model: Trend, average: Average, width: number, numbers: NumberDisplay): Chart {
  const { points, mean } = model;
  return chartOfTrend(model, {
    width,
    average,
    label: text.label(points[0]?.name ?? '', points.at(-1)?.name ?? '', rateText(mean, numbers)),
    title: (point) =>
      text.point(nameOf(point), rateText(point.crr, numbers), intervalText(point.wilson, numbers)),
    mark: text.mark,
    format: (share) => numbers.exactPercent(share),
  });
}

function tableOf({ points }: Trend, average: Average, numbers: NumberDisplay): DataTable {
  return {
    columns: text.columns,
    rows: points.map((point) => [
      nameOf(point),
      rateText(point.crr, numbers),
      intervalText(point.wilson, numbers) || NO_VALUE,
      point.goal === null ? NO_VALUE : numbers.exactPercent(point.goal.share),
      rateText(point[average], numbers),
      point.counts.start === null ? NO_VALUE : numbers.count(point.counts.start),
    ]),
  };
}

function nameOf({ name, incomplete }: TrendPoint): string {
  return incomplete ? text.running(name) : name;
}

function rateText({ value }: MetricResult, numbers: NumberDisplay): string {
  return value === null ? NO_VALUE : numbers.percent(value);
}

function intervalText(interval: IntervalResult, numbers: NumberDisplay): string {
  return 'low' in interval
    ? `${numbers.percentDigits(interval.low)}\u2013${numbers.percent(interval.high)}`
    : '';
}
