import { html, render } from 'lit';
import type { DocumentChange, LiveNotebook, RetentionDocument } from '../../core';
import type { ReadOnlyCause } from '../../protocol';
import type { CellRef, EditorDraft, Grid, GridEdit, GridSelectionView } from '../grid';
import { copyRanges, createGrid, rowSpans } from '../grid';
import { announcement } from './announcement';
import { pageColumns } from './columns';
import { DraftPreview } from './draftPreview';
import type { GridSurroundings } from './gridModel';
import { NotebookGridModel } from './gridModel';
import { HeaderPart } from './headerPart';
import { idleTask } from './idle';
import { nextRow } from './newRow';
import type { NoticeActions, RefusedEdit } from './noticeView';
import { readOnlyView, refusedView } from './noticeView';
import { numberDisplay } from './numbers';
import { ProblemsPart } from './problemsPart';
import type { PageActions, Session } from './session';
import type { Shell } from './shell';
import { StartPart } from './startPart';
import type { Statistics } from './statistics';
import { selectionStatistics } from './statistics';
import { statisticsView } from './statisticsView';
import { summaryView } from './summaryView';
import { text } from './text';

/** What the view is opened with. */
export interface Opening {
  readonly notebook: LiveNotebook;
  readonly fileName: string;
  /** Language tag of the editor. */
  readonly locale: string;
  /** Why the file cannot be edited, apart from what its text says. */
  readonly locked: ReadOnlyCause | null;
  readonly segment: string | null;
  readonly problemsOpen: boolean;
  readonly enterKey: 'edit' | 'down';
}

/** What the view reports. */
export interface ViewEvents {
  onEdit(edit: GridEdit): void;
  onSelection(selection: GridSelectionView): void;
}

/**
 * Everything that is seen of an open notebook. It draws what the notebook says and changes nothing itself:
 * edits go out through `PageActions` and `ViewEvents`, and come back as `changed`.
 */
export class NotebookView {
  readonly grid: Grid;
  readonly problems: ProblemsPart;
  readonly #header: HeaderPart;
  readonly #start: StartPart;
  readonly #model: NotebookGridModel;
  readonly #counting = idleTask<Statistics>();
  readonly #preview = new DraftPreview();
  /** True while what is drawn is not what the notebook says. */
  #stale = false;
  #session: Session;
  #statistics: Statistics | null = null;
  #refused: readonly RefusedEdit[] = [];

