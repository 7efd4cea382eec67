import { catalogue, markdownText, metricById } from '../core';
import type { Metric, Unit } from '../core';
import { isNear, oneOf, readArgs } from './args';
import { markdownTable } from '../report';
import { jsonText } from './escape';
import type { Io } from './io';
import { FINE, UsageError } from './io';
import { textTable } from './table';

export const METRICS_HELP = `Usage: retention metrics [NAME...] [--format text|markdown|json]

Lists every metric with its formula, or explains those named: what it tells, what it reads, when it has
no number, and where the definition comes from. S start, N new, L lost, E end, R reactivated, g goal.

  --format text      for reading in a terminal (default)
  --format markdown  a page of documentation
  --format json      everything about every metric; --json is short for it

Exit code: 0 fine, 2 wrong use (a name that no metric has).
`;

const FORMATS = ['text', 'markdown', 'json'] as const;

/** What a metric is computed from, as headings in the order in which they are listed. */
const SUBJECTS: Readonly<Record<Metric['scope'], string>> = {
  row: 'Of a period',
  interval: 'Intervals of a period',
  series: 'Of several periods',
  year: 'Of a year',
  pair: 'Of two periods or groups',
  pairInterval: 'Intervals of two periods or groups',
  groups: 'Of several segments or groups',
  segments: 'Of segments in two periods',
  reasons: 'Of churn reasons',
  cohort: 'Of a cohort',
};

const UNITS: Readonly<Record<Unit, string>> = {
  share: 'share (0.8 is 80 %)',
  points: 'points',
  customers: 'customers',
  ratio: 'ratio',
  periods: 'periods',
  money: 'money',
  probability: 'probability (p-value)',
};

const WRITERS: Readonly<
  Record<(typeof FORMATS)[number], (list: readonly Metric[], named: boolean) => string>
> = {
  text: (list, named) => (named ? list.map(explained).join('\n') : overview(list)),
  markdown,
  json,
};

/** `retention metrics`: the catalogue. */
export function metrics(io: Io, args: readonly string[]): number {
  const { values, positionals } = readArgs('metrics', args, {
    format: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    io.out(METRICS_HELP);
    return FINE;
  }
  const format = oneOf('--format', values.format ?? (values.json === true ? 'json' : 'text'), FORMATS);
  const named = positionals.length > 0;
  io.out(WRITERS[format](named ? positionals.map(metricNamed) : catalogue, named));
  return FINE;
}

function metricNamed(name: string): Metric {
  const lower = name.toLowerCase();
  const found = metricById(name) ?? catalogue.find(({ id }) => id.toLowerCase() === lower);
  if (found !== undefined) return found;
  const near = catalogue.find(({ id }) => isNear(lower, id.toLowerCase()));
  const hint = near === undefined ? '“retention metrics” lists them.' : `Did you mean ${near.id}?`;
  throw new UsageError(`There is no metric “${name}”. ${hint}`);
}

function overview(list: readonly Metric[]): string {
  const columns = (['name in JSON', 'metric', 'formula'] as const).map((title) => ({
    title,
    align: 'left' as const,
  }));
  return bySubject(list)
    .map(([subject, metricsOfIt]) => {
      const rows = metricsOfIt.map(({ id, name, formula }) => [id, name, formula]);
      return `${subject}\n\n${textTable(columns, rows).join('\n')}\n`;
    })
    .join('\n');
}

function explained(metric: Metric): string {
  return [
    metric.name,
    `  ${metric.description}`,
    '',
    `  name in JSON  ${metric.id}`,
    `  formula       ${metric.formula}`,
    `  unit          ${UNITS[metric.unit]}`,
    `  reads         ${metric.inputs.join(', ')}`,
    `  computed      ${lowerFirst(SUBJECTS[metric.scope])}`,
    ...metric.edgeCases.map((edge, index) => `  ${index === 0 ? 'edge cases  ' : '            '}  ${edge}`),
    `  source        ${metric.source}`,
    '',
  ].join('\n');
}

function markdown(list: readonly Metric[]): string {
  const columns = (['Metric', 'Formula', 'Unit', 'Edge cases', 'Source'] as const).map((title) => ({
    title,
    align: 'left' as const,
  }));
  const sections = bySubject(list).map(([subject, metricsOfIt]) => {
    const rows = metricsOfIt.map((metric) => [
      `**${markdownText(metric.name)}** (${markdownText(metric.id)})<br>${markdownText(metric.description)}`,
      markdownText(metric.formula),
      metric.unit,
      metric.edgeCases.map(markdownText).join('<br>'),
      markdownText(metric.source),
    ]);
    return `## ${subject}\n\n${markdownTable(columns, rows).join('\n')}\n`;
  });
  return `# Metrics\n\nS start, N new, L lost, E end, R reactivated, g goal.\n\n${sections.join('\n')}`;
}

function json(list: readonly Metric[]): string {
  const plain = list.map(({ id, name, scope, formula, inputs, unit, description, edgeCases, source }) => ({
    id,
    name,
    scope,
    formula,
    inputs,
    unit,
    description,
    edgeCases,
    source,
  }));
  return jsonText({ version: 1, metrics: plain });
}

/** The metrics under their headings; headings without any are left out. */
function bySubject(list: readonly Metric[]): [string, Metric[]][] {
  return (Object.keys(SUBJECTS) as Metric['scope'][])
    .map((scope): [string, Metric[]] => [SUBJECTS[scope], list.filter((metric) => metric.scope === scope)])
    .filter(([, metricsOfIt]) => metricsOfIt.length > 0);
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
