import type { LiveNotebook } from '../../../core';
import type { GridColumnAction } from '../../grid';
import type { ColumnView, PageColumn } from '../columns';
import { arrangeColumns, showColumn } from '../columns';
import type { Session } from '../session';
import { openSession } from '../session';
import type { Opening } from './opening';

/** The open notebook as it is looked at: which segment of it, and which columns in which order. */
export class ViewedSession {
  #columnView: ColumnView;
  #session: Session;
  #isSilent = false;

  constructor(private readonly opening: Opening) {
    this.#columnView = opening.columns;
    this.#session = openSession(opening.notebook, opening.segment, opening, this.#columnView);
  }

  get now(): Session {
    return this.#session;
  }

  /** How the columns are arranged, to be kept over a reload. */
  get columnView(): ColumnView {
    return this.#columnView;
  }

  /** Another notebook, or another text of the same. */
  open(notebook: LiveNotebook): void {
    const opening = this.#isSilent ? { ...this.opening, locked: 'silent' as const } : this.opening;
    this.#session = openSession(notebook, this.#session.segment, opening, this.#columnView);
  }

  /** Nothing can be edited while the host does not answer. */
  setSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
    this.open(this.#session.notebook);
  }

  setSegment(segment: string | null): void {
    this.#session = { ...this.#session, segment };
  }

  arrange(action: GridColumnAction): void {
    const { columns, allColumns } = this.#session;
    this.#setColumnView(arrangeColumns(action, columns, allColumns, this.#columnView));
  }

  /** Shows a column. False when it was not hidden. */
  show({ key }: PageColumn): boolean {
    if (!this.#columnView.hidden.includes(key)) return false;
    this.#setColumnView(showColumn(this.#columnView, key));
    return true;
  }

  #setColumnView(columnView: ColumnView): void {
    this.#columnView = columnView;
    this.open(this.#session.notebook);
  }
}
