/** What charts are drawn with. */
export type ChartTag = 'g' | 'path' | 'line' | 'circle' | 'rect' | 'text' | 'title';

/** How and where a mark is drawn, as SVG says it. */
export type Attributes = Readonly<Record<string, string | number>>;

/** A piece of a drawing as plain data: it becomes SVG text in a report and elements in a page. */
export interface ChartNode {
  readonly tag: ChartTag;
  readonly attributes: Attributes;
  readonly children: readonly (ChartNode | string)[];
}

/** A part of a drawing that stands for something one can go to. */
export interface ChartSpot {
  /** What it stands for. */
  readonly key: string;
  /** What it says, in words. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A finished drawing. */
export interface Chart {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What the picture says, in a sentence, for those who do not see it. */
  readonly label: string;
  readonly children: readonly ChartNode[];
  /** What can be picked in it, where it is shown in a page. */
  readonly spots?: readonly ChartSpot[];
}

/** What a mark means; each theme has its own colour for it. */
export const inks = [
  'background',
  'text',
  'muted',
  'rule',
  'line',
  'band',
  'goal',
  'average',
  'good',
  'bad',
  'neutral',
  'mark',
] as const;
export type Ink = (typeof inks)[number];

/**
 * The paint of a mark, as the value of `fill` or `stroke`.
 *
 * @example
 * node('line', { x1: 0, x2: 10, y1: 5, y2: 5, stroke: ink('goal') });
 */
export function ink(name: Ink): string {
  return `var(--chart-${name})`;
}

/** Hundredths of a pixel are enough, and keep the markup short. */
export function node(
  tag: ChartTag,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly (ChartNode | string)[]
): ChartNode {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) kept[name] = typeof value === 'number' ? Math.round(value * 100) / 100 : value;
  }
  return { tag, attributes: kept, children };
}
