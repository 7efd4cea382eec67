import { html, render } from 'lit';
import type { LiveNotebook, TextEdit } from '../../core';
import type {
  CellRef,
  EditorDraft,
  Grid,
  GridColumnAction,
  GridEdit,
  GridSelectionView,
  GridViewState,
} from '../grid';
import { createGrid, rowSpans } from '../grid';
import { afterPaint } from './frames';
import { announcement, DirtyRows, DraftPreview, firstSource, NotebookGridModel, nextRow } from './sheet';
import type { ColumnView } from './columns';
import { arrangeColumns, showColumn } from './columns';
import { FindPart } from './find';
import type { GridSurroundings } from './sheet';
import type { GridSurface } from './menu';
import { GridParts, findRow } from './menu';
import { HeaderPart } from './header';
import type { NoticeActions, RefusedEdit } from './notices';
import { readOnlyView, refusedView } from './notices';
import type { ViewCriteria } from './order';
import { OrderPart } from './order';
import type { RowPlace } from './paste';
import { PastePart } from './paste';
import { ProblemsPart } from './problems';
import type { PageActions, Session, Surroundings } from './session';
import { openSession } from './session';
import type { Shell } from './shell';
import { StartPart } from './start';
import { StatisticsPart } from './statistics';
import { summaryView } from './summary';
import { text } from './text';

/** What the view is opened with. */
export interface Opening extends Surroundings {
  readonly notebook: LiveNotebook;
  readonly segment: string | null;
  readonly order: ViewCriteria;
  readonly problemsOpen: boolean;
  readonly enterKey: 'edit' | 'down';
  readonly columns: ColumnView;
}

/** Where the user is. Rows and columns are the file's, from 0; null on the line that adds a row. */
export interface Place {
  readonly offset: number;
  readonly row: number | null;
  readonly column: number;
  /** Number of rows selected, at least partly. */
  readonly rows: number;
  readonly editing: boolean;
}

/** What the view reports. */
export interface ViewEvents {
  onEdit(edit: GridEdit): void;
  onSelection(): void;
  /** A command copied what the browser does not let the page put on the clipboard. */
  onCopy(text: string): void;
  /** A command pastes, and the browser does not let the page read the clipboard. */
  onPasteWanted(): void;
}

/**
 * Everything that is seen of an open notebook. It draws what the notebook says and changes nothing itself:
 * edits go out through `PageActions` and `ViewEvents`, and come back as `changed`.
 */
export class NotebookView {
  readonly grid: Grid;
  readonly problems: ProblemsPart;
  /** Which rows are shown, and in which order. */
  readonly order: OrderPart;
  readonly find: FindPart;
  /** What there is to say after a paste. */
  readonly paste: PastePart;
  readonly parts: GridParts;
  readonly #header: HeaderPart;
  readonly #start: StartPart;
  readonly #model: NotebookGridModel;
  readonly #statistics: StatisticsPart;
  readonly #dirty = new DirtyRows();
  readonly #preview = new DraftPreview((rows) => this.#dirty.add(rows));
  /** True while what is drawn is not what the notebook says. */
  #stale = false;
  #disposed = false;
  #columnView: ColumnView;
  #session: Session;
  #refused: readonly RefusedEdit[] = [];

