import type { RetentionDocument, RowResult } from '../../core';
import {
  formatCount,
  formatPercent,
  formatPoints,
  LiveNotebook,
  Positions,
  rowName,
  rowTitle,
} from '../../core';

/** Which row, in whatever version of a file: not its line, but what merges and comparisons know it by. */
export interface RowKey {
  readonly name: string;
  readonly segment: string;
  /** For people: `2024-01 · SMB`. */
  readonly title: string;
}

/** A row as one version of the file has it. */
export interface RowVersion {
  /** What its cells say by the names of their columns, blank ones left out. */
  readonly cells: ReadonlyMap<string, string>;
  readonly result: RowResult;
  /** The line of the row, from 0. */
  readonly line: number;
}

/** A cell that two versions of a row have differently; '' is blank. */
export interface CellChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** The key of the row at an offset of a text, or null: there is none. */
export function rowKeyAt(document: RetentionDocument, offset: number): RowKey | null {
  const row = document.rowAt(offset);
  const column = document.column('period');
  if (row === null || column === null) return null;
  const segment = document.segment(row);
  const title = rowTitle(document.cellText(row, column.index), segment);
  return { name: rowName(document, row, column.index), segment, title };
}

/** The row of a key in a version of the file, or null: it has none. Of rows that repeat a key the first counts. */
export function rowVersion(text: string, key: RowKey, today: number): RowVersion | null {
  const notebook = LiveNotebook.open(text, { today });
  const { document } = notebook;
  const column = document.column('period');
  if (column === null) return null;
  for (let row = 0; row < document.rowCount; row++) {
    if (document.segment(row) !== key.segment || rowName(document, row, column.index) !== key.name) continue;
    return { cells: cellsOf(document, row), result: notebook.row(row), line: lineOf(document, row) };
  }
  return null;
}

/**
 * The cells in which two versions of a row differ, in the order of the later one's columns, then of the earlier one's.
 *
 * A version without the row has nothing in any cell.
 */
export function changedCells(before: RowVersion | null, after: RowVersion | null): readonly CellChange[] {
  const [old, now] = [before?.cells ?? new Map<string, string>(), after?.cells ?? new Map<string, string>()];
  return [...new Set([...now.keys(), ...old.keys()])]
    .map((column) => ({ column, before: old.get(column) ?? '', after: now.get(column) ?? '' }))
    .filter((change) => change.before !== change.after);
}

/** Retention and gap to the goal: `80.0 % · −5.0 pt · 25 short`. What does not exist is `–`. */
export function figuresText({ result }: RowVersion): string {
  const { crr, gapPoints, customersShort } = result;
  const parts = [crr.value === null ? '–' : formatPercent(crr.value)];
  if (gapPoints.value !== null) parts.push(formatPoints(gapPoints.value));
  if ((customersShort.value ?? 0) > 0) parts.push(`${formatCount(customersShort.value ?? 0)} short`);
  return parts.join(' · ');
}

/** The counts of a row, those that follow from the others too: `start 500, new 50, lost 100, end 450`. */
export function countsText({ result }: RowVersion): string {
  return (['start', 'new', 'lost', 'end', 'reactivated'] as const)
    .flatMap((name) => {
      const count = result[name];
      return count === null ? [] : [`${name} ${formatCount(count)}`];
    })
    .join(', ');
}

function cellsOf(document: RetentionDocument, row: number): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const { index, name, id } of document.columns) {
    const text = document.cellText(row, index);
    // The key is what both versions have in common; its spelling is not what anybody looks for.
    if (text.trim() !== '' && id !== 'period' && id !== 'segment') cells.set(ownText(name), ownText(text));
  }
  return cells;
}

/** A copy of a text: a part of a longer one would keep all of it in memory, here a whole version of the file. */
function ownText(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

function lineOf(document: RetentionDocument, row: number): number {
  return new Positions(document.text).at(document.rowRange(row).start).line - 1;
}
