import type { RowResult, Summary } from '../../core';
import { formatCount, formatPercent, oneLine } from '../../core';
import { countAll, countsText } from '../findings';
import { intervalText } from '../../report';
import type { TableColumn } from '../../report';
import { countText, figure, labelled, NOTHING, percentText, plural, pointsText, shortText } from '../figures';
import { logText } from '../escape';
import type { OpenFile } from '../notebook';
import { textTable } from '../table';

type SummaryLine = readonly [label: string, value: string, remark?: string];

/** Reports for a terminal. */
export function textReport(files: readonly OpenFile[]): string {
  return logText(files.map(textOf).join('\n'));
}

function textOf(file: OpenFile): string {
  const table = tableOf(file);
  const lines = [
    oneLine(titleOf(file)),
    oneLine(settingsLine(file)),
    '',
    ...textTable(table.columns, table.rows),
    ...table.remarks,
    '',
  ];
  for (const summary of summariesOf(file)) {
    lines.push(oneLine(headingOf(summary)), ...labelled(summaryLines(summary)).map((line) => `  ${line}`));
    if (summary.realismHint !== null) lines.push(`  ${oneLine(summary.realismHint)}`);
    lines.push('');
  }
  lines.push(problemsLine(file), '');
  return lines.join('\n');
}

function titleOf({ name, notebook }: OpenFile): string {
  const { title } = notebook.document.settings;
  return title === null || title === '' ? name : `${title} (${name})`;
}

function settingsLine({ notebook }: OpenFile): string {
  const { settings, granularity } = notebook.document;
  const per = granularity === 'custom' ? 'period' : granularity;
  return [
    settings.goal === null ? 'No goal' : `Goal ${formatPercent(settings.goal.share)} per ${per}`,
    `method ${settings.method}`,
    ...(settings.currency === null ? [] : [settings.currency]),
  ].join(' · ');
}

/** All customers, then each segment. */
function summariesOf({ notebook }: OpenFile): Summary[] {
  return [null, ...notebook.segments].map((segment) => notebook.summary(segment));
}

function headingOf({ segment, period }: Summary): string {
  const who = segment ?? 'All customers';
  return period === null ? `${who}: no complete period` : `${who}: ${period}, the last complete period`;
}

function tableOf({ notebook }: OpenFile): { columns: TableColumn[]; rows: string[][]; remarks: string[] } {
  const results = Array.from({ length: notebook.document.rowCount }, (_, row) => notebook.row(row));
  const columns = ROW_COLUMNS.filter(({ wanted }) => wanted === undefined || results.some(wanted));
  const rows = results.map((row) =>
    columns.map(({ value, align }) => (align === 'left' ? oneLine(value(row)) : value(row))),
  );
  const remarks = [
    ...(results.some(({ derived }) => derived.length > 0)
      ? [`${DERIVED} follows from the other counts`]
      : []),
    ...(results.some(({ incomplete }) => incomplete)
      ? [`${INCOMPLETE} not over yet: not in means and goals`]
      : []),
  ];
  return { columns: columns.map(({ title, align }) => ({ title, align })), rows, remarks };
}

interface RowColumn extends TableColumn {
  readonly value: (row: RowResult) => string;
  /** The column is left out when this is true of no row. */
  readonly wanted?: (row: RowResult) => boolean;
}

const DERIVED = 'ᵈ';
const INCOMPLETE = '…';

const ROW_COLUMNS: readonly RowColumn[] = [
  {
    title: 'period',
    align: 'left',
    value: (row) => (row.incomplete ? `${row.period} ${INCOMPLETE}` : row.period),
  },
  { title: 'segment', align: 'left', value: (row) => row.segment, wanted: (row) => row.segment !== '' },
  ...(['start', 'new', 'lost', 'end'] as const).map((name): RowColumn => ({
    title: name,
    align: 'right',
    value: (row) => countText(row[name]) + (row.derived.includes(name) ? DERIVED : ''),
  })),
  {
    title: 'reactivated',
    align: 'right',
    value: (row) => countText(row.reactivated),
    wanted: (row) => row.reactivated !== null,
  },
  { title: 'CRR', align: 'right', value: (row) => percentText(row.crr) },
  { title: '95 % interval', align: 'right', value: (row) => intervalText(row.wilson) },
  { title: 'churn', align: 'right', value: (row) => percentText(row.churn) },
  {
    title: 'goal',
    align: 'right',
    value: (row) => percentText(row.goal),
    wanted: (row) => row.goal.value !== null,
  },
  {
    title: 'gap',
    align: 'right',
    value: (row) => pointsText(row.gapPoints),
    wanted: (row) => row.goal.value !== null,
  },
  {
    title: 'short',
    align: 'right',
    value: (row) => figure(row.customersShort, formatCount),
    wanted: (row) => row.goal.value !== null,
  },
];

function summaryLines(summary: Summary): SummaryLine[] {
  const { year } = summary;
  const reason = summary.retention.value === null ? summary.retention.message : '';
  const interval = 'low' in summary.wilson ? `${intervalText(summary.wilson)} (95 %)` : reason;
  const lines: SummaryLine[] = [
    ['Retention', percentText(summary.retention), interval],
    ['Churn', percentText(summary.churn), summary.lost === null ? '' : `${formatCount(summary.lost)} lost`],
  ];
  if (summary.goal.value !== null) {
    const short = summary.customersShort.value === null ? '' : shortText(summary.customersShort);
    lines.push([
      'Goal gap',
      pointsText(summary.gapPoints),
      `goal ${percentText(summary.goal)}${short && `, ${short}`}`,
    ]);
  }
  if (year.label !== null) {
    lines.push([
      `Year ${year.label}`,
      percentText(year.compounded),
      `${year.done} of ${year.of} periods compounded`,
    ]);
    if (summary.goal.value !== null && year.done < year.of) {
      const needed = `in each of the ${plural(year.of - year.done, 'period')} left`;
      lines.push([
        'Needed',
        percentText(year.required),
        year.required.value === null ? year.required.message : needed,
      ]);
    }
  }
  lines.push(
    ['Weighted mean', percentText(summary.weightedMean)],
    ['Simple mean', percentText(summary.simpleMean)],
    ['Geometric mean', percentText(summary.geometricMean)],
    ['Compounded', percentText(summary.compounded)],
    ['Last 3 periods', percentText(summary.rolling3)],
    ['Last 12 periods', percentText(summary.rolling12)],
  );
  return lines.filter(([label, value]) => value !== NOTHING || label === 'Retention');
}

function problemsLine(file: OpenFile): string {
  const text = countsText(countAll([file]));
  return text === 'No problems' ? `${text}.` : `${text}: “retention check ${oneLine(file.name)}” lists them.`;
}
