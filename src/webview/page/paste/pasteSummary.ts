import type { SkippedCell, SkipReason } from '../../grid';

/** Texts of a group that are shown; the rest is counted. */
const SHOWN = 12;

/** Cells beside or below each other that a paste left as they were, for the same reason. */
export interface SkippedGroup {
  readonly reason: SkipReason;
  /** Grid columns and rows, all inclusive. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Cells. */
  readonly count: number;
  /** The first of the texts that did not get there, in reading order. */
  readonly texts: readonly string[];
}

/**
 * Gathers cells that were left: a column of the grid is a group, all columns beyond the last one are another.
 *
 * @example
 * skippedGroups([{ row: 0, column: 2, text: '8', reason: 'computed' }, { row: 1, column: 2, text: '9', … }]);
 * // [{ reason: 'computed', left: 2, right: 2, top: 0, bottom: 1, count: 2, texts: ['8', '9'] }]
 */
export function skippedGroups(skipped: readonly SkippedCell[]): SkippedGroup[] {
  const groups = new Map<string, Building>();
  for (const cell of skipped) {
    const key = cell.reason === 'no-column' ? cell.reason : `${cell.column}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, start(cell));
    else extend(group, cell);
  }
  return [...groups.values()].sort((a, b) => a.left - b.left);
}

type Building = { -readonly [Key in keyof SkippedGroup]: SkippedGroup[Key] } & { texts: string[] };

function start({ row, column, text, reason }: SkippedCell): Building {
  return { reason, left: column, right: column, top: row, bottom: row, count: 1, texts: [text] };
}

function extend(group: Building, { row, column, text }: SkippedCell): void {
  group.left = Math.min(group.left, column);
  group.right = Math.max(group.right, column);
  group.top = Math.min(group.top, row);
  group.bottom = Math.max(group.bottom, row);
  group.count++;
  if (group.texts.length < SHOWN) group.texts.push(text);
}
