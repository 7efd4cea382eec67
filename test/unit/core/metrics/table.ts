import { parsePeriod } from '../../../../src/core/document/period';
import type { RowValues } from '../../../../src/core/document/rowValues';
import { GRANULARITIES } from '../../../../src/core/document/settingRules';
import type {
  Column,
  ColumnId,
  DocumentChange,
  Granularity,
  Method,
  Percent,
  Period,
  Settings,
} from '../../../../src/core/document/types';
import type { SummarySource } from '../../../../src/core/metrics/periodIndex';

/** One row of a table in memory; what is not given is blank. */
export interface TableRow {
  readonly period: string;
  readonly segment?: string;
  readonly start?: number | null;
  readonly new?: number | null;
  readonly lost?: number | null;
  readonly end?: number | null;
  readonly reactivated?: number | null;
  readonly new_lost?: number | null;
  readonly goal?: Percent | null;
}

export interface TableOptions {
  readonly goal?: Percent | null;
  readonly method?: Method;
  readonly granularity?: Granularity;
}

/** What the calculations read of a document, without a text behind it: for tests of the calculations alone. */
export class Table implements SummarySource {
  rows: TableRow[];
  readonly settings: Settings;
  readonly granularity: Granularity;
  private read: RowValues | null = null;
  /** As a document's, it only grows. */
  private readonly segmentNames = [''];

  constructor(rows: readonly TableRow[], options: TableOptions = {}) {
    this.rows = [...rows];
    this.granularity = options.granularity ?? 'month';
    this.settings = {
      version: 1,
      title: null,
      goal: options.goal ?? null,
      goal_grr: null,
      goal_nrr: null,
      granularity: this.granularity,
      currency: null,
      method: options.method ?? 'classic',
      locale: null,
      delimiter: ',',
      decimal: '.',
      segments: [],
      industry: null,
      gross_margin: null,
      discount_rate: null,
      acquisition_cost: null,
      revenue_per_customer: null,
      labels: new Map(),
    };
  }

  get rowCount(): number {
    return this.rows.length;
  }

  column(id: ColumnId): Column | null {
    if (id !== 'period' && !this.rows.some((row) => id in row)) return null;
    return {
      index: 0,
      name: id,
      label: id,
      id,
      reason: null,
      kind: 'text',
      range: { start: 0, end: 0 },
    };
  }

  /** There is only one column to ask for: the period. */
  cellText(row: number): string {
    return this.rows[row]!.period;
  }

  number(row: number, id: ColumnId): number | null {
    return ((this.rows[row] as unknown as Record<string, unknown>)[id] as number | null | undefined) ?? null;
  }

  goal(row: number): Percent | null {
    return this.rows[row]!.goal ?? null;
  }

  period(row: number): Period | null {
    return parsePeriod(this.rows[row]!.period);
  }

  segment(row: number): string {
    return this.rows[row]!.segment ?? '';
  }

  get values(): RowValues {
    this.read ??= valuesOf(this, this.segmentNames);
    return this.read;
  }

  /** Replaces rows and says so as a document does. */
  replace(firstRow: number, removedRows: number, rows: readonly TableRow[]): DocumentChange {
    this.rows.splice(firstRow, removedRows, ...rows);
    this.read = null;
    return { whole: false, firstRow, removedRows, insertedRows: rows.length };
  }
}

function valuesOf(table: Table, segmentNames: string[]): RowValues {
  const { rows } = table;
  const periods = rows.map((_, row) => table.period(row));
  const segments = rows.map((_, row) => table.segment(row));
  for (const name of new Set(segments)) if (!segmentNames.includes(name)) segmentNames.push(name);
  const goals = [null, ...rows.map((_, row) => table.goal(row))];
  return {
    rowCount: rows.length,
    firstDay: Int32Array.from(periods, (period) => period?.firstDay ?? 0),
    lastDay: Int32Array.from(periods, (period) => period?.lastDay ?? 0),
    granularity: Uint8Array.from(periods, (period) =>
      period === null ? 0 : GRANULARITIES.indexOf(period.granularity) + 1,
    ),
    segment: Int32Array.from(segments, (name) => segmentNames.indexOf(name)),
    segmentNames,
    goal: Int32Array.from(rows, (_, row) => row + 1),
    goalOf: (goal) => goals[goal] ?? null,
    numbers: (id) =>
      table.column(id) === null
        ? null
        : Float64Array.from(rows, (_, row) => table.number(row, id) ?? Number.NaN),
  };
}

/** The day number of a date such as `2024-06-30`. */
export function day(text: string): number {
  return parsePeriod(text)!.firstDay;
}
