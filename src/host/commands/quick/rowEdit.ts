import {
  countsOf,
  deriveCounts,
  formatPeriod,
  insertRows,
  lastCompletePeriod,
  nextPeriodText,
  percentDigits,
  setCells,
} from '../../../core';
import type { ColumnId, QuickInterpretation, RetentionDocument, TextEdit, Translate } from '../../../core';

/** Where a calculation goes in a file: a key of the table. */
export interface RowKey {
  readonly period: string;
  /** '' for all customers. */
  readonly segment: string;
}

/** A change of the file, and the row and column to show afterwards. */
export interface RowPlan {
  readonly edits: readonly TextEdit[];
  readonly row: number;
  /** Name of the first column written. */
  readonly column: string;
}

const COUNT_COLUMNS = ['start', 'new', 'lost', 'end', 'reactivated'] as const;

/** True when a calculation has numbers of customers that a row can hold. */
export function fitsRow(interpretation: QuickInterpretation): boolean {
  if (interpretation.kind === 'share') return interpretation.meaning !== 'unnamed';
  return Object.values(countsOf(interpretation)).some((count) => count !== null);
}

/**
 * The period a new row of a segment is about: the one said, else that of a last row whose counts are still
 * blank, else the one after the last row, else the last one that is over.
 */
export function proposePeriod(
  document: RetentionDocument,
  interpretation: QuickInterpretation,
  segment: string,
  today: number,
): string {
  if (interpretation.period !== null) return interpretation.period;
  const column = document.column('period');
  for (let row = document.rowCount - 1; column !== null && row >= 0; row--) {
    if (document.segment(row) !== segment) continue;
    const period = document.cellText(row, column.index).trim();
    return isBlank(document, row) ? period : (nextPeriodText(period) ?? '');
  }
  const granularity = document.granularity === 'custom' ? 'month' : document.granularity;
  return formatPeriod(lastCompletePeriod(granularity, today));
}

/** Why a calculation cannot go to a place in a file, or null. Names the row that is in the way. */
export function whyNotAt(document: RetentionDocument, key: RowKey, t: Translate): string | null {
  const row = rowOf(document, key);
  if (row === null || isBlank(document, row)) return null;
  return t(
    'Row {0} already has numbers for {1}.',
    row + 1,
    key.segment === '' ? key.period : `${key.period} · ${key.segment}`,
  );
}

/**
 * The edits that put a calculation into a file: into the row of its key where that one is still blank, else as
 * a new row at the end. A count whose column the file lacks is replaced by the ones that follow from it.
 *
 * @returns a message when the file has no place for it
 */
export function planRow(
  document: RetentionDocument,
  interpretation: QuickInterpretation,
  key: RowKey,
  t: Translate,
): RowPlan | { readonly message: string } {
  const why = whyNotAt(document, key, t);
  if (why !== null) return { message: why };
  const cells = cellsFor(document, interpretation);
  if ('missing' in cells) return { message: t('The file has no column “{0}”. Add it first.', cells.missing) };
  const column = cells.values[0]?.column ?? 'period';
  const blank = rowOf(document, key);
  if (blank !== null) {
    return {
      edits: setCells(
        document,
        cells.values.map((cell) => ({ row: blank, ...cell })),
      ),
      row: blank,
      column,
    };
  }
  const texts: Record<string, string> = { period: key.period };
  if (key.segment !== '') texts['segment'] = key.segment;
  for (const cell of cells.values) texts[cell.column] = cell.text;
  return { edits: insertRows(document, document.rowCount, [texts]), row: document.rowCount, column };
}

interface Cell {
  readonly column: string;
  readonly text: string;
}

function cellsFor(
  document: RetentionDocument,
  interpretation: QuickInterpretation,
): { readonly values: readonly Cell[] } | { readonly missing: string } {
  const values: Cell[] = [];
  // A file without a table gets the columns that are needed.
  const has = (id: ColumnId): boolean => document.header === null || document.column(id) !== null;
  const put = (id: ColumnId, text: string): boolean => {
    if (has(id)) values.push({ column: document.column(id)?.name ?? id, text });
    return has(id);
  };
  if (!has('period')) return { missing: 'period' };
  if (interpretation.kind === 'share' && interpretation.meaning === 'returning') {
    if (!put('start', String(interpretation.whole))) return { missing: 'start' };
    if (!put('returning', String(interpretation.part))) return { missing: 'returning' };
  } else {
    const given = countsOf(interpretation);
    const all = deriveCounts(given).counts;
    const homeless = COUNT_COLUMNS.filter((name) => given[name] !== null && !has(name));
    const derived = COUNT_COLUMNS.filter((name) => given[name] === null && all[name] !== null && has(name));
    const [missing] = homeless;
    if (missing !== undefined && homeless.length > derived.length) return { missing };
    const written = homeless.length > 0 ? all : given;
    for (const name of COUNT_COLUMNS) if (written[name] !== null) put(name, String(written[name]));
  }
  const { goal } = interpretation;
  // The file's own goal need not be repeated.
  if (goal !== null && goal.share !== document.settings.goal?.share) {
    if (!put('goal', `${decimalText(percentDigits(goal), document)}%`)) return { missing: 'goal' };
  }
  return { values };
}

function decimalText(digits: string, document: RetentionDocument): string {
  return digits.replace('.', document.settings.decimal);
}

function rowOf(document: RetentionDocument, key: RowKey): number | null {
  const column = document.column('period');
  for (let row = document.rowCount - 1; column !== null && row >= 0; row--) {
    if (document.segment(row) === key.segment && document.cellText(row, column.index).trim() === key.period)
      return row;
  }
  return null;
}

function isBlank(document: RetentionDocument, row: number): boolean {
  const names = [...COUNT_COLUMNS, 'returning'] as const;
  return names.every((name) => {
    const column = document.column(name);
    return column === null || document.cellText(row, column.index).trim() === '';
  });
}
