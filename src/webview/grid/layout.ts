import type { CellRef, GridColumn } from './types';

/**
 * Browsers do not lay out elements taller than 2²⁵ device pixels. Taller content is scrolled in
 * proportion instead (see `ScrollScale`).
 */
export const maximumDevicePixels = 33_000_000;
export const minimumColumnWidth = 32;
export const maximumColumnWidth = 1200;

/** Places of the columns, in CSS pixels from the right edge of the gutter. */
export interface ColumnLayout {
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly total: number;
  /** The first `frozen` columns do not scroll; they end at `frozenWidth`. */
  readonly frozen: number;
  readonly frozenWidth: number;
}

/**
 * Lays columns out side by side.
 *
 * @param widthOf the width the user chose, or undefined for the column's own
 * @param available width of the viewport right of the gutter. Columns stay frozen only while they leave
 * half of it to the others, so that a narrow window or a large zoom can still be scrolled.
 */
export function layOutColumns(
  columns: readonly GridColumn[],
  widthOf: (column: GridColumn) => number | undefined,
  available: number,
): ColumnLayout {
  const widths = columns.map((column) => clampWidth(widthOf(column) ?? column.width));
  const lefts: number[] = [];
  let total = 0;
  for (const width of widths) {
    lefts.push(total);
    total += width;
  }
  let frozen = 0;
  while (frozen < columns.length && columns[frozen]!.frozen) frozen++;
  let frozenWidth = frozen < widths.length ? (lefts[frozen] ?? 0) : total;
  if (total > available && frozenWidth > available / 2) frozen = frozenWidth = 0;
  return { lefts, widths, total, frozen, frozenWidth };
}

export function clampWidth(width: number): number {
  return Math.round(Math.max(minimumColumnWidth, Math.min(width, maximumColumnWidth)));
}

/** The column at a distance from the columns' left edge; −1 beside all of them. */
export function columnAt(layout: ColumnLayout, x: number): number {
  if (x < 0 || x >= layout.total) return -1;
  let low = 0;
  let high = layout.lefts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (layout.lefts[middle]! <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The scrolling columns that show in a viewport of `width` right of the gutter, as `[first, end)`. */
export function visibleColumns(layout: ColumnLayout, scrollLeft: number, width: number): [number, number] {
  const count = layout.lefts.length;
  if (layout.frozen >= count || width <= layout.frozenWidth) return [layout.frozen, layout.frozen];
  const first = columnAt(layout, Math.min(scrollLeft + layout.frozenWidth, layout.total - 1));
  const last = columnAt(layout, Math.min(scrollLeft + width, layout.total) - 1);
  return [Math.max(layout.frozen, first), Math.max(layout.frozen, last + 1)];
}

/** The column under a place of the viewport (x from the right edge of the gutter), frozen ones first. */
export function columnUnder(layout: ColumnLayout, x: number, scrollLeft: number): number {
  return columnAt(layout, x < layout.frozenWidth ? x : x + scrollLeft);
}

/** Where a column shows in the viewport, from the right edge of the gutter. */
export function columnOffset(layout: ColumnLayout, column: number, scrollLeft: number): number {
  const left = layout.lefts[column] ?? layout.total;
  return column < layout.frozen ? left : left - scrollLeft;
}

/** The horizontal scroll that brings a column into view, moving as little as possible. */
export function scrollLeftFor(
  layout: ColumnLayout,
  column: number,
  scrollLeft: number,
  width: number,
): number {
  if (column < layout.frozen || column >= layout.lefts.length) return scrollLeft;
  const left = layout.lefts[column]!;
  const right = left + layout.widths[column]!;
  if (left < scrollLeft + layout.frozenWidth || right - left > width - layout.frozenWidth) {
    return left - layout.frozenWidth;
  }
  return right > scrollLeft + width ? right - width : scrollLeft;
}

/** How scroll positions of the element become positions in the rows, which may be taller than any element. */
export interface ScrollScale {
  /** Height of all rows. */
  readonly content: number;
  /** Height that the element gets for them. */
  readonly element: number;
  /** Height of the window on them. */
  readonly viewport: number;
}

export function scrollScale(
  lines: number,
  rowHeight: number,
  viewport: number,
  devicePixelRatio: number,
): ScrollScale {
  const content = lines * rowHeight;
  const limit = Math.floor(maximumDevicePixels / Math.max(1, devicePixelRatio));
  return { content, element: Math.min(content, limit), viewport };
}

/** Largest distance the rows can be scrolled. */
export function maximumTop(scale: ScrollScale): number {
  return Math.max(0, scale.content - scale.viewport);
}

/** From the element's scroll position to the place in the rows. */
export function topOf(scale: ScrollScale, scrollTop: number): number {
  const range = scale.element - scale.viewport;
  if (range <= 0) return 0;
  return Math.max(0, Math.min((scrollTop * maximumTop(scale)) / range, maximumTop(scale)));
}

/** From a place in the rows to the element's scroll position. */
export function scrollTopOf(scale: ScrollScale, top: number): number {
  const maximum = maximumTop(scale);
  return maximum === 0 ? 0 : (top * (scale.element - scale.viewport)) / maximum;
}

/** The lines that show, partly shown ones included, as `[first, end)`. */
export function visibleLines(
  top: number,
  viewport: number,
  rowHeight: number,
  lines: number,
): [number, number] {
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight), lines));
  const end = Math.max(first, Math.min(Math.ceil((top + viewport) / rowHeight), lines));
  return [first, end];
}

