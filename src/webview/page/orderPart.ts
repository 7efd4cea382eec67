import { render } from 'lit';
import type { DocumentChange, TextEdit } from '../../core';
import type { Grid, GridEdit, GridViewState } from '../grid';
import type { RowOrder, Tracking, ViewCriteria } from './order';
import { criteriaFor, fileOrder, isFiltered, toFile, ViewOrder, withoutFilter, withoutSort } from './order';
import type { OrderBarActions } from './orderBar';
import { orderBar, orderSentence } from './orderBar';
import type { Session } from './session';
import { text } from './text';

/** More separate changes than this are shown as another view, not one by one. */
const MOST_SPLICES = 50;

/** What the order needs of the page around it. */
export interface OrderSurroundings {
  session(): Session;
  grid(): Grid;
  announce(sentence: string): void;
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
  #hidden: HiddenPlace | null = null;

  constructor(
    private readonly place: HTMLElement,
    criteria: ViewCriteria,
    private readonly around: OrderSurroundings,
  ) {
    this.#order = new ViewOrder(around.session(), criteria);
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
    const splices = this.#order.follow(session, tracking, change, session.notebook.affectedRows);
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
    this.#order.arrange(this.around.session());
  }

  /** Sorts and filters. The open cell is committed before, and the active cell stays the same one if it can. */
  set(criteria: ViewCriteria): void {
    const grid = this.around.grid();
    grid.flushEditor();
    const { row, column } = grid.selection.active;
    const file = this.rows.fileRow(row);
    this.#hidden = null;
    this.#order.arrange(this.around.session(), criteria);
    this.around.reordered();
    grid.rowCountChanged();
    grid.columnsChanged();
    grid.rowsChanged('all');
    grid.select({ row: this.rows.viewRow(file) ?? Math.min(row, Math.max(0, this.rows.count - 1)), column });
    this.draw();
    this.around.announce(orderSentence(this.#model()) ?? text.order.cleared);
    this.around.changed();
    grid.focus();
  }

  /** Calls back with the row's place in the view; where a filter hides it, says so and offers to show it. */
  whenShown(row: number, go: (viewRow: number) => void): void {
    const view = this.rows.viewRow(row);
    this.#hidden = view === null ? { row, go } : null;
    if (view !== null) go(view);
    else this.around.announce(text.order.hiddenRow(this.around.session().numbers.count(row + 1)));
    this.draw();
  }

  /** A state of the grid with the rows of the file. Ranges are the view's: they mean nothing in another one. */
  toFileState(state: GridViewState): GridViewState {
    return withRows(state, (row) => this.rows.fileRow(row));
  }

  /** A state of the grid with the rows of the view. A row in which something is typed is shown in any case. */
  fromFileState(state: GridViewState): GridViewState {
    if (state.draft !== null) this.rows.reveal(state.draft.row, this.rows.count);
    return withRows(state, (row) => this.rows.viewRow(row) ?? 0);
  }

  draw(): void {
    render(orderBar(this.#model(), this.#actions), this.place);
  }

  #showHidden(): void {
    const hidden = this.#hidden;
    if (hidden === null) return;
    this.set({ ...this.criteria, filters: [], conditions: [] });
    this.whenShown(hidden.row, hidden.go);
  }

  #model(): Parameters<typeof orderBar>[0] {
    const { columns, numbers } = this.around.session();
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

function withRows(state: GridViewState, rowOf: (row: number) => number): GridViewState {
  const { top, active, draft } = state;
  return {
    ...state,
    top: { ...top, row: rowOf(top.row) },
    active: { ...active, row: rowOf(active.row) },
    draft: draft === null ? null : { ...draft, row: rowOf(draft.row) },
  };
}
