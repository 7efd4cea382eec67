import { parseDocument } from '../document/document';
import { startTable } from '../document/edits/write';
import { FORMAT_VERSION } from '../document/settingRules';
import { writeSettingValue } from '../document/settingWrite';
import type { RetentionDocument } from '../document/types';
import { applyEdits } from '../text/edit';
import { findCurrency } from './currency';
import { columnKind, planColumns, samplesOf } from './columns';
import type { ColumnPlan } from './columns';
import { isNumeric, readNumberCell } from './numbers';
import { readPeriodCell } from './periods';
import { onlyHabit, ReadColumn } from './readColumn';
import type { WrittenColumn } from './readColumn';
import { readSourceTable } from './sourceTable';
import type { SourceTable } from './sourceTable';
import type { ImportedColumn, ImportedTable, ImportOptions } from './types';

/** So many cells of a column show what it holds. */
const SAMPLES = 3;

/**
 * Makes a `.retention` text of a table from another program: comma, semicolon, tab or bar separated values. Columns get
 * the format's names where theirs mean one, periods and numbers its way of writing where they can be read one way only.
 * Everything else stays as it is, and the result says what: nothing is guessed, nothing is lost. Never throws.
 *
 * A text that is a `.retention` file already comes back as it is.
 *
 * @example
 * importTable('Maand;Nieuw;MRR\nJan-24;1.200;5,5\n').text;
 * // '#---\n# retention: 1\n#---\nperiod,new,MRR\n2024-01,1.200,"5,5"\n'
 */
export function importTable(text: string, options: ImportOptions = {}): ImportedTable {
  const given = parseDocument(text);
  if (isRetention(given)) return untouched(text, given);
  const plain = text.replaceAll('\0', '');
  const table = readSourceTable(plain, options.delimiter);
  const plans = planColumns(table, options.columns);
  const { written, decimal, dates } = writeColumns(table, plans, options);
  const money = [...plans.keys()].filter((index) => columnKind(plans[index]!.name) === 'money');
  const currency = findCurrency(table.rows, money);
  const columns = plans.map((plan, index) =>
    described(plan, written[index]!, samplesOf(table, index, SAMPLES)),
  );
  const result: ImportedTable = {
    text: fileText(table, plans, written, { title: options.title ?? '', currency: currency?.code ?? '' }),
    unchanged: false,
    delimiter: table.delimiter,
    delimiterIsCertain: table.certain,
    decimal,
    dates,
    currency,
    columns,
    hasPeriods: plans.some(({ name }) => columnKind(name) === 'period'),
    rowCount: table.rows.length,
    comments: table.comments.length,
    blankLines: table.blankLines,
    shortRows: table.shortRows,
    openQuotes: table.openQuotes,
    removed: text.length - plain.length,
    unreadable: text.split('\ufffd').length - 1,
  };
  return isAsItWas(result, given) ? { ...result, text, unchanged: true } : result;
}

/** Settings, and notes below a table with periods, are the format's own: no other program writes them. */
function isRetention(document: RetentionDocument): boolean {
  return document.front !== null || (document.column('period') !== null && document.noteLines.length > 0);
}

function untouched(text: string, { settings, rowCount, columns }: RetentionDocument): ImportedTable {
  return {
    text,
    unchanged: true,
    delimiter: settings.delimiter,
    delimiterIsCertain: true,
    decimal: settings.decimal,
    dates: null,
    currency: null,
    columns: [],
    hasPeriods: columns.some(({ id }) => id === 'period'),
    rowCount,
    comments: 0,
    blankLines: 0,
    shortRows: null,
    openQuotes: null,
    removed: 0,
    unreadable: 0,
  };
}

/** A table with commas and periods of which nothing had to be changed is a `.retention` file as well. */
function isAsItWas(result: ImportedTable, given: RetentionDocument): boolean {
  const { columns, delimiter, removed, blankLines, shortRows, openQuotes } = result;
  return (
    delimiter === ',' &&
    removed + blankLines === 0 &&
    shortRows === null &&
    openQuotes === null &&
    columns.every(({ name, source, rewritten }) => name === source && rewritten === null) &&
    given.column('period') !== null &&
    given.columns.length === columns.length &&
    given.rowCount === result.rowCount
  );
}

function writeColumns(table: SourceTable, plans: readonly ColumnPlan[], options: ImportOptions) {
  const numbers = new Map<number, ReadColumn<'.' | ','>>();
  const periods = new Map<number, ReadColumn<'day-month' | 'month-day'>>();
  for (const [index, { name }] of plans.entries()) {
    const kind = columnKind(name);
    if (kind === 'period') periods.set(index, new ReadColumn(table.rows, index, readPeriodCell));
    if (isNumeric(kind))
      numbers.set(index, new ReadColumn(table.rows, index, (cell) => readNumberCell(cell, kind)));
  }
  const decimal = options.decimal ?? habitOf(numbers.values());
  const dates = options.dates ?? habitOf(periods.values());
  const written = plans.map((_, index): WrittenColumn => {
    const column = numbers.get(index);
    // What a column shows by itself stands above what the others show.
    if (column !== undefined) {
      const own = options.decimal === undefined && column.habits.size > 0;
      return column.write(own ? onlyHabit(column.habits) : decimal);
    }
    const texts = (): string[] => table.rows.map(({ cells }) => cells[index]!);
    return (
      periods.get(index)?.write(dates) ?? { texts: texts(), rewritten: null, doubtful: null, unread: null }
    );
  });
  return { written, decimal, dates };
}

/** What the certain cells of all columns show, when they agree. */
function habitOf<Habit extends string>(columns: Iterable<ReadColumn<Habit>>): Habit | null {
  return onlyHabit(new Set([...columns].flatMap(({ habits }) => [...habits])));
}

function described(plan: ColumnPlan, column: WrittenColumn, samples: readonly string[]): ImportedColumn {
  const { rewritten, doubtful, unread } = column;
  const kind = columnKind(plan.name) === 'period' ? ('date' as const) : ('number' as const);
  return { ...plan, rewritten, doubtful: doubtful === null ? null : { ...doubtful, kind }, unread, samples };
}

function fileText(
  table: SourceTable,
  plans: readonly ColumnPlan[],
  written: readonly WrittenColumn[],
  texts: Readonly<Record<'title' | 'currency', string>>,
): string {
  const settings = [`retention: ${FORMAT_VERSION}`];
  if (texts.title.trim() !== '') settings.push(`title: ${writeSettingValue(texts.title, 'single')}`);
  if (texts.currency !== '') settings.push(`currency: ${texts.currency}`);
  const front = ['#---', ...settings.map((setting) => `# ${setting}`), '#---', ''].join('\n');
  const above = table.comments.map((comment) => `${comment}\n`).join('');
  if (plans.length === 0) return front + above;
  const rows = table.rows.map((_, row) => written.map(({ texts }) => texts[row]!));
  const document = parseDocument(front);
  const edit = startTable(
    document,
    plans.map(({ name }) => name),
    rows,
  );
  return applyEdits(front, [edit, { start: front.length, end: front.length, text: above }].reverse());
}
