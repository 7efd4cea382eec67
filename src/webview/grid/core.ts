import type { GridOptions } from './api';
import { skipReason, type Change } from './changes';
import { setAttribute } from './dom';
import { CellEditor } from './editor';
import { Geometry } from './geometry';
import { MarksView } from './marksView';
import { Notices } from './notices';
import { isMac } from './platform';
import { anyContains, isSingleCell, rangeSize } from './range';
import { RowsView } from './rowsView';
import { clampSelection, currentRange, selectCell, type Bounds, type Selection } from './selection';
import { buildSkeleton, type Skeleton } from './skeleton';
import { englishStrings, fill, shortened, type GridStrings } from './strings';
import type { CellRef, GridCallbacks, GridEdit, GridModel, SkippedCell } from './types';

/** What all parts of the grid share: the model, the selection, the view, and the ways to change them. */
export class GridCore {
  readonly parts: Skeleton;
  readonly strings: GridStrings;
  readonly geometry: Geometry;
  readonly rows: RowsView;
  readonly marks: MarksView;
  readonly editor: CellEditor;
  readonly notices: Notices;
  readonly mac = isMac();
  enterKey: 'edit' | 'down';
  /** The column where a run of Tabs began: Enter returns to it. */
  tabColumn: number | null = null;
  #selection: Selection = selectCell({ row: 0, column: 0 });

  constructor(
    host: HTMLElement,
    readonly model: GridModel,
    readonly callbacks: GridCallbacks,
    options: GridOptions,
  ) {
    this.strings = { ...englishStrings, ...options.strings };
    this.enterKey = options.enterKey ?? 'edit';
    this.parts = buildSkeleton(host);
    this.parts.table.setAttribute('aria-label', options.label ?? this.strings.gridLabel);
    this.geometry = new Geometry(this.parts);
    this.rows = new RowsView(this.parts, this.geometry, model, this.strings);
    this.marks = new MarksView(this.parts, this.geometry);
    this.editor = new CellEditor(this.parts.input);
    this.notices = new Notices(this.parts);
  }

  get bounds(): Bounds {
    const { model } = this;
    return {
      rowCount: model.rowCount,
      columnCount: model.columns.length,
      append: model.readOnly === null,
    };
  }

  get selection(): Selection {
    return this.#selection;
  }

  get active(): CellRef {
    return this.#selection.active;
  }

  get hasFocus(): boolean {
    return document.activeElement === this.parts.input;
  }

  focus(): void {
    if (!this.hasFocus) this.parts.input.focus({ preventScroll: true });
  }

