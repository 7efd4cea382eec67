import type { DocumentChange, LiveNotebook, TextEdit } from '../../../core';
import type { Grid, GridColumnAction, GridSelectionView } from '../../grid';
import { createGrid } from '../../grid';
import type { ColumnView } from '../columns';
import { FindPart } from '../find';
import { afterPaint } from '../frames';
import { GridParts } from '../menu';
import type { KeyedCell, NoticeActions, RefusedEdit } from '../notices';
import type { Tracking } from '../order';
import { OrderPart } from '../order';
import type { PanelsPart } from '../panels';
import { createPanels } from '../panels';
import { PastePart } from '../paste';
import type { Hand } from '../conflicts';
import type { ProblemsPart } from '../problems';
import type { PageActions, Session } from '../session';
import type { GridSurroundings } from '../sheet';
import { announcement, firstSource, NotebookGridModel, surroundingsOf } from '../sheet';
import type { Shell } from '../shell';
import { AroundGrid } from './around';
import { Drawing } from './drawing';
import { OpenCell } from './openCell';
import type { Opening, ViewEvents } from './opening';
import { Places } from './places';
import { ResultsWhileTyping } from './typing';
import { ViewedSession } from './viewedSession';
import { gridCallbacks, panelsHooks } from './wiring';

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
  readonly #openCell: OpenCell;
  readonly #drawing: Drawing;
  readonly #viewed: ViewedSession;
  #disposed = false;

  constructor(
    shell: Shell,
    opening: Opening,
    private readonly actions: PageActions & NoticeActions,
    private readonly events: ViewEvents,
  ) {
    this.#viewed = new ViewedSession(opening);
    const around = {
      session: () => this.#session,
      grid: () => this.grid,
      announce: (sentence: string) => actions.announce(sentence),
      edit: (edits: readonly TextEdit[], label: string) => actions.edit(edits, label),
    };
    this.order = new OrderPart(shell.order, opening.order, {
      ...around,
      session: () => ({ ...this.#session, columns: this.#session.allColumns }),
      column: (column) => this.#session.columns[column],
      reordered: () => this.#model.forget(this.#surroundings()),
      changed: () => this.#reordered(),
    });
    this.#model = new NotebookGridModel(firstSource(opening.notebook), this.#surroundings(), this.order.rows);
    this.find = new FindPart(shell.find, { ...around, rows: () => this.order.rows });
    this.#model.mark = (row, column) => this.find.mark(row, column);
    this.paste = new PastePart(actions, {
      session: () => this.#session,
      model: () => this.#model,
      select: (row, place) => this.places.selectFrom(row, place),
      redraw: () => this.#around.drawNotices(this.#session),
    });
    this.#around = new AroundGrid(shell, actions, () => this.paste.view, this.#model, opening);
    this.#drawing = new Drawing({
      model: this.#model,
      order: this.order,
      find: this.find,
      paste: this.paste,
      around: this.#around,
      grid: () => this.grid,
      panels: () => this.panels,
      session: () => this.#session,
      drawn: () => this.#typing.drawn(),
    });
    this.#typing = new ResultsWhileTyping({
      model: this.#model,
      rows: this.order.rows,
      session: () => this.#session,
      touched: (rows) => this.#drawing.touched(rows),
      draw: (row) => this.#drawing.touchedRows(row),
    });
    this.#openCell = new OpenCell({
      order: this.order,
      session: () => this.#session,
      revealed: () => this.grid.rowCountChanged(),
    });
    this.places = new Places({
      grid: () => this.grid,
      order: this.order,
      session: () => this.#session,
      show: (column) => {
        if (this.#viewed.show(column)) this.#columnsChanged();
      },
    });
    this.grid = createGrid(
      shell.grid,
      this.#model,
      gridCallbacks(this, actions, events, {
        typed: (draft) => {
          this.#openCell.drafted(draft);
          this.#typing.typed(draft);
        },
        selected: (selection) => this.#selected(selection),
        arrange: (action) => this.#arrange(action),
      }),
      { enterKey: opening.enterKey },
    );
    this.parts = new GridParts(shell.grid.parentElement ?? shell.grid, {
      grid: this.grid,
      model: this.#model,
      session: () => this.#session,
      openAsText: () => actions.openAsText(),
      goToRow: (typed) => this.places.goToRow(typed),
      goToColumn: (fileColumn) => this.places.goToCell(this.places.here.row ?? 0, fileColumn),
      edit: (edits, label) => actions.edit(edits, label),
      announce: (sentence) => actions.announce(sentence),
    });
    this.parts.more = ({ target }) =>
      target.type === 'cell' || target.type === 'columns'
        ? [this.order.columnMenuItems(target.column).map((item) => ({ ...item, keys: '' }))]
        : [];
    this.panels = createPanels(
      shell.panels,
      opening.panels,
      panelsHooks(actions, events, () => this.#session),
    );
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
      this.#drawing.surroundings(null);
      done();
      return;
    }
    afterPaint(() => {
      if (this.#disposed || this.#model.source !== source) return;
      this.#model.source = this.#session.notebook;
      this.#drawing.touched('all');
      this.#drawing.touchedRows(null);
      done();
    });
  }

  /** What is typed into the open cell, and where it belongs. */
  get typed(): KeyedCell | null {
    return this.#openCell.typed;
  }

  /** How the columns are arranged, to be kept over a reload. */
  get columnView(): ColumnView {
    return this.#viewed.columnView;
  }

  get session(): Session {
    return this.#viewed.now;
  }

  get problems(): ProblemsPart {
    return this.#around.problems;
  }

  /** What is written by hand for a conflict and not taken over yet. */
  get conflictHand(): Hand | null {
    return this.#around.conflictHand;
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
    this.grid.changedOutside(
      () => this.#show(change, tracking, local),
      () => this.#openCell.rowAfter(change),
    );
  }

  #show(change: DocumentChange, tracking: Tracking, local: boolean): void {
    const { notebook } = this.#session;
    if (change.whole) {
      this.#openSession(notebook);
      this.order.follow(tracking, change);
      this.#drawing.everything();
      return;
    }
    this.#model.forget(this.#surroundings());
    this.#drawing.touched(notebook.affectedRows);
    const row = this.#drawing.rowsChanged(change, !this.order.follow(tracking, change));
    if (local && row !== null) {
      const { numbers } = this.#session;
      this.actions.announce(announcement(notebook.row(row), notebook.problemsOfRow(row), numbers));
    }
  }

  /** Shows another notebook in place of this one, and keeps the view. */
  replace(notebook: LiveNotebook): void {
    this.#model.source = notebook;
    this.grid.changedOutside(
      () => {
        this.#openSession(notebook);
        this.order.arrange();
        this.#drawing.everything();
      },
      () => this.#openCell.rowAfter(null),
    );
  }

  #openSession(notebook: LiveNotebook): void {
    this.#viewed.open(notebook);
    this.#model.forget(this.#surroundings());
  }

  /** The host does not answer any more, or does again. What is typed into an open cell stays there. */
  setSilent(isSilent: boolean): void {
    this.#viewed.setSilent(isSilent);
    this.#model.forget(this.#surroundings());
    this.#drawing.everything();
  }

  /** The user saves the file. */
  saving(): void {
    this.#around.saving();
  }

  setSegment(segment: string | null): void {
    this.#viewed.setSegment(segment);
    this.#drawing.surroundings(null);
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

  get #session(): Session {
    return this.#viewed.now;
  }

  #arrange(action: GridColumnAction): void {
    this.#viewed.arrange(action);
    this.#columnsChanged();
  }

  #columnsChanged(): void {
    this.#model.forget(this.#surroundings());
    this.grid.columnsChanged();
    this.find.changed();
    this.actions.viewChanged();
  }

  /** The rows are others, or in another order; the file is as it was. */
  #reordered(): void {
    this.#around.count(this.#session, this.grid.selection);
    this.find.changed();
    this.actions.viewChanged();
  }

  #selected(selection: GridSelectionView): void {
    this.#around.count(this.#session, selection);
    const { row, column } = this.places.fileCell(selection.active);
    if (row !== null) this.problems.follow(row, column);
    this.events.onSelection();
  }

  #surroundings(): GridSurroundings {
    return surroundingsOf(this.#session, this.order.criteria);
  }
}
