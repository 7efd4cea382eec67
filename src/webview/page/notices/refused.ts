import type { RetentionDocument } from '../../../core';
import type { RefusedEdit as RefusedByHost } from '../../../protocol';
import type { FileCell } from '../sheet';
import type { RefusedEdit } from './noticeView';
import { text } from '../text';
import type { UnderwayEdit } from './underway';

/** A typed cell by what it belongs to, which outlasts changes of the rows around it. */
export interface KeyedCell {
  readonly period: string;
  readonly segment: string;
  /** The column's name. */
  readonly column: string;
  readonly text: string;
}

/** What a user meant by an edit, kept until the host has it. */
export interface Intent {
  readonly label: string;
  readonly cells: readonly KeyedCell[];
}

/** More cells than this are shown to be copied, but not kept for another try. */
const MOST_CELLS = 5000;

/** What was meant by setting some cells, before they are set. */
export function intentOf(document: RetentionDocument, cells: readonly FileCell[], label: string): Intent {
  const keyed = cells.slice(0, MOST_CELLS).map(({ row, column, text: typed }) => ({
    ...keyOfRow(document, row),
    column: document.columns[column]?.name ?? '',
    text: typed,
  }));
  return { label, cells: cells.length > MOST_CELLS ? [] : keyed };
}

/** What a row is known by; blank behind the last row. */
export function keyOfRow(document: RetentionDocument, row: number): Pick<KeyedCell, 'period' | 'segment'> {
  if (row >= document.rowCount) return { period: '', segment: '' };
  const period = document.column('period');
  return {
    period: period === null ? '' : document.cellText(row, period.index),
    segment: document.segment(row),
  };
}

/**
 * The cells an intent belongs to now, or null when not all of them can be found: then nothing is guessed.
 */
export function findCells(document: RetentionDocument, cells: readonly KeyedCell[]): FileCell[] | null {
  const period = document.column('period');
  if (period === null || cells.length === 0) return null;
  const wanted = new Set(cells.map(keyOf));
  const rows = new Map<string, number>();
  for (let row = 0; row < document.rowCount && rows.size < wanted.size; row++) {
    const key = keyOf(keyOfRow(document, row));
    if (wanted.has(key) && !rows.has(key)) rows.set(key, row);
  }
  const found: FileCell[] = [];
  for (const cell of cells) {
    const row = rows.get(keyOf(cell));
    const column = document.columns.find(({ name }) => name === cell.column);
    if (row === undefined || column === undefined) return null;
    found.push({ row, column: column.index, text: cell.text });
  }
  return found;
}

function keyOf({ period, segment }: { readonly period: string; readonly segment: string }): string {
  return `${period}\u0000${segment}`;
}

/** Edits that were not applied, with what was typed, until their author decides. */
export class RefusedEdits {
  readonly #intents = new Map<number, Intent>();
  #next: number;
  #edits: readonly RefusedEdit[];

  constructor(kept: readonly RefusedEdit[]) {
    this.#edits = kept;
    this.#next = kept.reduce((next, { id }) => Math.max(next, id + 1), 1);
  }

  get edits(): readonly RefusedEdit[] {
    return this.#edits;
  }

  /**
   * An edit was sent under an id of the synchronisation, the `pending`-th of those not acknowledged yet;
   * older ones have arrived and can be forgotten.
   */
  sent(id: number, pending: number, intent: Intent): void {
    for (const old of this.#intents.keys()) if (old <= id - pending) this.#intents.delete(old);
    this.#intents.set(id, intent);
  }

  /** What was meant by an edit that has not arrived yet. */
  intent(id: number): Intent | undefined {
    return this.#intents.get(id);
  }

  /** The host could not apply these. */
  refuse(edits: readonly RefusedByHost[]): void {
    const added = edits.map(({ id, label, texts, message }) => {
      const intent = this.#intents.get(id);
      this.#intents.delete(id);
      const cells = intent?.cells ?? [];
      const typed = cells.length > 0 ? cells.map((cell) => cell.text) : texts;
      return {
        id: this.#next++,
        place: intent?.label ?? label,
        typed: typedText(typed),
        reason: message,
        cells,
      };
    });
    this.#edits = [...this.#edits, ...added];
  }

  /** What was typed into a cell that is gone, or is there and cannot be edited now. */
  keep(cell: KeyedCell, isThere: boolean): void {
    const { period, segment, column, text: typed } = cell;
    const place = text.refused.place(column, [period, segment].filter((part) => part !== '').join(' '));
    const [reason, cells] = isThere ? [text.refused.locked, [cell]] : [text.refused.gone, []];
    this.#edits = [...this.#edits, { id: this.#next++, place, typed, reason, cells }];
  }

  /** What VS Code had not got when it stopped. */
  stopped({ place, cells, written }: UnderwayEdit): void {
    const typed = typedText((cells.length > 0 ? cells : written).map((part) => part.text));
    const lost = { id: this.#next++, place, typed, reason: text.refused.stopped, cells };
    this.#edits = [...this.#edits, lost];
  }

  find(id: number): RefusedEdit | undefined {
    return this.#edits.find((edit) => edit.id === id);
  }

  /** The place of an edit cannot be found any more: it stays, to be copied. */
  giveUp(id: number): void {
    this.#edits = this.#edits.map((edit) => (edit.id === id ? { ...edit, cells: [] } : edit));
  }

  dismiss(id: number): void {
    this.#edits = this.#edits.filter((edit) => edit.id !== id);
  }
}

function typedText(typed: readonly string[]): string {
  const written = typed.filter((part) => part !== '');
  return written.length > 20
    ? `${written.slice(0, 20).join(text.refused.join)} \u2026`
    : written.join(text.refused.join);
}
