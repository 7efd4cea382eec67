/** A scenario written to the file: the numbers that were asked for, and what their rows need to be calculated. */
import { parseDocument } from '../document/document';
import { addColumn, insertRows, setCells } from '../document/edits';
import type { CellChange } from '../document/edits';
import type { RetentionDocument } from '../document/types';
import type { PeriodCounts } from '../metrics/evaluation';
import { sumLess } from '../metrics/exact';
import { balanceError } from '../metrics/identity';
import { countsOfRow } from '../metrics/row';
import type { TextEdit } from '../text/edit';
import { lineEdits } from '../text/lineEdits';
import { whyNotChange } from './scenario';
import type { Scenario } from './scenario';
import { projectPeriods } from './scenarioPeriods';
import type { ScenarioField, ScenarioPeriod } from './scenarioPeriods';
import { scenarioYear } from './scenarioYear';
import type { AnalysisSource } from './source';

const FIELDS: readonly ScenarioField[] = ['new', 'lost', 'reactivated', 'goal'];

/**
 * The edits that write a scenario to the file. A period that has a row gets the changed numbers in it, and another end
 * where the row says one; a period without a row gets one with what was changed and the counts it is calculated from.
 * Periods and numbers that nobody changed are not written. A column that is missing is added.
 *
 * @param segment the rows to write: null or '' for those of all customers.
 * @throws RangeError where `whyNotWritten` says why.
 *
 * @example
 * scenarioEdits(notebook, null, { name: 'A', changes: [{ period: '2024-12', field: 'lost', value: 20 }] });
 * // one edit: 2024-12,450,30,20, behind the last row
 */
export function scenarioEdits(
  notebook: AnalysisSource,
  segment: string | null,
  scenario: Scenario,
): TextEdit[] {
  const { document } = notebook;
  const plan = planOf(notebook, segment, scenario);
  if (typeof plan === 'string') throw new RangeError(plan);
  const changed = plan.filter((period) => FIELDS.some((field) => isChanged(period, field)));
  const missing = missingColumns(document, plan);
  if (missing.length === 0) return rowEdits(document, segment ?? '', changed);
  const copy = parseDocument(document.text);
  for (const name of missing) copy.apply(addColumn(copy, name));
  copy.apply(rowEdits(copy, segment ?? '', changed));
  return lineEdits(document.text, copy.text);
}

/** Why a scenario cannot be written to the file, in a sentence for a person, or null when it can. */
export function whyNotWritten(
  notebook: AnalysisSource,
  segment: string | null,
  scenario: Scenario,
): string | null {
  const plan = planOf(notebook, segment, scenario);
  return typeof plan === 'string' ? plan : null;
}

/** The periods under the scenario, or why they cannot be written. */
function planOf(
  notebook: AnalysisSource,
  segment: string | null,
  { changes }: Scenario,
): ScenarioPeriod[] | string {
  if (notebook.document.readOnly !== null) return 'The file is read-only, so nothing can be written to it.';
  if (segment === null && notebook.segments.length > 0 && notebook.periodCount('') === 0) {
    return 'All customers are the sum of the segments here, so there is no row to write to. Choose a segment.';
  }
  const year = scenarioYear(notebook, segment);
  if ('reason' in year) return year.message;
  for (const change of changes) {
    const why = whyNotChange(year, change);
    if (why !== null) return why;
  }
  const periods = projectPeriods(year, changes, notebook.document.settings);
  const impossible = periods.find(({ crr }) => crr.value === null && crr.reason === 'out-of-range')?.crr;
  if (impossible?.value === null) return impossible.message;
  if (notebook.document.hasOpenQuote && missingColumns(notebook.document, periods).length > 0) {
    return 'The quote of a cell is never closed (R301): with a column more, its rows could be read as one. Close it first.';
  }
  return periods;
}