  /** Takes a new selection over, draws it, and scrolls to the cell given. */
  select(selection: Selection, reveal: CellRef | null = selection.active): void {
    this.tabColumn = null;
    this.#selection = clampSelection(selection, this.bounds);
    this.notices.hide();
    if (reveal !== null) this.geometry.reveal(reveal);
    this.rows.draw();
    this.drawSelection();
    this.callbacks.onSelectionChange?.({ active: this.active, ranges: this.#selection.ranges });
    this.callbacks.onViewStateChange?.();
  }

  /** Draws the selection as it is now, after the rows were drawn. */
  drawSelection(): void {
    this.rows.paintSelection(this.#selection.ranges);
    this.drawOverlay();
    this.describeActive();
  }

  /** Draws what the scroll position asks for. */
  redraw(): void {
    this.rows.draw();
    this.drawOverlay();
    this.describeActive();
  }

  /** Puts borders and text field where their cells are. */
  drawOverlay(): void {
    const { geometry, editor } = this;
    this.marks.draw(this.#selection, this.#canFill);
    const cell = editor.cell ?? this.active;
    const box = geometry.boxOf(cell);
    // Closed, the field must stay in view: browsers scroll to a field that is typed into.
    const x = Math.max(0, Math.min(box.x, geometry.width - 20));
    const y = Math.max(geometry.headerHeight, Math.min(box.y, geometry.height - box.height));
    const away = x !== box.x || y !== box.y;
    this.parts.input.classList.toggle('is-away', editor.isOpen && this.#outOfView(cell));
    const place = away && !editor.isOpen ? { ...box, x, y, width: 20 } : { ...box, x, y };
    editor.place(place, geometry, this.model.columns[cell.column]?.align === 'end');
  }

  get #canFill(): boolean {
    const { ranges } = this.#selection;
    const inRows = ranges.length === 1 && ranges[0]!.top < this.model.rowCount;
    return inRows && this.model.readOnly === null && !this.editor.isOpen;
  }

  /** Tells assistive technology where the keys go. */
  describeActive(): void {
    const { model, strings, parts, editor } = this;
    const { input } = parts;
    const { row, column } = this.active;
    const label = model.columns[column]?.label ?? '';
    const name = row < model.rowCount ? model.rowLabel(row) : strings.newRow;
    if (editor.isOpen) {
      input.removeAttribute('aria-activedescendant');
      input.setAttribute('aria-label', fill(strings.editing, label, name));
      return;
    }
    const id = this.rows.idOf(this.active);
    setAttribute(input, 'aria-activedescendant', id);
    input.setAttribute('aria-label', fill(strings.position, label, name, this.#spoken(row, column)));
    setAttribute(input, 'aria-readonly', this.refusal(column) === null ? null : 'true');
  }

  /** Why a column cannot be edited, as a sentence, or null. */
  refusal(column: number): string | null {
    const { model, strings } = this;
    if (model.readOnly !== null) return model.readOnly;
    const reason = skipReason(model, column);
    if (reason === null) return null;
    const label = model.columns[column]?.label ?? '';
    return fill(reason === 'computed' ? strings.computed : strings.readOnlyColumn, label);
  }

  /** Sends an edit, and keeps the focus whatever is drawn anew. False when the notebook is read-only. */
  apply(edit: GridEdit): boolean {
    if (this.model.readOnly !== null && edit.type !== 'undo' && edit.type !== 'redo') {
      this.notify(this.model.readOnly);
      return false;
    }
    const focused = this.hasFocus;
    this.callbacks.onEdit(edit);
    if (focused) this.focus();
    return true;
  }

  /**
   * Carries out a planned change, says what it did and what it left.
   *
   * @param left whether what was left is shown beside the cell, or only announced because others show it
   */
  carryOut(change: Change, done: string, left: 'shown' | 'announced' = 'shown'): boolean {
    const applied = change.edit !== null && this.apply(change.edit);
    if (applied && change.result !== null) {
      const { active } = this;
      const inside = anyContains([change.result], active.row, active.column);
      const cell = inside ? active : { row: change.result.top, column: change.result.left };
      this.select({ active: cell, head: cornerOf(change.result), ranges: [change.result], shape: 'cells' });
    }
    const did = applied ? fill(done, change.count) : '';
    if (change.skipped.length === 0) {
      if (applied) this.announce(did);
    } else if (left === 'shown') this.notify(this.#skippedText(change.skipped), change.skipped);
    else this.announce([did, this.#skippedText(change.skipped)].filter((part) => part !== '').join('. '));
    return applied;
  }

  announce(text: string): void {
    this.notices.announce(text);
  }

  /** Says something beside the active cell. */
  notify(text: string, skipped: readonly SkippedCell[] = []): void {
    this.notices.show(text, this.geometry.boxOf(this.active), this.geometry);
    this.callbacks.onReport?.({ message: text, skipped });
  }

  /** Says how much is selected, when it is more than a cell. */
  announceSelection(): void {
    const { ranges, shape } = this.#selection;
    if (isSingleCell(ranges)) return;
    const range = currentRange(this.#selection);
    const text =
      shape === 'all'
        ? fill(this.strings.allSelected, this.model.rowCount)
        : fill(
            this.strings.rangeSelected,
            range.bottom - range.top + 1,
            rangeSize(range) / (range.bottom - range.top + 1),
          );
    this.announce(text);
  }

  #skippedText(skipped: readonly SkippedCell[]): string {
    const { strings } = this;
    const count = (reason: string): number => skipped.filter((cell) => cell.reason === reason).length;
    const lost = new Set(skipped.filter((cell) => cell.reason === 'no-column').map((cell) => cell.column));
    const parts = [
      count('computed') > 0 ? fill(strings.skippedComputed, count('computed')) : '',
      count('read-only-column') > 0 ? fill(strings.skippedReadOnly, count('read-only-column')) : '',
      lost.size > 0 ? fill(strings.skippedColumns, lost.size) : '',
    ];
    return parts.filter((part) => part !== '').join(' ');
  }

  #spoken(row: number, column: number): string {
    const { model, strings } = this;
    if (column >= model.columns.length) return strings.blank;
    if (row >= model.rowCount) return model.placeholder(column) || strings.blank;
    const { text, description, problem } = model.cell(row, column);
    return [shortened(text) || strings.blank, description, problem?.message ?? '']
      .filter((part) => part)
      .join(', ');
  }

  #outOfView(cell: CellRef): boolean {
    const { geometry } = this;
    const box = geometry.boxOf(cell);
    const edge = cell.column < geometry.columns.frozen ? 0 : geometry.columns.frozenWidth;
    return (
      box.y + box.height <= geometry.headerHeight ||
      box.y >= geometry.height ||
      box.x + box.width <= geometry.gutterWidth + edge ||
      box.x >= geometry.width
    );
  }
}

function cornerOf(range: { readonly bottom: number; readonly right: number }): CellRef {
  return { row: range.bottom, column: range.right };
}
