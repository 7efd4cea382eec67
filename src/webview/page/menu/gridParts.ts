import type { TextEdit } from '../../../core';
import type { Command, Grid, GridMenuRequest, GridModel } from '../../grid';
import { isMac, rowSpans } from '../../grid';
import { ContextMenu } from './contextMenu';
import { Ask } from './ask';
import { FileColumns } from './fileColumns';
import type { MoreEntries } from './gridMenu';
import { gridMenu } from './gridMenu';
import type { Session } from '../session';
import { text } from '../text';

/** What the parts over the grid need of the page. */
export interface GridSurface {
  readonly grid: Grid;
  readonly model: GridModel;
  session(): Session;
  openAsText(): void;
  /** One action of the user on the file. */
  edit(edits: readonly TextEdit[], label: string): boolean;
  announce(sentence: string): void;
  /** Selects the cell of a column of the file in the row where the user is. */
  goToColumn(fileColumn: number): void;
  /** Goes to the row a person names; the sentence to show when there is none, else null. */
  goToRow(typed: string): string | null;
}

/** The context menu of the grid, and the field that asks for a row or a column. */
export class GridParts {
  readonly #menu: ContextMenu;
  readonly #ask: Ask;
  readonly columns: FileColumns;
  readonly #mac = isMac();
  /** What other parts add to the menu. */
  more: MoreEntries = () => [];

  constructor(
    private readonly place: HTMLElement,
    private readonly surface: GridSurface,
  ) {
    this.#menu = new ContextMenu(place);
    this.#ask = new Ask(place, () => surface.grid.focus());
    this.columns = new FileColumns(this.#ask, {
      grid: surface.grid,
      readOnly: () => surface.model.readOnly,
      session: () => surface.session(),
      edit: (edits, label) => surface.edit(edits, label),
      announce: (sentence) => surface.announce(sentence),
      goTo: (fileColumn) => surface.goToColumn(fileColumn),
    });
    // Below a short grid there is room that is not the grid's.
    place.addEventListener('contextmenu', this.#onContextMenu);
  }

  openMenu(request: GridMenuRequest): void {
    const { surface } = this;
    const { grid, model } = surface;
    const { rowCount, readOnly, fixedOrder = null } = model;
    const { columns, allColumns } = surface.session();
    const rows = rowSpans(grid.selection.ranges, rowCount).reduce((sum, { count }) => sum + count, 0);
    const groups = gridMenu(
      request,
      {
        mac: this.#mac,
        readOnly,
        fixedOrder,
        rows,
        hidden: allColumns.length - columns.length,
        execute: (command) => this.#execute(command),
        addRow: () => {
          grid.select({ row: rowCount, column: 0 });
          grid.execute({ type: 'insertAbove' });
        },
        openAsText: () => surface.openAsText(),
        goToRow: () => this.askForRow(),
      },
      (about) => [
        ...(about.target.type === 'columns' ? [this.columns.entries(about.target.column)] : []),
        ...this.more(about),
      ],
    );
    this.#menu.open(text.menu.title[request.target.type], groups, request, () => grid.focus());
  }

  askForRow(): void {
    this.#ask.open({ ...text.goToRow, answer: (typed) => this.surface.goToRow(typed) });
  }

  dispose(): void {
    this.place.removeEventListener('contextmenu', this.#onContextMenu);
    this.#menu.dispose();
    this.#ask.dispose();
  }

  #execute(command: Command): void {
    this.surface.grid.focus();
    this.surface.grid.execute(command);
  }

  readonly #onContextMenu = (event: MouseEvent): void => {
    if (event.target !== this.place && !(event.target as Element).classList.contains('grid-host')) return;
    event.preventDefault();
    this.openMenu({ target: { type: 'outside' }, x: event.clientX, y: event.clientY, keyboard: false });
  };
}
