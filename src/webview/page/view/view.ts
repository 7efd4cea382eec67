import type { LiveNotebook, TextEdit } from '../../../core';
import type { Grid, GridColumnAction, GridSelectionView } from '../../grid';
import { createGrid } from '../../grid';
import type { ColumnView, PageColumn } from '../columns';
import { arrangeColumns, showColumn } from '../columns';
import { FindPart } from '../find';
import { afterPaint } from '../frames';
import { GridParts } from '../menu';
import type { NoticeActions, RefusedEdit } from '../notices';
import { OrderPart } from '../order';
import type { PanelsPart } from '../panels';
import { createPanels } from '../panels';
import { PastePart } from '../paste';
import type { ProblemsPart } from '../problems';
import type { PageActions, Session } from '../session';
import { openSession } from '../session';
import type { GridSurroundings } from '../sheet';
import { announcement, DirtyRows, firstSource, NotebookGridModel, surroundingsOf } from '../sheet';
import type { Shell } from '../shell';
import { AroundGrid } from './around';
import type { Opening, ViewEvents } from './opening';
import { Places } from './places';
import { ResultsWhileTyping } from './typing';

/**
 * Everything that is seen of an open notebook. It draws what the notebook says and changes nothing itself:
 * edits go out through `PageActions` and `ViewEvents`, and come back as `changed`.
 */
export class NotebookView {
  readonly grid: Grid;
  /** Which rows are shown, and in which order. */
  readonly order: OrderPart;
  readonly find: FindPart;
  /** What there is to say after a paste. */
  readonly paste: PastePart;
  readonly parts: GridParts;
  readonly panels: PanelsPart;
  /** Where things of the file are in the view. */
  readonly places: Places;
  readonly #model: NotebookGridModel;
  readonly #around: AroundGrid;
  readonly #typing: ResultsWhileTyping;
  readonly #dirty = new DirtyRows();
  #disposed = false;
  #columnView: ColumnView;
  #session: Session;

  constructor(
    shell: Shell,
    private readonly opening: Opening,
    private readonly actions: PageActions & NoticeActions,
    private readonly events: ViewEvents,
  ) {
    const { notebook } = opening;
    this.#columnView = opening.columns;
    this.#session = openSession(notebook, opening.segment, opening, this.#columnView);
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
    this.paste = new PastePart(actions, {
      session: () => this.#session,
      model: () => this.#model,
      select: (row, place) => this.places.selectFrom(row, place),
      redraw: () => this.#around.drawNotices(this.#session),
    });
    this.#around = new AroundGrid(shell, actions, () => this.paste.view, this.#model, opening.problemsOpen);
    this.#typing = new ResultsWhileTyping({
      model: this.#model,
      rows: this.order.rows,
      session: () => this.#session,
      touched: (rows) => this.#dirty.add(rows),
      draw: (row) => this.#drawAll(row),
    });
    this.places = new Places({
      grid: () => this.grid,
      order: this.order,
      session: () => this.#session,
      show: (column) => this.#show(column),
    });
    this.grid = createGrid(
      shell.grid,
      this.#model,
      {
        onEdit: (edit) => events.onEdit(edit),
        onDraft: (draft) => {
          this.#typing.typed(draft);
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
    this.parts = new GridParts(shell.grid.parentElement ?? shell.grid, {
      grid: this.grid,
      model: this.#model,
      session: () => this.#session,
      openAsText: () => actions.openAsText(),
      goToRow: (typed) => this.places.goToRow(typed),
    });
    this.parts.more = ({ target }) =>
      target.type === 'cell' || target.type === 'columns'
        ? [this.order.columnMenuItems(target.column).map((item) => ({ ...item, keys: '' }))]
        : [];
    this.panels = createPanels(shell.panels, opening.panels, {
      session: () => this.#session,
      actions: {
        ...actions,
        goToCell: (row, column) => {
          actions.goToCell(row, column);
          actions.focusGrid();
        },
        copy: (copied) => events.onCopy(copied),
        savePicture: (picture) => events.onSavePicture(picture),
      },
      changed: () => actions.viewChanged(),
      focusGrid: () => actions.focusGrid(),
    });
    this.#around.drawHeader(this.#session);
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

  get problems(): ProblemsPart {
    return this.#around.problems;
  }

  /**
   * Takes back what the notebook only calculates with while it is being typed. To be called before anything
   * else is done with the notebook.
   */
  settle(): void {
    this.#typing.settle();
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

  /** Shows the edits that could not be applied. */
  setRefused(refused: readonly RefusedEdit[]): void {
    this.#around.refuse(this.#session, refused);
  }

  dispose(): void {
    this.#disposed = true;
    this.find.dispose();
    this.#around.dispose();
    this.panels.dispose();
    this.parts.dispose();
    this.grid.dispose();
  }

  #arrange(action: GridColumnAction): void {
    const { columns, allColumns } = this.#session;
    this.#setColumnView(arrangeColumns(action, columns, allColumns, this.#columnView));
  }

  /** Shows a column if it is hidden. */
  #show({ key }: PageColumn): void {
    if (this.#columnView.hidden.includes(key)) this.#setColumnView(showColumn(this.#columnView, key));
  }

  #setColumnView(columnView: ColumnView): void {
    this.#columnView = columnView;
    this.#openSession(this.#session.notebook);
    this.grid.columnsChanged();
    this.actions.viewChanged();
  }

  /** The rows are others, or in another order; the file is as it was. */
  #reordered(): void {
    this.#around.count(this.#session, this.grid.selection);
    this.find.changed();
    this.actions.viewChanged();
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
    this.#around.count(this.#session, selection);
    const { row, column } = this.places.fileCell(selection.active);
    if (row !== null) this.problems.follow(row, column);
    this.events.onSelection();
  }

  /** Draws what stands around the rows. @param row the row of the file that was edited, or null for any */
  #drawAround(row: number | null): void {
    this.#typing.drawn();
    this.order.draw();
    this.find.changed();
    this.#around.draw(this.#session, this.grid.selection, row);
    this.panels.draw();
  }

  #surroundings(): GridSurroundings {
    return surroundingsOf(this.#session, this.order.criteria);
  }
}
