import { parsePeriod } from '../../../../src/core/document/period';
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

  /** Replaces rows and says so as a document does. */
  replace(firstRow: number, removedRows: number, rows: readonly TableRow[]): DocumentChange {
    this.rows.splice(firstRow, removedRows, ...rows);
    return { whole: false, firstRow, removedRows, insertedRows: rows.length };
  }
}

/** The day number of a date such as `2024-06-30`. */
export function day(text: string): number {
  return parsePeriod(text)!.firstDay;
}
