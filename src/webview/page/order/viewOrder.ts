import type { DocumentChange, RetentionDocument, TextEdit, TouchedRows } from '../../../core';
import { arrangeRows } from './arrange';
import type { ViewCriteria } from './criteria';
import { criteriaFor, fileOrder, isFiltered, isSorted } from './criteria';
import { rowTest } from './filter';
import type { Placement, ViewSplice } from './rowOrder';
import { RowOrder } from './rowOrder';
import { rowComparator } from './sort';
import type { RowMap } from './tracking';
import { trackRows } from './tracking';
import type { TableSource } from './values';

/** More rows than this are not looked at one by one after an edit. */
const MOST_CHECKED = 500;
/** More new rows than this are not placed one by one: everything is arranged anew. */
const MOST_PLACED = 2000;

/** Rows the user inserts: where in the file, and where in the view. */
export type PlannedRows = NonNullable<Placement['planned']>;

/** What an edit did to the view: changes to carry out one after the other, or `all` when it is another one. */
export type ViewChange = readonly ViewSplice[] | 'all';

/** Says where the rows went, when asked after an edit. */
export type Tracking = ((after: RetentionDocument) => RowMap) | null;

/** The criteria of the view, the order that came of them, and whether it is still what they ask for. */
export class ViewOrder {
  readonly rows: RowOrder;
  #criteria: ViewCriteria = fileOrder;
  #stale = false;
  #planned: PlannedRows | null = null;

  constructor(source: TableSource, criteria: ViewCriteria = fileOrder) {
    this.rows = new RowOrder(source.notebook.document.rowCount);
    this.arrange(source, criteria);
  }

  get criteria(): ViewCriteria {
    return this.#criteria;
  }

  /** True when rows would stand elsewhere, appear or vanish if the view were arranged now. */
  get isStale(): boolean {
    return this.#stale;
  }

  /** Arranges the rows. What the criteria say about columns that do not exist is kept, without effect. */
  arrange(source: TableSource, criteria: ViewCriteria = this.#criteria): void {
    this.#criteria = criteria;
    this.rows.show(
      arrangeRows(source, criteriaFor(criteria, source.columns)),
      source.notebook.document.rowCount,
    );
    this.#stale = false;
  }

  /** The rows inserted by what `run` does get their place in the view. */
  inserting<T>(planned: PlannedRows, run: () => T): T {
    this.#planned = planned;
    try {
      return run();
    } finally {
      this.#planned = null;
    }
  }

  /** To be called before an edit; `follow` takes the result. */
  watch(document: RetentionDocument, edits: readonly TextEdit[]): Tracking {
    return this.rows.isFile ? null : trackRows(document, edits);
  }

  /** The file was edited; `change` and `touched` are what the notebook says about it. */
  follow(source: TableSource, tracking: Tracking, change: DocumentChange, touched: TouchedRows): ViewChange {
    const { document } = source.notebook;
    if (tracking === null) {
      this.rows.show(null, document.rowCount);
      if (change.whole) {
        this.arrange(source);
        return 'all';
      }
      const { firstRow, removedRows, insertedRows } = change;
      return removedRows === insertedRows
        ? []
        : [{ at: firstRow, removed: removedRows, inserted: insertedRows }];
    }
    const map = tracking(document);
    const criteria = criteriaFor(this.#criteria, source.columns);
    if (map.isGuess || (map.fresh.length > MOST_PLACED && this.#planned === null)) {
      this.arrange(source);
      return 'all';
    }
    const test = rowTest(source, criteria);
    const compare = isSorted(criteria) ? rowComparator(source, criteria.sort) : null;
    const splices = this.rows.follow(map, document.rowCount, {
      planned: this.#planned,
      shows: test ?? (() => true),
      compare,
    });
    if (change.whole) {
      if (!this.#stale) this.#compareWhole(source, criteria);
      return 'all';
    }
    this.#stale ||= this.#outOfDate(rowsToCheck(change, touched), test, compare);
    return splices;
  }

  /** Whether one of the rows stands where it should not, or is shown and should not be. */
  #outOfDate(
    rows: readonly number[] | null,
    test: ((row: number) => boolean) | null,
    compare: ((a: number, b: number) => number) | null,
  ): boolean {
    if (rows === null) return true;
    const { rows: order } = this;
    return rows.some((row) => {
      const view = order.viewRow(row);
      if ((test?.(row) ?? true) !== (view !== null)) return true;
      if (view === null || compare === null) return false;
      const above = view > 0 && compare(order.fileRow(view - 1), row) > 0;
      return above || (view + 1 < order.count && compare(row, order.fileRow(view + 1)) > 0);
    });
  }

  #compareWhole(source: TableSource, criteria: ViewCriteria): void {
    const { rows } = this;
    const wanted = arrangeRows(source, criteria);
    if (wanted === null) this.arrange(source);
    else this.#stale = wanted.length !== rows.count || wanted.some((row, view) => rows.fileRow(view) !== row);
  }
}

function rowsToCheck(
  { firstRow, insertedRows }: DocumentChange,
  touched: TouchedRows,
): readonly number[] | null {
  const others = touched === 'all' ? [] : touched;
  if (insertedRows + others.length > MOST_CHECKED) return null;
  return [...Array.from({ length: insertedRows }, (_, index) => firstRow + index), ...others];
}

/** Whether the criteria show anything but the file as it is. */
export function isArranged(criteria: ViewCriteria): boolean {
  return isSorted(criteria) || isFiltered(criteria);
}
