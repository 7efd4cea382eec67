import { isRecord } from '../../../protocol';
import type { GridViewState } from '../../grid';
import type { ColumnView } from '../columns';
import { fileColumnView, parseColumnView } from '../columns';
import type { RefusedEdit, KeyedCell, UnderwayEdit } from '../notices';
import type { ViewCriteria } from '../order';
import type { PanelsState } from '../panels';
import { closedPanels, parsePanels } from '../panels';
import type { Hand } from '../conflicts';
import { parseHand } from '../conflicts';
import { fileOrder, parseCriteria } from '../order';

/**
 * What of the view outlives a hidden tab or a reload. Nothing of the file is in it, except what somebody
 * typed and could not be applied: that exists nowhere else.
 */
export interface PageState {
  /** Its rows are the file's, because a view that is arranged anew may show them elsewhere. */
  readonly grid: GridViewState | null;
  /** What is typed into the open cell (`grid.draft`), by what the cell belongs to. */
  readonly typed: KeyedCell | null;
  /** How the rows are sorted and filtered. */
  readonly order: ViewCriteria;
  /** The segment the summary is about; null: all customers. */
  readonly segment: string | null;
  readonly problemsOpen: boolean;
  readonly refused: readonly RefusedEdit[];
  /** What was entered and had not reached the document yet. */
  readonly underway: readonly UnderwayEdit[];
  /** Order and hiding of the columns, by their keys. */
  readonly columns: ColumnView;
  /** Which panels are open, and what is chosen in them. */
  readonly panels: PanelsState;
  /** What is written by hand for a conflict and not taken over yet. */
  readonly conflictHand: Hand | null;
}

export const initialState: PageState = {
  grid: null,
  typed: null,
  order: fileOrder,
  segment: null,
  problemsOpen: false,
  refused: [],
  underway: [],
  columns: fileColumnView,
  panels: closedPanels,
  conflictHand: null,
};

/**
 * Reads what `getState` gave: anything, if another version of the extension wrote it. What does not fit is
 * left out, part by part.
 */
export function parseState(value: unknown): PageState {
  if (!isRecord(value)) return initialState;
  return {
    grid: isGridState(value['grid']) ? value['grid'] : null,
    typed: isKeyedCell(value['typed']) ? value['typed'] : null,
    order: parseCriteria(unquoted(value['order'])),
    segment: typeof value['segment'] === 'string' ? value['segment'] : null,
    problemsOpen: value['problemsOpen'] === true,
    refused: parseRefused(unquoted(value['refused'])),
    underway: Array.isArray(value['underway']) ? value['underway'].filter(isUnderway) : [],
    columns: parseColumnView(value['columns']),
    panels: parsePanels(value['panels']),
    conflictHand: parseHand(value['conflictHand']),
  };
}

/** A part that was written by itself, as JSON. */
function unquoted(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

function parseRefused(value: unknown): readonly RefusedEdit[] {
  return Array.isArray(value) ? value.filter(isRefused) : [];
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function hasIndexes(value: unknown, ...names: string[]): boolean {
  return isRecord(value) && names.every((name) => isIndex(value[name]));
}

function isGridState(value: unknown): value is GridViewState {
  if (!isRecord(value)) return false;
  const { top, left, active, ranges, widths, draft } = value;
  return (
    hasIndexes(top, 'row', 'offset') &&
    isIndex(left) &&
    hasIndexes(active, 'row', 'column') &&
    Array.isArray(ranges) &&
    ranges.every((range) => hasIndexes(range, 'top', 'left', 'bottom', 'right')) &&
    Array.isArray(widths) &&
    widths.every((pair) => Array.isArray(pair) && typeof pair[0] === 'string' && isIndex(pair[1])) &&
    (draft === null || isDraft(draft))
  );
}

function isDraft(value: unknown): boolean {
  return (
    isRecord(value) &&
    hasIndexes(value, 'row', 'column') &&
    typeof value['text'] === 'string' &&
    (value['mode'] === 'enter' || value['mode'] === 'edit')
  );
}

function isRefused(value: unknown): value is RefusedEdit {
  return (
    isRecord(value) &&
    isIndex(value['id']) &&
    typeof value['place'] === 'string' &&
    typeof value['typed'] === 'string' &&
    typeof value['reason'] === 'string' &&
    Array.isArray(value['cells']) &&
    value['cells'].every(isKeyedCell)
  );
}

function isUnderway(value: unknown): value is UnderwayEdit {
  return (
    isRecord(value) &&
    typeof value['place'] === 'string' &&
    hasIndexes(value, 'before', 'after') &&
    Array.isArray(value['cells']) &&
    value['cells'].every(isKeyedCell) &&
    Array.isArray(value['written']) &&
    value['written'].every(
      (part) => hasIndexes(part, 'start') && isRecord(part) && typeof part['text'] === 'string',
    )
  );
}

function isKeyedCell(value: unknown): value is KeyedCell {
  return (
    isRecord(value) &&
    ['period', 'segment', 'column', 'text'].every((name) => typeof value[name] === 'string')
  );
}
