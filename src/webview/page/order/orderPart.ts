import { render } from 'lit';
import type { DocumentChange, TextEdit } from '../../../core';
import { sortRows } from '../../../core';
import type { Grid, GridEdit } from '../../grid';
import type { PageColumn } from '../columns';
import type { ColumnMenuItem } from './columnItems';
import { columnItems } from './columnItems';
import type { RowOrder } from './rowOrder';
import type { SortKey, ViewCriteria } from './criteria';
import type { TableSource } from './values';
import type { Tracking } from './viewOrder';
import { criteriaFor, fileOrder, isFiltered, withoutFilter, withoutSort, withSort } from './criteria';
import { rowComparison } from './sort';
import { toFile } from './translate';
import { ViewOrder } from './viewOrder';
import type { OrderBarActions } from './orderBar';
import { ColumnMenu } from './columnMenu';
import { orderBar, orderSentence } from './orderBar';
import type { Session } from '../session';
import { text } from '../text';

/** More separate changes than this are shown as another view, not one by one. */
const MOST_SPLICES = 50;

/** What the order needs of the page around it. */
export interface OrderSurroundings {
  /** With all columns, hidden ones too: those sort and filter on. */
  session(): Session;
  /** A column as the grid counts them. */
  column(column: number): PageColumn | undefined;
  grid(): Grid;
  announce(sentence: string): void;
  /** One action of the user on the file. */
  edit(edits: readonly TextEdit[], label: string): boolean;
  /** The view shows other rows, or in another order; the grid has not been told yet. */
  reordered(): void;
  /** It has been drawn. */
  changed(): void;
}

/** A place that a filter hides, and the way there. */
interface HiddenPlace {
  readonly row: number;
  readonly go: (viewRow: number) => void;
}

/**
 * Which rows the grid shows and in which order, and the bar that says so. It never touches the file: sorted
 * or filtered, an edit is written to the row of the file that the view shows there.
 */
export class OrderPart {
  readonly #order: ViewOrder;
  readonly #actions: OrderBarActions;
  readonly #menu: ColumnMenu;
  readonly #bar: HTMLElement;
  #hidden: HiddenPlace | null = null;

