import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { IntervalResult, MetricResult, NotebookPeriod, SegmentLine } from '../../../../core';
import { DEFAULT_LEVEL } from '../../../../core';
import type { IntervalRow } from '../../../../charts';
import { intervalChart } from '../../../../charts';
import type { NumberDisplay } from '../../numbers';
import { NO_VALUE } from '../../text';
import type { DataTable } from '../frame';
import { legendView } from '../frame';
import type { Drawing } from './drawn';
import { segmentsChart } from './drawn';
import { segmentsText as text } from './text';
import { countText, intervalText, rateIn, rateText, standingOf, verdictText } from './words';

/** The rates of one period with their intervals, the total above them. */
export function ratesView(drawing: Drawing): TemplateResult {
  const { place, model, lines, at } = drawing;
  const { numbers, segment } = place.session;
  const total = model.total[at] ?? null;
  const rows = [...totalRows(drawing, total), ...lines.map((line) => rowOf(line, segment, numbers))];
  const chart = intervalChart({
    width: place.width,
    label: text.rates.label(
      model.after ?? '',
      rateIn(total, numbers),
      rows
        .filter(({ together }) => !together)
        .map(({ title }) => title)
        .join('; '),
    ),
    rows,
    reference: total?.crr.value ?? null,
    format: (share) => numbers.exactPercent(share),
  });
  return html`${segmentsChart(drawing, chart, tableOf(drawing, numbers))}
    ${legendView([
      { ink: 'line', line: 'solid', label: text.rates.legend.interval(numbers.exactPercent(DEFAULT_LEVEL)) },
      total !== null && {
        ink: 'average',
        line: 'dotted',
        label: text.rates.legend.reference(model.totalIsSum),
      },
      rows.some(({ goal }) => goal !== null) && {
        ink: 'goal',
        line: 'dashed',
        label: text.rates.legend.goal,
      },
    ])}
    <p class="panel-note">${text.rates.hint} ${model.lines.length > 2 ? text.many : nothing}</p>`;
}

/** All customers, and the chosen segments taken together. */
function totalRows({ place, model, at }: Drawing, total: NotebookPeriod | null): IntervalRow[] {
  const { numbers } = place.session;
  const row = (name: string, crr: MetricResult, wilson: IntervalResult): IntervalRow => ({
    key: null,
    name,
    together: true,
    marked: false,
    goal: null,
    sign: '',
    note: '',
    ...ratesOf(crr, wilson),
    value: rateText(crr, numbers),
    title: text.row(name, rateText(crr, numbers), intervalText(wilson, numbers), ''),
  });
  const rolled = model.rolledUp?.[at];
  return [
    ...(total === null ? [] : [row(text.everybody, total.crr, total.wilson)]),
    ...(rolled === undefined
      ? []
      : [row(text.together(numbers.count(model.lines.length)), rolled.crr, rolled.wilson)]),
  ];
}

function ratesOf(crr: MetricResult, wilson: IntervalResult): Pick<IntervalRow, 'rate' | 'low' | 'high'> {
  return {
    rate: crr.value,
    low: 'low' in wilson ? wilson.low : null,
    high: 'low' in wilson ? wilson.high : null,
  };
}

function rowOf(line: SegmentLine, shown: string | null, numbers: NumberDisplay): IntervalRow {
  const { name, after } = line;
  const standing = standingOf(line);
  return {
    key: name,
    name,
    together: false,
    marked: name === shown,
    goal: after?.goal?.share ?? null,
    ...(after === null ? { rate: null, low: null, high: null } : ratesOf(after.crr, after.wilson)),
    value: rateIn(after, numbers),
    sign: text.sign[standing],
    note: text.note[standing],
    title: titleOf(line, numbers),
  };
}

function titleOf(line: SegmentLine, numbers: NumberDisplay): string {
  const { name, after, rest } = line;
  if (after === null || after.crr.value === null) {
    const why = after === null ? ('message' in rest ? rest.message : '') : messageOf(after.crr);
    return text.unknown(name, why);
  }
  const interval = intervalText(after.wilson, numbers);
  return text.row(name, rateText(after.crr, numbers), interval, verdictText(line, numbers));
}

function messageOf(result: MetricResult): string {
  return 'message' in result ? result.message : '';
}

function tableOf({ lines }: Drawing, numbers: NumberDisplay): DataTable {
  return {
    columns: text.rates.columns,
    rows: lines.map((line) => {
      const { name, after, weight, rest } = line;
      return [
        name,
        rateIn(after, numbers),
        after === null ? NO_VALUE : intervalText(after.wilson, numbers) || NO_VALUE,
        after === null || after.goal === null ? NO_VALUE : numbers.exactPercent(after.goal.share),
        countText(after?.counts.start, numbers),
        rateText(weight, numbers),
        verdictText(line, numbers) || ('message' in rest ? rest.message : NO_VALUE),
      ];
    }),
  };
}
