/** The rows of a chart that lies on its side: names at the left, what they say on one scale beside them. */
import type { LinearScale } from './axes';
import { ground } from './ground';
import { fitText, widest } from './labels';
import type { Attributes, Chart, ChartNode, ChartSpot } from './node';
import { ink, node } from './node';
import { shareAxis } from './shareAxis';

/** What every row has, whatever is drawn in it. */
export interface ChartRow {
  readonly name: string;
  /** The row in a sentence. */
  readonly title: string;
  /** What is picked with it; null or nothing: it cannot be picked. */
  readonly key?: string | null;
  /** True for the one that the reader is looking at elsewhere. */
  readonly marked?: boolean;
  /** Several taken together. */
  readonly together?: boolean;
}

/** How rows look, in pixels. */
export interface RowsStyle {
  /** Height of a row. */
  readonly row: number;
  /** Above the first row. */
  readonly top: number;
  /** Names take at most this part of the width. */
  readonly names: number;
  /** Beside the longest name. */
  readonly gap: number;
  /** Names begin at the left edge, or end at the picture. */
  readonly align: 'left' | 'right';
}

/** Where the rows are. */
export interface Rows<Row extends ChartRow> {
  readonly rows: readonly Row[];
  readonly style: RowsStyle;
  readonly width: number;
  /** Where the names end and the picture begins. */
  readonly names: number;
  readonly top: number;
  readonly bottom: number;
  /** The middle of a row, from above. */
  readonly middle: (index: number) => number;
}

/** The chart but for its rows' places. */
export interface RowsDrawing<Row extends ChartRow> {
  readonly label: string;
  readonly scale: LinearScale;
  /** Where the axis ends. */
  readonly right: number;
  /** Writes a share on the axis. */
  readonly format: (share: number) => string;
  /** What a row says, at its middle. */
  readonly draw: (row: Row, y: number) => readonly ChartNode[];
  /** What lies behind all rows, and over them. */
  readonly behind?: readonly ChartNode[];
  readonly over?: readonly ChartNode[];
}

/** The axis with its values. */
const BOTTOM = 26;

/** Puts rows below each other. */
export function layRows<Row extends ChartRow>(
  rows: readonly Row[],
  width: number,
  style: RowsStyle,
): Rows<Row> {
  const { row, top } = style;
  return {
    rows,
    style,
    width,
    names: Math.min(width * style.names, widest(rows.map(({ name }) => name)) + style.gap),
    top,
    bottom: top + rows.length * row,
    middle: (index) => top + row * (index + 0.5),
  };
}

/** The finished chart: the axis below, then each row on its ground. */
export function rowsChart<Row extends ChartRow>(layout: Rows<Row>, drawing: RowsDrawing<Row>): Chart {
  const { rows, style, width, names, top, bottom, middle } = layout;
  const { label, scale, right, format, draw, behind = [], over = [] } = drawing;
  return {
    width,
    height: bottom + BOTTOM,
    label,
    children: [
      shareAxis({ left: names, right, top, bottom }, scale, format),
      ...behind,
      ...rows.map((row, index) => {
        const y = middle(index);
        const area = { x: 0, y: y - style.row / 2, width, height: style.row };
        return node(
          'g',
          {},
          ground(area, row.title, row.marked ?? false),
          nameOf(row, y, layout),
          ...draw(row, y),
        );
      }),
      ...over,
    ],
    spots: rows.flatMap(({ key, title }, index): ChartSpot[] =>
      key === undefined || key === null
        ? []
        : [{ key, label: title, x: 0, y: top + style.row * index, width, height: style.row }],
    ),
  };
}

/** A text in a row, heavier in a row that stands out. */
export function rowText(row: ChartRow, place: Attributes, text: string): ChartNode {
  const heavy = row.marked === true || row.together === true;
  return node('text', { ...place, fill: ink('text'), 'font-weight': heavy ? 600 : undefined }, text);
}

/** A line through all rows. */
export function uprightLine(
  { top, bottom }: { readonly top: number; readonly bottom: number },
  x: number,
  look: Attributes,
): ChartNode {
  return node('line', { x1: x, x2: x, y1: top, y2: bottom, ...look });
}

function nameOf<Row extends ChartRow>(row: Row, y: number, { style, names }: Rows<Row>): ChartNode {
  const place =
    style.align === 'left' ? { x: 6, y: y + 4 } : { x: names - 8, y: y + 4, 'text-anchor': 'end' };
  return rowText(row, place, fitText(row.name, names - 10));
}
