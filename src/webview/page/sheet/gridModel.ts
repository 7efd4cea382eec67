import type { Problem, RetentionDocument, RowResult } from '../../../core';
import { fillSeries } from '../../../core';
import type {
  FillRequest,
  FillText,
  GridCell,
  GridCellMark,
  GridColumnOrder,
  GridModel,
  GridProblem,
} from '../../grid';
import type { PageColumn } from '../columns';
import type { RowOrder } from '../order';
import type { NumberSource, Unit } from '../statistics';
import { results } from '../columns';
import { text } from '../text';
import { computedCell, derivedCount, emptyCell, fileCell, isDerivable, problemsOf } from './cells';
import type { GridSurroundings } from './surroundings';

/** What the grid needs of a notebook. */
export interface RowSource {
  readonly document: RetentionDocument;
  row(row: number): RowResult;
  problemsOfRow(row: number): readonly Problem[];
}

/**
 * The notebook as the grid reads it. It computes a row when a cell of it is asked for and remembers only
 * that row, because the grid paints row by row; `forget` is called when anything changed.
 */
export class NotebookGridModel implements GridModel, NumberSource {
  #held: { readonly row: number; readonly column: number; readonly cell: GridCell } | null = null;
  #row = -1;
  #result: RowResult | null = null;
  #problems: readonly Problem[] = [];

  /** @param order which row of the notebook each row of the grid is; null: the same one */
  constructor(
    public source: RowSource,
    private surroundings: GridSurroundings,
    private readonly order: RowOrder | null = null,
  ) {}

  get rowCount(): number {
    return this.order?.count ?? this.source.document.rowCount;
  }

  get columns(): readonly PageColumn[] {
    return this.surroundings.columns;
  }

  get readOnly(): string | null {
    return this.surroundings.readOnly;
  }

  get decimal(): '.' | ',' {
    return this.source.document.settings.decimal;
  }

  /** Whether a cell is marked as found; set by who searches. */
  mark: (row: number, column: number) => GridCellMark | null = () => null;

  columnOrder(column: number): GridColumnOrder {
    const key = this.columns[column]?.key;
    const { sort, filters } = this.surroundings.criteria;
    const place = sort.findIndex((candidate) => candidate.column === key);
    const found = sort[place];
    return {
      sort: found === undefined ? null : found.descending ? 'descending' : 'ascending',
      place: sort.length > 1 ? place + 1 : 0,
      filtered: filters.some((filter) => filter.column === key),
    };
  }

  get fixedOrder(): string | null {
    return this.order === null || this.order.isFile ? null : text.order.fixed;
  }

  /** Something changed: nothing remembered may be shown again. */
  forget(surroundings: GridSurroundings = this.surroundings): void {
    this.surroundings = surroundings;
    this.#row = -1;
    this.#result = null;
  }

  /**
   * Keeps a cell as it is now whatever the notebook says, until `release`: the open cell, while the notebook
   * calculates with what is being typed into it.
   */
  hold(row: number, column: number): void {
    if (this.#held?.row === row && this.#held.column === column) return;
    this.#held = { row, column, cell: this.cell(row, column) };
  }

  release(): void {
    this.#held = null;
  }

  cell(row: number, column: number): GridCell {
    const held = this.#held;
    if (held !== null && held.row === row && held.column === column) return held.cell;
    const source = this.columns[column]?.source;
    const fileRow = this.#fileRow(row);
    const result = this.#at(fileRow);
    if (source === undefined) return { ...emptyCell };
    const writing = { numbers: this.surroundings.numbers, decimal: this.decimal };
    if (source.computed !== null) return computedCell(source.computed, result, writing);
    const { id, index } = source.file;
    const typed = this.source.document.cellText(fileRow, index);
    return fileCell(id, typed, result, problemsOf(this.#problems, index), writing);
  }

  isBlank(row: number, column: number): boolean {
    const source = this.columns[column]?.source;
    if (source === undefined) return true;
    if (source.computed !== null) return false;
    const fileRow = this.#fileRow(row);
    if (this.source.document.cellText(fileRow, source.file.index) !== '') return false;
    return derivedCount(this.#at(fileRow), source.file.id) === null;
  }

  rowLabel(row: number): string {
    return String(this.#fileRow(row) + 1);
  }

  get longestRowLabel(): number {
    return String(this.source.document.rowCount).length;
  }

  rowProblem(row: number): GridProblem | null {
    this.#at(this.#fileRow(row));
    return problemsOf(this.#problems, null);
  }

  placeholder(column: number): string {
    const id = this.columns[column]?.source.file?.id;
    return id === 'period' || id === 'segment' ? this.surroundings.next[id] : '';
  }

  series(texts: readonly string[], count: number, request: FillRequest): FillText | null {
    const kind = this.columns[request.column]?.source.file?.kind;
    return fillSeries(texts, count, {
      backwards: request.backwards,
      insist: request.insist,
      periods: kind === 'period',
      decimal: this.source.document.settings.decimal,
    });
  }

  /** For the statistics of a selection. */
  unit(column: number): Unit | null {
    const source = this.columns[column]?.source;
    if (source === undefined) return null;
    if (source.computed !== null) return results[source.computed].unit;
    switch (source.file.kind) {
      case 'count':
      case 'money':
        return 'plain';
      case 'percent':
        return 'share';
      case 'period':
      case 'segment':
      case 'text':
        return null;
    }
  }

  /** For the statistics of a selection: what is typed, derived or calculated in a cell. */
  number(viewRow: number, column: number): number | null {
    const source = this.columns[column]?.source;
    if (source === undefined) return null;
    const row = this.#fileRow(viewRow);
    if (source.computed !== null) return this.source.row(row)[source.computed].value;
    const { document } = this.source;
    const { id, index, kind } = source.file;
    if (kind === 'percent') return document.goal(row)?.share ?? null;
    const typed = document.numberAt(row, index);
    if (typed !== null || !isDerivable(id) || document.cellText(row, index) !== '') return typed;
    return derivedCount(this.source.row(row), id);
  }

  #fileRow(row: number): number {
    return this.order?.fileRow(row) ?? row;
  }

  #at(row: number): RowResult {
    if (this.#row !== row || this.#result === null) {
      this.#result = this.source.row(row);
      this.#problems = this.source.problemsOfRow(row);
      this.#row = row;
    }
    return this.#result;
  }
}
