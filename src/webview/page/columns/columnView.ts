import { isRecord } from '../../../protocol';
import type { GridColumnAction } from '../../grid';
import type { PageColumn } from './columns';

/** How the columns are arranged in the view; the file is never touched. Columns are named by their keys. */
export interface ColumnView {
  /** The order the user gave them; empty: the file's. */
  readonly order: readonly string[];
  readonly hidden: readonly string[];
}

export const fileColumnView: ColumnView = { order: [], hidden: [] };

/**
 * The columns that are shown, in the view's order. Columns that stay in place when the rest scrolls come
 * first; columns the order does not know, since they are new, come behind their neighbour in the file.
 * When all would be hidden, none is.
 */
export function viewColumns(columns: readonly PageColumn[], view: ColumnView): readonly PageColumn[] {
  const ordered = inOrder(columns, view.order);
  const hidden = new Set(view.hidden);
  if (!ordered.some(({ key }) => hidden.has(key)) || ordered.every(({ key }) => hidden.has(key)))
    return ordered;
  const shown: PageColumn[] = [];
  let between: string[] = [];
  for (const column of ordered) {
    if (hidden.has(column.key)) {
      between.push(column.label);
      continue;
    }
    shown.push(between.length > 0 ? { ...column, hiddenBefore: between } : column);
    between = [];
  }
  const last = shown.at(-1);
  if (last !== undefined && between.length > 0) shown[shown.length - 1] = { ...last, hiddenAfter: between };
  return shown;
}

/** The view after the user did something to the columns; `shown` are those the action counts. */
export function arrangeColumns(
  action: GridColumnAction,
  shown: readonly PageColumn[],
  columns: readonly PageColumn[],
  view: ColumnView,
): ColumnView {
  const keyAt = (column: number): string | null => shown[column]?.key ?? null;
  const keysAt = (places: readonly number[]): string[] => places.map(keyAt).filter((key) => key !== null);
  switch (action.type) {
    case 'move':
      return moveColumns(columns, view, keysAt(action.columns), keyAt(action.before));
    case 'hide':
      return hideColumns(view, keysAt(action.columns));
    case 'show':
      return showColumns(columns, view, action.beside === 'all' ? null : keyAt(action.beside));
    case 'reset':
      return fileColumnView;
  }
}

function inOrder(columns: readonly PageColumn[], order: readonly string[]): readonly PageColumn[] {
  if (order.length === 0) return columns;
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const known = [...new Set(order)].filter((key) => byKey.has(key));
  const ordered = new Set(known);
  columns.forEach(({ key }, index) => {
    if (ordered.has(key)) return;
    const neighbour = columns[index - 1]?.key;
    known.splice(neighbour === undefined ? 0 : known.indexOf(neighbour) + 1, 0, key);
    ordered.add(key);
  });
  const found = known.map((key) => byKey.get(key)!);
  return [...found.filter(({ frozen }) => frozen), ...found.filter(({ frozen }) => !frozen)];
}

/**
 * The view after columns were moved before another one (null: to the end).
 *
 * @param columns all columns of the file, in its order
 */
export function moveColumns(
  columns: readonly PageColumn[],
  view: ColumnView,
  moved: readonly string[],
  before: string | null,
): ColumnView {
  const keys = new Set(moved);
  const order = inOrder(columns, view.order).map(({ key }) => key);
  // Whatever is moved itself cannot be the place; the next column that stays is.
  const from = before === null ? order.length : order.indexOf(before);
  const stays = order.slice(from).find((key) => !keys.has(key));
  const rest = order.filter((key) => !keys.has(key));
  rest.splice(
    stays === undefined ? rest.length : rest.indexOf(stays),
    0,
    ...order.filter((key) => keys.has(key)),
  );
  const arranged = inOrder(columns, rest).map(({ key }) => key);
  const isFileOrder = arranged.every((key, index) => key === columns[index]?.key);
  return { ...view, order: isFileOrder ? [] : arranged };
}

export function hideColumns(view: ColumnView, keys: readonly string[]): ColumnView {
  return { ...view, hidden: [...new Set([...view.hidden, ...keys])] };
}

/** Shows the columns hidden right beside a shown one, or all. */
export function showColumns(
  columns: readonly PageColumn[],
  view: ColumnView,
  beside: string | null,
): ColumnView {
  if (beside === null) return { ...view, hidden: [] };
  const order = inOrder(columns, view.order).map(({ key }) => key);
  const hidden = new Set(view.hidden);
  for (const step of [-1, 1]) {
    let at = order.indexOf(beside) + step;
    // No key is '' (a column without a name has one made of its place).
    while (hidden.delete(order[at] ?? '')) at += step;
  }
  return { ...view, hidden: [...hidden] };
}

/** Shows one column. */
export function showColumn(view: ColumnView, key: string): ColumnView {
  return { ...view, hidden: view.hidden.filter((hidden) => hidden !== key) };
}

/** Reads what a state says; anything else is the file's own view. */
export function parseColumnView(value: unknown): ColumnView {
  if (!isRecord(value)) return fileColumnView;
  return { order: keysOf(value['order']), hidden: keysOf(value['hidden']) };
}

function keysOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : [];
}