  constructor(
    private readonly shell: Shell,
    private readonly opening: Opening,
    private readonly actions: PageActions & NoticeActions,
    private readonly events: ViewEvents,
  ) {
    const { notebook } = opening;
    this.#session = this.#sessionOf(notebook, opening.segment);
    this.#header = new HeaderPart(shell.header, actions);
    this.#start = new StartPart(shell.start, actions);
    this.#model = new NotebookGridModel(notebook, this.#surroundings());
    this.problems = new ProblemsPart(shell.problems, actions, opening.problemsOpen);
    this.grid = createGrid(
      shell.grid,
      this.#model,
      {
        onEdit: (edit) => events.onEdit(edit),
        onDraft: (draft) => this.#drafted(draft),
        onSelectionChange: (selection) => this.#selected(selection),
        onViewStateChange: () => actions.viewChanged(),
      },
      { enterKey: opening.enterKey },
    );
    this.#drawAround(null);
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

  /** The notebook changed as described. `local`: by this page's user, who then hears the results. */
  changed(change: DocumentChange, local: boolean): void {
    const { notebook } = this.#session;
    if (change.whole) return this.refresh();
    this.#model.forget(this.#surroundings());
    const { firstRow, removedRows, insertedRows } = change;
    if (removedRows !== insertedRows) this.grid.rowsReplaced(firstRow, removedRows, insertedRows);
    // A row has its say about others: duplicates, continuity, order. Only what is on screen is drawn.
    this.grid.rowsChanged('all');
    const row = insertedRows === 1 && removedRows <= 1 ? firstRow : null;
    this.#drawAround(row);
    if (local && row !== null) {
      const { numbers } = this.#session;
      this.actions.announce(announcement(notebook.row(row), notebook.problemsOfRow(row), numbers));
    }
  }

  /** Shows another notebook in place of this one, and keeps the view. */
  replace(notebook: LiveNotebook): void {
    this.#model.source = notebook;
    this.#session = { ...this.#session, notebook };
    this.refresh();
  }

  /** Anything may have changed: settings, columns, rows. Selection and scroll stay where they can. */
  refresh(): void {
    this.#session = this.#sessionOf(this.#session.notebook, this.#session.segment);
    this.#model.forget(this.#surroundings());
    this.grid.rowCountChanged();
    this.grid.columnsChanged();
    this.grid.rowsChanged('all');
    this.#drawAround(null);
  }

  setSegment(segment: string | null): void {
    this.#session = { ...this.#session, segment };
    this.#drawAround(null);
  }

  setRefused(refused: readonly RefusedEdit[]): void {
    this.#refused = refused;
    this.#drawNotices();
  }

  /** Selects a cell of the file; a column the grid does not show selects the row's first cell. */
  goToCell(row: number, fileColumn: number | null): void {
    this.grid.select({ row, column: this.gridColumn(fileColumn) });
    this.grid.focus();
  }

  /** The grid's column of a column of the file; the first one if there is none. */
  gridColumn(fileColumn: number | null): number {
    const at = this.#session.columns.findIndex(({ source }) => source.file?.index === fileColumn);
    return Math.max(0, at);
  }

  /** The place in the file of a cell of the grid; a calculated one stands for its row. */
  fileCell({ row, column }: CellRef): { row: number | null; column: number | null } {
    const { notebook, columns } = this.#session;
    const file = columns[column]?.source.file ?? null;
    return { row: row < notebook.document.rowCount ? row : null, column: file?.index ?? null };
  }

  /** Number of rows of the file that are selected, at least partly. */
  get selectedRows(): number {
    return rowSpans(this.grid.selection.ranges, this.#model.rowCount).reduce(
      (sum, { count }) => sum + count,
      0,
    );
  }

  /** The selected cells as tab-separated text under the names of their columns. */
  copyWithHeaders(): string {
    return copyRanges(this.#model, this.grid.selection.ranges, { headers: true })?.text ?? '';
  }

  dispose(): void {
    this.#counting.cancel();
    this.grid.dispose();
  }

  /** Results follow the typing: what is in the open cell counts as soon as it is a whole value. */
  #drafted(draft: EditorDraft | null): void {
    const { notebook, columns } = this.#session;
    const file = draft === null ? null : (columns[draft.column]?.source.file ?? null);
    if (draft === null || file === null || draft.row >= notebook.document.rowCount) {
      const ended = this.#preview.end();
      this.#model.release();
      // A commit follows at once or not at all, and draws everything itself.
      if (ended) this.#drawSoon();
      return;
    }
    this.#model.hold(draft.row, draft.column);
    const cell = { row: draft.row, column: file.index, text: draft.text };
    if (this.#preview.show(notebook, cell)) this.#drawAll(draft.row);
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
    this.grid.rowsChanged('all');
    this.#drawAround(row);
  }

  #selected(selection: GridSelectionView): void {
    this.#count(selection);
    const { row, column } = this.fileCell(selection.active);
    if (row !== null) this.problems.follow(row, column);
    this.events.onSelection(selection);
  }

  #drawAround(row: number | null): void {
    this.#stale = false;
    const session = this.#session;
    this.#header.draw(session);
    this.#drawNotices();
    render(summaryView(session.notebook.summary(session.segment), session.numbers), this.shell.summary);
    this.#start.draw(session);
    this.problems.changed(session, row);
    this.#count(this.grid.selection);
  }

  #drawNotices(): void {
    const readOnly = this.#session.notebook.document.readOnly ?? this.opening.locked;
    render(
      html`${readOnlyView(readOnly, this.actions)}${refusedView(this.#refused, this.actions)}`,
      this.shell.notices,
    );
  }

  #count({ ranges }: GridSelectionView): void {
    const rows = this.#model.rowCount;
    const clipped = ranges
      .filter(({ top }) => top < rows)
      .map((range) => ({ ...range, bottom: Math.min(range.bottom, rows - 1) }));
    const single = clipped.every(({ top, bottom, left, right }) => top === bottom && left === right);
    if (clipped.length === 0 || (clipped.length === 1 && single)) {
      this.#counting.cancel();
      this.#showStatistics(null);
    } else {
      this.#counting.run(selectionStatistics(clipped, this.#model), (result) => this.#showStatistics(result));
    }
  }

  #showStatistics(statistics: Statistics | null): void {
    this.#statistics = statistics;
    const { numbers } = this.#session;
    render(statisticsView(this.#statistics, this.#model.rowCount, numbers), this.shell.footer);
  }

  #surroundings(): GridSurroundings {
    const { columns, numbers, readOnly, notebook } = this.#session;
    return { columns, numbers, readOnly, next: nextRow(notebook.document) };
  }

  #sessionOf(notebook: LiveNotebook, segment: string | null): Session {
    const { document } = notebook;
    const known = segment !== null && notebook.segments.includes(segment);
    return {
      notebook,
      columns: pageColumns(document),
      numbers: numberDisplay([document.settings.locale, this.opening.locale]),
      fileName: this.opening.fileName,
      readOnly: readOnlyReason(document, this.opening.locked),
      segment: known ? segment : null,
    };
  }
}

function readOnlyReason(document: RetentionDocument, locked: ReadOnlyCause | null): string | null {
  if (document.readOnly !== null) return text.readOnly[document.readOnly];
  return locked === null ? null : text.readOnly[locked];
}