/** The place in the rows that shows a row fully, moving as little as possible. */
export function topFor(row: number, top: number, viewport: number, rowHeight: number): number {
  const start = row * rowHeight;
  if (start < top || rowHeight > viewport) return start;
  return start + rowHeight > top + viewport ? start + rowHeight - viewport : top;
}

/** What lies under a point of the grid. */
export type Hit =
  | { readonly type: 'corner' }
  | { readonly type: 'header'; readonly column: number }
  /** The right border of a column's header, for resizing it. */
  | { readonly type: 'border'; readonly column: number }
  | { readonly type: 'gutter'; readonly row: number }
  | ({ readonly type: 'cell' } & CellRef)
  | { readonly type: 'outside' };

export interface HitGeometry {
  readonly columns: ColumnLayout;
  readonly headerHeight: number;
  readonly gutterWidth: number;
  readonly rowHeight: number;
  readonly lines: number;
  readonly top: number;
  readonly left: number;
}

const borderReach = 5;

/** What lies under a point, measured from the viewport's upper left corner. */
export function hitTest(x: number, y: number, geometry: HitGeometry): Hit {
  const { columns, headerHeight, gutterWidth, left } = geometry;
  const column = columnUnder(columns, x - gutterWidth, left);
  if (y < headerHeight) {
    if (x < gutterWidth) return { type: 'corner' };
    const border = borderAt(x - gutterWidth, column, columns, left);
    if (border >= 0) return { type: 'border', column: border };
    return column < 0 ? { type: 'outside' } : { type: 'header', column };
  }
  const row = Math.floor((y - headerHeight + geometry.top) / geometry.rowHeight);
  if (row < 0 || row >= geometry.lines) return { type: 'outside' };
  if (x < gutterWidth) return { type: 'gutter', row };
  return column < 0 ? { type: 'outside' } : { type: 'cell', row, column };
}

function borderAt(x: number, column: number, layout: ColumnLayout, scrollLeft: number): number {
  const right = (index: number): number =>
    columnOffset(layout, index, scrollLeft) + (layout.widths[index] ?? 0);
  if (column < 0) {
    const last = layout.lefts.length - 1;
    return last >= 0 && Math.abs(x - right(last)) <= borderReach ? last : -1;
  }
  if (right(column) - x <= borderReach) return column;
  const previous = column - 1;
  return previous >= 0 && x - right(previous) >= 0 && x - right(previous) < borderReach ? previous : -1;
}
