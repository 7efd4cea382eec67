import type { Command, Grid, GridMenuRequest, GridModel } from '../../grid';
import { rowSpans } from '../../grid';
import { ContextMenu } from './contextMenu';
import { GoToRow } from './goToRow';
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
  /** Goes to the row a person names; the sentence to show when there is none, else null. */
  goToRow(typed: string): string | null;
}

/** The context menu of the grid, and the field that asks for a row. */
export class GridParts {
  readonly #menu: ContextMenu;
  readonly #goToRow: GoToRow;
  readonly #mac = /Macintosh|iPhone|iPad/.test(navigator.userAgent);
  /** What other parts add to the menu. */
  more: MoreEntries = () => [];

  constructor(
    private readonly place: HTMLElement,
    private readonly surface: GridSurface,
  ) {
    const focus = (): void => surface.grid.focus();
    this.#menu = new ContextMenu(place);
    this.#goToRow = new GoToRow(place, (typed) => surface.goToRow(typed), focus);
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
      this.more,
    );
    this.#menu.open(text.menu.title[request.target.type], groups, request, () => grid.focus());
  }

  askForRow(): void {
    this.#goToRow.open();
  }

  dispose(): void {
    this.place.removeEventListener('contextmenu', this.#onContextMenu);
    this.#menu.dispose();
    this.#goToRow.dispose();
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