  constructor(
    private readonly shell: Shell,
    private readonly opening: Opening,
    private readonly actions: PageActions & NoticeActions,
    private readonly events: ViewEvents,
  ) {
    const { notebook } = opening;
    this.#columnView = opening.columns;
    this.#session = openSession(notebook, opening.segment, opening, this.#columnView);
    this.#header = new HeaderPart(shell.header, actions);
    this.#start = new StartPart(shell.start, actions);
    this.order = new OrderPart(shell.order, opening.order, {
      session: () => ({ ...this.#session, columns: this.#session.allColumns }),
      column: (column) => this.#session.columns[column],
      grid: () => this.grid,
      announce: (sentence) => actions.announce(sentence),
      edit: (edits, label) => actions.edit(edits, label),
      reordered: () => this.#model.forget(this.#surroundings()),
      changed: () => this.#reordered(),
    });
    this.#model = new NotebookGridModel(firstSource(notebook), this.#surroundings(), this.order.rows);
    this.find = new FindPart(shell.find, {
      session: () => this.#session,
      grid: () => this.grid,
      rows: () => this.order.rows,
      announce: (sentence) => actions.announce(sentence),
      edit: (edits, label) => actions.edit(edits, label),
    });
    this.#model.mark = (row, column) => this.find.mark(row, column);
    this.#statistics = new StatisticsPart(shell.footer, this.#model);
    this.problems = new ProblemsPart(shell.problems, actions, opening.problemsOpen);
    this.paste = new PastePart(actions, {
      session: () => this.#session,
      model: () => this.#model,
      select: (row, place) => this.#selectPlace(row, place),
      redraw: () => this.#drawNotices(),
    });
    this.grid = createGrid(
      shell.grid,
      this.#model,
      {
        onEdit: (edit) => events.onEdit(edit),
        onDraft: (draft) => {
          this.#drafted(draft);
          actions.draftChanged();
        },
        onSelectionChange: (selection) => this.#selected(selection),
        onViewStateChange: () => actions.viewChanged(),
        onPaste: (report) => this.paste.pasted(report),
        onColumnMenu: (column, header) => this.order.openMenu(column, header),
        onContextMenu: (request) => this.parts.openMenu(request),
        onColumns: (action) => this.#arrange(action),
        onGoToRow: () => this.parts.askForRow(),
        onCopy: (copied) => events.onCopy(copied),
        onPasteWanted: () => events.onPasteWanted(),
      },
      { enterKey: opening.enterKey },
    );
    this.parts = new GridParts(shell.grid.parentElement ?? shell.grid, this.#surface());
    this.parts.more = ({ target }) =>
      target.type === 'cell' || target.type === 'columns'
        ? [this.order.columnMenuItems(target.column).map((item) => ({ ...item, keys: '' }))]
        : [];
    this.#header.draw(this.#session);
  }

  /**
   * Draws what stands around the rows. In a large file that needs longer than the rows themselves, which are
   * painted first then.
   *
   * @param done is told when everything is drawn
   */
  complete(done: () => void): void {
    const { source } = this.#model;
    const { notebook } = this.#session;
    if (source === notebook) {
      this.#drawAround(null);
      done();
      return;
    }
    afterPaint(() => {
      if (this.#disposed || this.#model.source !== source) return;
      this.#model.source = this.#session.notebook;
      this.#dirty.add('all');
      this.#drawAll(null);
      done();
    });
  }

  /** How the columns are arranged, to be kept over a reload. */
  get columnView(): ColumnView {
    return this.#columnView;
  }

  get session(): Session {
    return this.#session;
  }

  /**
   * Takes back what the notebook only calculates with while it is being typed. To be called before anything
   * else is done with the notebook.
   */
  settle(): void {
    if (this.#preview.end()) this.#model.forget();
    this.#model.release();
  }

  /**
   * Edits the notebook and shows it. `local`: by this page's user, who then hears the results.
   *
   * @throws RangeError when the edits do not fit the text; then nothing has changed.
   */
  apply(edits: readonly TextEdit[], local: boolean): void {
    this.settle();
    const { notebook } = this.#session;
    const tracking = this.order.watch(edits);
    const change = notebook.apply(edits);
    if (change.whole) {
      this.#openSession(notebook);
      this.order.follow(tracking, change);
      this.#refresh();
      return;
    }
    this.#model.forget(this.#surroundings());
    const { firstRow, removedRows, insertedRows } = change;
    this.#dirty.add(notebook.affectedRows);
    // Another number of rows draws all in view by itself.
    if (this.order.follow(tracking, change)) this.#drawRows();
    const row = insertedRows === 1 && removedRows <= 1 ? firstRow : null;
    this.#drawAround(row);
    this.paste.changed(row);
    if (local && row !== null) {
      const { numbers } = this.#session;
      this.actions.announce(announcement(notebook.row(row), notebook.problemsOfRow(row), numbers));
    }
  }

  /** Shows another notebook in place of this one, and keeps the view. */
  replace(notebook: LiveNotebook): void {
    this.#model.source = notebook;
    this.#openSession(notebook);
    this.order.arrange();
    this.#refresh();
  }

  #openSession(notebook: LiveNotebook): void {
    this.#session = openSession(notebook, this.#session.segment, this.opening, this.#columnView);
    this.#model.forget(this.#surroundings());
  }

  /** Anything may have changed: settings, columns, rows. Selection and scroll stay where they can. */
  #refresh(): void {
    this.grid.rowCountChanged();
    this.grid.columnsChanged();
    this.grid.rowsChanged('all');
    this.#drawAround(null);
    this.paste.changed(null);
  }

  setSegment(segment: string | null): void {
    this.#session = { ...this.#session, segment };
    this.#drawAround(null);
  }

  setRefused(refused: readonly RefusedEdit[]): void {
    this.#refused = refused;
    this.#drawNotices();
  }

  /**
   * Selects a cell of the file; a hidden column is shown for it. Where a filter
   * hides the row, says so and offers to show all rows.
   */
  goToCell(row: number, fileColumn: number | null): void {
    const hidden = this.#session.allColumns.find(({ source }) => source.file?.index === fileColumn);
    if (hidden !== undefined && this.#columnView.hidden.includes(hidden.key)) {
      this.#setColumnView(showColumn(this.#columnView, hidden.key));
    }
    const column = this.gridColumn(fileColumn);
    this.order.whenShown(row, (viewRow) => this.grid.select({ row: viewRow, column }));
  }

  /** Selects a cell of a row of the file; further down as well while those rows follow each other. */
  #selectPlace(row: number, { left, right, height, lastRow }: RowPlace): void {
    this.order.whenShown(row, (top) => {
      const bottom = top + height - 1;
      const together = bottom < this.#model.rowCount && this.#model.rowLabel(bottom) === `${lastRow + 1}`;
      this.grid.select({ top, left, right, bottom: together ? bottom : top });
    });
  }

  /** The grid's view with rows of the file, as `restore` takes it. */
  get gridState(): GridViewState {
    return this.order.toFileState(this.grid.getViewState());
  }

  restore(state: GridViewState): void {
    this.grid.setViewState(this.order.fromFileState(state));
  }

  /** The grid's column of a column of the file; the first one if there is none. */
  gridColumn(fileColumn: number | null): number {
    const at = this.#session.columns.findIndex(({ source }) => source.file?.index === fileColumn);
    return Math.max(0, at);
  }

  /** Where the user is, in terms of the file. */
  get place(): Place {
    const { selection, isEditing } = this.grid;
    const { row, column } = this.#fileCell(selection.active);
    const rows = rowSpans(selection.ranges, this.#model.rowCount).reduce((sum, { count }) => sum + count, 0);
    return { offset: this.offset, row, column: column ?? 0, rows, editing: isEditing };
  }

  /** Where the active cell stands in the text; behind the last row on the line that adds one. */
  get offset(): number {
    const { document } = this.#session.notebook;
    const { row, column } = this.#fileCell(this.grid.selection.active);
    if (row === null) return document.rowCount > 0 ? document.rowRange(document.rowCount - 1).end : 0;
    return (document.cellRange(row, column ?? 0) ?? document.rowRange(row)).start;
  }

  dispose(): void {
    this.#disposed = true;
    this.find.dispose();
    this.#statistics.cancel();
    this.parts.dispose();
    this.grid.dispose();
  }

  #arrange(action: GridColumnAction): void {
    const { columns, allColumns } = this.#session;
    this.#setColumnView(arrangeColumns(action, columns, allColumns, this.#columnView));
  }

  #setColumnView(columnView: ColumnView): void {
    this.#columnView = columnView;
    this.#openSession(this.#session.notebook);
    this.grid.columnsChanged();
    this.actions.viewChanged();
  }

  #surface(): GridSurface {
    const session = (): Session => this.#session;
    const model = this.#model;
    return {
      grid: this.grid,
      get rowCount() {
        return model.rowCount;
      },
      get readOnly() {
        return model.readOnly;
      },
      get fixedOrder() {
        return model.fixedOrder;
      },
      get hiddenColumns() {
        return session().allColumns.length - session().columns.length;
      },
      openAsText: () => this.actions.openAsText(),
      goToRow: (typed) => this.#goToRow(typed),
    };
  }

