import type { ColumnActions } from './columnActions';
import type { GridCore } from './core';
import type { Drag } from './drag/drag';
import { Dragging } from './drag/dragging';
import { FillDrag } from './drag/fillDrag';
import { MoveDrag } from './drag/moveDrag';
import { SelectDrag } from './drag/selectDrag';
import { WidthDrag } from './drag/widthDrag';
import type { FillActions } from './fillActions';
import { headButtonOf } from './headButton';
import type { Hit } from './layout';
import type { MenuRequests } from './menuRequest';
import { anyContains } from './range';
import type { RowActions } from './rowActions';
import { addCell, extendTo, selectAll, selectCell, selectColumns, selectRows } from './selection';
import type { Typing } from './typing';

/** Mouse and pen; a touch scrolls, and selects by a tap. */
export class Pointer {
  readonly #dragging: Dragging;
  /** The button was last pressed on the fill handle: then a double-click is on it too. */
  #onHandle = false;

  constructor(
    readonly core: GridCore,
    readonly typing: Typing,
    readonly fill: FillActions,
    readonly rows: RowActions,
    readonly columns: ColumnActions,
    readonly menus: MenuRequests,
  ) {
    this.#dragging = new Dragging(core);
    const { pin } = core.parts;
    pin.addEventListener('pointerdown', (event) => this.#onDown(event));
    pin.addEventListener('pointermove', (event) => this.#onMove(event));
    pin.addEventListener('mousedown', (event) => {
      if (this.#isInField(event)) return;
      // The field keeps the focus: nothing else in the grid can have it.
      event.preventDefault();
      core.focus();
    });
    pin.addEventListener('dblclick', (event) => this.#onDoubleClick(event));
    pin.addEventListener('click', (event) => this.#onClick(event));
    core.parts.root.addEventListener('contextmenu', (event) => this.#onContextMenu(event));
  }

  dispose(): void {
    this.#dragging.dispose();
  }

  #onDown(event: PointerEvent): void {
    if (event.button !== 0 || this.#isInField(event)) return;
    if (hiddenMark(event.target) !== null || headButtonOf(event.target) !== null) return;
    this.#onHandle = this.core.marks.isHandle(event.target);
    if (event.pointerType === 'touch' && !this.#onHandle) return;
    const hit = this.core.geometry.hitAt(event.clientX, event.clientY);
    if (!this.typing.commit()) return;
    const drag = this.#onHandle ? this.#grabHandle() : this.#press(hit, event);
    if (drag !== null) this.#dragging.start(drag, event);
  }

  #grabHandle(): Drag | null {
    const { source } = this.fill;
    return source === null ? null : new FillDrag(this.core, this.fill, source);
  }

  /** Selects what was pressed on; returns what dragging from there does. */
  #press(hit: Hit, event: MouseEvent): Drag | null {
    const { core } = this;
    const { selection, bounds } = core;
    const add = core.mac ? event.metaKey : event.ctrlKey;
    const beside = add ? selection : null;
    switch (hit.type) {
      case 'outside':
        return null;
      case 'corner':
        core.select(selectAll(selection, bounds), null);
        core.announceSelection();
        return null;
      case 'border': {
        return new WidthDrag(core, hit.column, event.clientX, (column, width) =>
          this.columns.sizes.resize(column, width),
        );
      }
      case 'header': {
        if (!event.shiftKey && !add && this.#isWholeColumn(hit.column)) {
          return this.#grabColumns(hit.column, event);
        }
        const from = event.shiftKey ? selection.active.column : hit.column;
        core.select(selectColumns(from, hit.column, bounds, beside), null);
        return new SelectDrag(core, 'x');
      }
      case 'gutter': {
        if (hit.row >= bounds.rowCount && !event.shiftKey && !add) {
          core.select(selectCell({ row: hit.row, column: 0 }));
          return new SelectDrag(core, 'both');
        }
        if (!event.shiftKey && !add && this.#isWholeRow(hit.row)) return this.#grabRows(hit.row, event);
        const from = event.shiftKey ? selection.active.row : hit.row;
        core.select(selectRows(from, hit.row, bounds, beside), null);
        return new SelectDrag(core, 'y');
      }
      case 'cell': {
        if (event.shiftKey) core.select(extendTo({ ...selection, shape: 'cells' }, hit, bounds), hit);
        else core.select(add ? addCell(selection, cellOf(hit)) : selectCell(cellOf(hit)));
        return new SelectDrag(core, 'both');
      }
    }
  }

  #onMove(event: PointerEvent): void {
    if (this.#dragging.isActive) this.#dragging.follow(event);
    else this.#showCursor(event);
  }

  #onDoubleClick(event: MouseEvent): void {
    if (this.#isInField(event) || headButtonOf(event.target) !== null) return;
    if (this.#onHandle) {
      this.fill.fillToEnd();
      return;
    }
    const hit = this.core.geometry.hitAt(event.clientX, event.clientY);
    if (hit.type === 'border') this.columns.sizes.fit(hit.column);
    else if (hit.type === 'cell' && !event.shiftKey) this.typing.open();
  }

  /** A tap, or a click that assistive technology makes without a pointer. */
  #onClick(event: MouseEvent): void {
    const { core } = this;
    if (this.#isInField(event)) return;
    const button = headButtonOf(event.target);
    if (button !== null) {
      this.#openColumnMenu(button);
      return;
    }
    const mark = hiddenMark(event.target);
    if (mark !== null) {
      if (this.typing.commit()) this.menus.atHidden(Number(mark.dataset['column']), mark);
      return;
    }
    if (event instanceof PointerEvent && event.pointerType === 'touch') {
      if (this.typing.commit()) this.#press(core.geometry.hitAt(event.clientX, event.clientY), event);
    } else if (event.detail === 0 && event.target instanceof Element) {
      const cell = core.rows.cellAt(event.target);
      if (cell !== null && this.typing.commit()) core.select(selectCell(cell));
    } else return;
    core.focus();
  }

  #openColumnMenu(button: HTMLElement): void {
    const { core } = this;
    const column = core.rows.headerAt(button);
    if (column === null || !this.typing.commit()) return;
    core.callbacks.onColumnMenu?.(column, core.rows.headerOf(column)!.getBoundingClientRect());
  }

  #onContextMenu(event: MouseEvent): void {
    const { core } = this;
    // In an open cell VS Code's own menu cuts, copies and pastes text.
    if (core.editor.isOpen) return;
    // VS Code shows its menu unless the event is taken.
    event.preventDefault();
    core.focus();
    // Keys have no place; the closed field lies under the pointer of nobody.
    if (event.target === core.parts.input) this.menus.atActive();
    else this.menus.at(core.geometry.hitAt(event.clientX, event.clientY), event);
  }

  #isWholeColumn(column: number): boolean {
    const { ranges, shape } = this.core.selection;
    return shape === 'columns' && ranges.some(({ left, right }) => column >= left && column <= right);
  }

  /** Columns that are selected already are moved by their header. */
  #grabColumns(column: number, event: MouseEvent): Drag {
    const { core, columns } = this;
    const { selected } = columns;
    return new MoveDrag(core, 'x', event, {
      drop: (before) => {
        const [first, last] = [selected[0]!, selected.at(-1)!];
        const stays = selected.length === last - first + 1 && before >= first && before <= last + 1;
        if (!stays) columns.moveTo(selected, before);
      },
      click: () => core.select(selectColumns(column, column, core.bounds), null),
    });
  }

  #isWholeRow(row: number): boolean {
    const { selection } = this.core;
    return selection.shape === 'rows' && anyContains(selection.ranges, row, 0);
  }

  /** Rows that are selected already are moved by their numbers. */
  #grabRows(row: number, event: MouseEvent): Drag {
    const { core, rows } = this;
    const { spans } = rows;
    return new MoveDrag(core, 'y', event, {
      drop: (before) => rows.moveTo(spans, before),
      click: () => core.select(selectRows(row, row, core.bounds), null),
    });
  }

  #showCursor(event: PointerEvent): void {
    const { pin } = this.core.parts;
    const border = this.core.geometry.hitAt(event.clientX, event.clientY).type === 'border';
    pin.classList.toggle('is-on-border', border);
  }

  /** Inside the open editor the browser's own mouse handling applies. */
  #isInField(event: MouseEvent): boolean {
    return event.target === this.core.parts.input && this.core.editor.isOpen;
  }
}

/** The mark of hidden columns that an element belongs to, or null. */
function hiddenMark(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.rn-hidden-mark') : null;
}

function cellOf(hit: { readonly row: number; readonly column: number }): {
  readonly row: number;
  readonly column: number;
} {
  return { row: hit.row, column: hit.column };
}