/** The columns that a scenario needs and the file does not have. */
function missingColumns(
  document: RetentionDocument,
  periods: readonly ScenarioPeriod[],
): readonly ScenarioField[] {
  return FIELDS.filter(
    (field) => document.column(field) === null && periods.some((period) => isChanged(period, field)),
  );
}

function isChanged({ origins }: ScenarioPeriod, field: ScenarioField): boolean {
  return origins[field] === 'changed';
}

function rowEdits(
  document: RetentionDocument,
  segment: string,
  periods: readonly ScenarioPeriod[],
): TextEdit[] {
  const cells: CellChange[] = [];
  const inserted = new Map<number, Record<string, string>[]>();
  for (const period of periods) {
    const row = period.given?.rows[0];
    const texts = textsOf(document, period, row);
    if (row !== undefined) {
      for (const [column, text] of Object.entries(texts)) cells.push({ row, column, text });
      continue;
    }
    const at = placeOf(document, segment, period.lastDay);
    const named = { period: period.name, ...(segment === '' ? {} : { segment }), ...texts };
    inserted.set(at, [...(inserted.get(at) ?? []), named]);
  }
  return [
    ...setCells(document, cells),
    ...[...inserted].flatMap(([at, rows]) => insertRows(document, at, rows)),
  ];
}

/** What a row shall say, by column. */
function textsOf(
  document: RetentionDocument,
  period: ScenarioPeriod,
  row: number | undefined,
): Record<string, string> {
  const texts: Record<string, string> = {};
  if (isChanged(period, 'goal')) {
    const { numerator, denominator } = period.goal!;
    texts.goal = `${String((100 * numerator) / denominator).replace('.', document.settings.decimal)}%`;
  }
  if (!(['new', 'lost', 'reactivated'] as const).some((field) => isChanged(period, field))) return texts;
  const before = row === undefined ? NO_COUNTS : countsOfRow(document, row);
  const after = countsAfter(document, period, before);
  for (const name of ['start', 'new', 'lost', 'reactivated', 'end'] as const) {
    const count = after[name];
    if (count !== before[name] && count !== null)
      texts[name] = String(count).replace('.', document.settings.decimal);
  }
  return texts;
}

const NO_COUNTS: PeriodCounts = { start: null, new: null, lost: null, end: null, reactivated: null };

/** The counts of a row with the changes, with three of four where they are known, and balanced. */
function countsAfter(
  document: RetentionDocument,
  period: ScenarioPeriod,
  before: PeriodCounts,
): PeriodCounts {
  const { counts } = period;
  const after: { -readonly [name in keyof PeriodCounts]: number | null } = { ...before };
  for (const field of ['new', 'lost', 'reactivated'] as const) {
    if (isChanged(period, field)) after[field] = counts[field];
  }
  for (const name of ['start', 'new', 'lost'] as const) {
    const known = [after.start, after.new, after.lost, after.end].filter((count) => count !== null).length;
    if (known < 3 && document.column(name) !== null) after[name] ??= counts[name];
  }
  // Who comes back at the rate of before is part of a new row's end.
  if (before === NO_COUNTS && document.column('reactivated') !== null && counts.reactivated !== 0) {
    after.reactivated = counts.reactivated;
  }
  const error = balanceError(after);
  if (error !== null) after.end = Math.max(0, sumLess(after.end!, 0, 0, error));
  return after;
}

/**
 * Where a new row goes: behind the segment's last row before it, and behind the rows of other segments that follow in
 * time. A table that lists one segment after the other stays so.
 */
function placeOf(document: RetentionDocument, segment: string, lastDay: number): number {
  let at = document.rowCount;
  let previous = -Infinity;
  for (let row = 0; row < document.rowCount; row++) {
    const day = document.period(row)?.lastDay;
    if (day === undefined || document.segment(row) !== segment || day >= lastDay || day < previous) continue;
    [at, previous] = [row + 1, day];
  }
  for (; at < document.rowCount; at++) {
    const day = document.period(at)?.lastDay;
    if (day === undefined || day < previous || day >= lastDay) break;
  }
  return at;
}