  #goToRow(typed: string): string | null {
    const { notebook, numbers, columns } = this.#session;
    const row = findRow(notebook.document, typed);
    if (typed.trim() === '') return text.goToRow.nothing;
    if (row < 0) return text.goToRow.notFound(typed.trim(), numbers.count(notebook.document.rowCount));
    this.goToCell(row, columns[this.grid.selection.active.column]?.source.file?.index ?? null);
    return null;
  }

  /** Results follow the typing: what is in the open cell counts as soon as it is a whole value. */
  #drafted(draft: EditorDraft | null): void {
    const { notebook, columns } = this.#session;
    const file = draft === null ? null : (columns[draft.column]?.source.file ?? null);
    if (draft === null || file === null || draft.row >= this.#model.rowCount) {
      const ended = this.#preview.end();
      this.#model.release();
      // A commit follows at once or not at all, and draws everything itself.
      if (ended) this.#drawSoon();
      return;
    }
    this.#model.hold(draft.row, draft.column);
    const row = this.order.rows.fileRow(draft.row);
    if (this.#preview.show(notebook, { row, column: file.index, text: draft.text })) this.#drawAll(row);
  }

  /** The rows are others, or in another order; the file is as it was. */
  #reordered(): void {
    this.#statistics.count(this.grid.selection, this.#session.numbers);
    this.find.changed();
    this.actions.viewChanged();
  }

  #drawSoon(): void {
    this.#model.forget();
    this.#stale = true;
    queueMicrotask(() => {
      if (this.#stale) this.#drawAll(null);
    });
  }

  #drawAll(row: number | null): void {
    this.#model.forget();
    this.#drawRows();
    this.#drawAround(row);
  }

  /** Draws the rows that edits have touched; a row has its say about others: duplicates, continuity, order. */
  #drawRows(): void {
    // What the line for a new row offers follows from the last rows.
    this.#dirty.add([this.#model.rowCount]);
    const rows = this.#dirty.take();
    // In another order, looking for them costs more than drawing what is in view.
    this.grid.rowsChanged(this.order.rows.isFile ? rows : 'all');
  }

  #selected(selection: GridSelectionView): void {
    this.#statistics.count(selection, this.#session.numbers);
    const { row, column } = this.#fileCell(selection.active);
    if (row !== null) this.problems.follow(row, column);
    this.events.onSelection();
  }

  #drawAround(row: number | null): void {
    this.#stale = false;
    const session = this.#session;
    this.#header.draw(session);
    this.#drawNotices();
    this.order.draw();
    this.find.changed();
    render(summaryView(session.notebook.summary(session.segment), session.numbers), this.shell.summary);
    this.#start.draw(session);
    this.problems.changed(session, row);
    this.#statistics.count(this.grid.selection, session.numbers);
  }

  #drawNotices(): void {
    const { readOnly } = this.#session;
    render(
      html`${readOnlyView(readOnly, this.actions)}${refusedView(this.#refused, this.actions)}${this.paste.view}`,
      this.shell.notices,
    );
  }

  /** The place in the file of a cell of the grid; a calculated one stands for its row. */
  #fileCell({ row, column }: CellRef): { row: number | null; column: number | null } {
    const file = this.#session.columns[column]?.source.file ?? null;
    const inFile = row < this.#model.rowCount ? this.order.rows.fileRow(row) : null;
    return { row: inFile, column: file?.index ?? null };
  }

  #surroundings(): GridSurroundings {
    const { columns, numbers, readOnly, notebook } = this.#session;
    return {
      columns,
      numbers,
      readOnly: readOnly === null ? null : text.readOnly[readOnly],
      next: nextRow(notebook.document),
      criteria: this.order.criteria,
    };
  }
}
