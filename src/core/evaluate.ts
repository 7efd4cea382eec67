import type { Problem, ProblemCode, Severity } from './document/problem';
import type { Granularity, Method, Percent, RetentionDocument, Settings } from './document/types';
import { LiveNotebook } from './live/liveNotebook';
import type { RowResult, Summary } from './metrics/evaluation';
import { Positions } from './positions';

/** A problem at its lines and columns, both from 1; columns count UTF-16 units, as editors do. */
export interface LocatedProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** The end is the place after the last character. */
  readonly endLine: number;
  readonly endColumn: number;
}

/** The settings under the names they have in the file, with their defaults; percentages are shares. */
export interface EvaluatedSettings {
  readonly retention: number;
  readonly title: string | null;
  readonly goal: number | null;
  readonly goal_grr: number | null;
  readonly goal_nrr: number | null;
  /** As set, else what most rows have. */
  readonly granularity: Granularity;
  readonly currency: string | null;
  readonly method: Method;
  readonly locale: string | null;
  readonly delimiter: ',' | ';' | '\t';
  readonly decimal: '.' | ',';
  readonly segments: readonly string[];
  readonly industry: string | null;
  readonly gross_margin: number | null;
  readonly discount_rate: number | null;
  readonly acquisition_cost: number | null;
  readonly revenue_per_customer: number | null;
  /** The texts of the settings `label_<column>` by column. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A row without what only the notebook shows. */
export type EvaluatedRow = Omit<RowResult, 'refused'>;

/** Everything a file says and what follows from it; `report --json` of the command line is made from it. */
export interface Evaluation {
  readonly settings: EvaluatedSettings;
  readonly rows: readonly EvaluatedRow[];
  /** All customers. */
  readonly summary: Summary;
  /** In the order of their places. */
  readonly problems: readonly LocatedProblem[];
}

export interface EvaluateOptions {
  /** Day number since 1970-01-01; periods that end later are incomplete. Default: today by the local calendar. */
  readonly today?: number;
}

/**
 * Calculates every row and the summary of a document and lists its problems.
 *
 * Rates are shares (0.8), gaps are percentage points; what does not exist is `{ value: null, reason, message }`.
 *
 * @example
 * evaluate(parseDocument('period,start,new,lost\n2024-Q2,500,50,100\n')).rows[0].crr; // { value: 0.8 }
 */
export function evaluate(document: RetentionDocument, options: EvaluateOptions = {}): Evaluation {
  return evaluationOf(LiveNotebook.of(document, options));
}

/** The same from a notebook that is open already. */
export function evaluationOf(notebook: LiveNotebook): Evaluation {
  const { document } = notebook;
  const rows = Array.from({ length: document.rowCount }, (_, row) => evaluatedRow(notebook.row(row)));
  return {
    settings: evaluatedSettings(document),
    rows,
    summary: notebook.summary(null),
    problems: locateProblems(document.text, notebook.problems()),
  };
}

/**
 * Problems with lines and columns instead of offsets.
 *
 * @example
 * locateProblems(document.text, document.problemsOutsideRows())[0].line; // 1
 */
export function locateProblems(text: string, problems: readonly Problem[]): LocatedProblem[] {
  if (problems.length === 0) return [];
  const positions = new Positions(text);
  return problems.map(({ code, severity, message, range }) => ({
    code,
    severity,
    message,
    ...positions.range(range),
  }));
}

/** The row with exactly the names of the command line's JSON, in its order. */
export function evaluatedRow(row: RowResult): EvaluatedRow {
  return {
    period: row.period,
    segment: row.segment,
    start: row.start,
    new: row.new,
    lost: row.lost,
    end: row.end,
    reactivated: row.reactivated,
    derived: row.derived,
    incomplete: row.incomplete,
    crr: row.crr,
    churn: row.churn,
    endStartRatio: row.endStartRatio,
    netGrowth: row.netGrowth,
    goal: row.goal,
    gapPoints: row.gapPoints,
    customersShort: row.customersShort,
    lossAllowance: row.lossAllowance,
    wilson: row.wilson,
  };
}

function evaluatedSettings({ settings, granularity }: RetentionDocument): EvaluatedSettings {
  return {
    retention: settings.version,
    title: settings.title,
    goal: share(settings.goal),
    goal_grr: share(settings.goal_grr),
    goal_nrr: share(settings.goal_nrr),
    granularity,
    currency: settings.currency,
    method: settings.method,
    locale: settings.locale,
    delimiter: settings.delimiter,
    decimal: settings.decimal,
    segments: settings.segments,
    industry: settings.industry,
    gross_margin: share(settings.gross_margin),
    discount_rate: share(settings.discount_rate),
    acquisition_cost: settings.acquisition_cost,
    revenue_per_customer: settings.revenue_per_customer,
    labels: labelsOf(settings),
  };
}

/** Without a prototype, because the names come from the file and may be `__proto__`. */
function labelsOf(settings: Settings): Record<string, string> {
  const labels = Object.create(null) as Record<string, string>;
  for (const [column, label] of settings.labels) labels[column] = label;
  return labels;
}

function share(percent: Percent | null): number | null {
  return percent === null ? null : percent.share;
}