  constructor(
    place: HTMLElement,
    criteria: ViewCriteria,
    private readonly around: OrderSurroundings,
  ) {
    this.#order = new ViewOrder(allOf(around.session()), criteria);
    this.#menu = new ColumnMenu(place, {
      session: () => around.session(),
      criteria: () => this.criteria,
      set: (next) => this.set(next),
      sortFile: (column, descending) => this.sortFile([{ column, descending }]),
      focusGrid: () => around.grid().focus(),
    });
    this.#bar = document.createElement('div');
    place.append(this.#bar);
    this.#actions = {
      clearSort: (column) => this.set(withoutSort(this.criteria, column)),
      clearFilter: (column) => this.set(withoutFilter(this.criteria, column)),
      clearCondition: (condition) =>
        this.set({
          ...this.criteria,
          conditions: this.criteria.conditions.filter((other) => other !== condition),
        }),
      clearAll: () => this.set(fileOrder),
      reapply: () => this.set(this.criteria),
      showHidden: () => this.#showHidden(),
    };
  }

  /** Which row of the file each row of the view is. */
  get rows(): RowOrder {
    return this.#order.rows;
  }

  get criteria(): ViewCriteria {
    return this.#order.criteria;
  }

  /** To be called before an edit of the notebook; `follow` takes the result after it. */
  watch(edits: readonly TextEdit[]): Tracking {
    return this.#order.watch(this.around.session().notebook.document, edits);
  }

  /**
   * The notebook was edited: the view follows, and the grid is told which rows came and went. True when none
   * did, and nothing has been drawn.
   */
  follow(tracking: Tracking, change: DocumentChange): boolean {
    const session = this.around.session();
    const splices = this.#order.follow(allOf(session), tracking, change, session.notebook.affectedRows);
    const grid = this.around.grid();
    if (splices === 'all' || splices.length > MOST_SPLICES) grid.rowCountChanged();
    else for (const { at, removed, inserted } of splices) grid.rowsReplaced(at, removed, inserted);
    this.draw();
    return splices.length === 0;
  }

  /** Hands an action in the view over as one on the file. */
  edit(
    edit: Exclude<GridEdit, { readonly type: 'undo' | 'redo' }>,
    run: (edit: Exclude<GridEdit, { readonly type: 'undo' | 'redo' }>) => void,
  ): void {
    const { edit: translated, planned } = toFile(edit, this.rows);
    if (planned === null) run(translated);
    else this.#order.inserting(planned, () => run(translated));
  }

  /** Another text: the rows are arranged as before. The grid is not told. */
  arrange(): void {
    this.#hidden = null;
    this.#order.arrange(allOf(this.around.session()));
  }

  /** Sorts and filters. The open cell is committed before, and the active cell stays the same one if it can. */
  set(criteria: ViewCriteria): void {
    const grid = this.around.grid();
    if (!grid.flushEditor()) return;
    const { row, column } = grid.selection.active;
    this.#arrangeAt(criteria, this.rows.fileRow(row), column);
    this.around.announce(orderSentence(this.#model()) ?? text.order.cleared);
    grid.focus();
  }

  /** Arranges the rows, and selects a cell of the file where it is now. */
  #arrangeAt(criteria: ViewCriteria, file: number, column: number): void {
    const grid = this.around.grid();
    const before = grid.selection.active.row;
    this.#hidden = null;
    this.#order.arrange(allOf(this.around.session()), criteria);
    this.around.reordered();
    grid.rowCountChanged();
    grid.columnsChanged();
    grid.rowsChanged('all');
    const row = this.rows.viewRow(file) ?? Math.min(before, Math.max(0, this.rows.count - 1));
    grid.select({ row, column });
    this.draw();
    this.around.changed();
  }

  /** Opens the menu of a column of the grid. */
  openMenu(column: number, header: DOMRect): void {
    const found = this.around.column(column);
    if (found !== undefined) this.#menu.open(found, header);
  }

  /** All rows in the order of the file. */
  clear(): void {
    this.set(fileOrder);
  }

  /** Sorts by a column of the grid. */
  sortBy(column: number, descending: boolean): void {
    const key = this.around.column(column)?.key;
    if (key !== undefined) this.set(withSort(this.criteria, { column: key, descending }, false));
  }

  /** What can be done with a column of the grid, for other menus. */
  columnMenuItems(column: number): readonly ColumnMenuItem[] {
    const key = this.around.column(column)?.key;
    if (key === undefined) return [];
    const { around } = this;
    return columnItems(key, around.session().readOnly, {
      criteria: () => this.criteria,
      set: (criteria) => this.set(criteria),
      sortBy: (descending) => this.sortBy(column, descending),
      sortFile: (keys) => this.sortFile(keys),
      openMenu: () => around.grid().execute({ type: 'columnMenu' }),
    });
  }

  /** Writes the rows to the file in the order of the keys, by default the view's: one step of undo. */
  sortFile(keys: readonly SortKey[] = this.criteria.sort): void {
    const session = this.around.session();
    if (!this.around.grid().flushEditor()) return;
    const { document } = session.notebook;
    const { column } = this.around.grid().selection.active;
    const active = this.around.column(column)?.key;
    const wanted = keys.length > 0 || active === undefined ? keys : [{ column: active, descending: false }];
    const compare = rowComparison(allOf(session), wanted);
    const file = this.rows.fileRow(this.around.grid().selection.active.row);
    let place = 0;
    for (let row = 0; row < document.rowCount; row++) if (compare(row, file) < 0) place++;
    const edits = sortRows(document, compare);
    const sent = edits.length > 0 && this.around.edit(edits, text.edit.sortRows(document.rowCount));
    // The file has the order now; what is left of the view's are its filters.
    if (sent) this.#arrangeAt(withoutSort(this.criteria), place, column);
    this.around.announce(sent ? text.order.fileSorted : text.order.fileIsSorted);
    this.around.grid().focus();
  }

  /** Calls back with the row's place in the view; where a filter hides it, says so and offers to show it. */
  whenShown(row: number, go: (viewRow: number) => void): void {
    const view = this.rows.viewRow(row);
    this.#hidden = view === null ? { row, go } : null;
    if (view !== null) go(view);
    else this.around.announce(text.order.hiddenRow(this.around.session().numbers.count(row + 1)));
    this.draw();
  }

  draw(): void {
    render(orderBar(this.#model(), this.#actions), this.#bar);
  }

  #showHidden(): void {
    const hidden = this.#hidden;
    if (hidden === null) return;
    this.set({ ...this.criteria, filters: [], conditions: [] });
    this.whenShown(hidden.row, hidden.go);
  }

  #model(): Parameters<typeof orderBar>[0] {
    const { allColumns: columns, numbers } = this.around.session();
    const criteria = criteriaFor(this.criteria, columns);
    return {
      criteria,
      columns,
      numbers,
      shown: this.rows.count,
      total: this.rows.total,
      isStale: this.#order.isStale,
      hiddenRow: this.#hidden !== null && isFiltered(criteria) ? this.#hidden.row : null,
    };
  }
}

/** Hidden columns sort and filter as well. */
function allOf(session: Session): TableSource {
  return { ...session, columns: session.allColumns };
}
