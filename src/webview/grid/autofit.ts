import { clampWidth } from './layout';
import type { GridModel } from './types';

/** So many of the longest texts are measured exactly. */
const measured = 64;
const padding = 18;
/** Beyond this, rows are sampled evenly: reading a million cells would be noticed. */
const rowLimit = 200_000;

/**
 * The width at which a column's widest value is fully visible.
 *
 * Measuring is slow and counting characters is not, so only the longest texts are measured; digits are
 * about as wide as each other and a proportional font does not make a text of half the length the widest.
 */
export function fittingWidth(model: GridModel, column: number, style: CSSStyleDeclaration): number {
  const context = document.createElement('canvas').getContext('2d');
  const header = model.columns[column]?.label ?? '';
  if (context === null) return clampWidth(header.length * 8 + padding);
  const font = `${style.fontSize} ${style.fontFamily}`;
  context.font = `600 ${font}`;
  let widest = context.measureText(header).width;
  context.font = `italic ${font}`;
  for (const text of longestTexts(model, column)) {
    widest = Math.max(widest, context.measureText(text).width);
  }
  return clampWidth(Math.ceil(widest) + padding);
}

function longestTexts(model: GridModel, column: number): string[] {
  const step = Math.max(1, Math.ceil(model.rowCount / rowLimit));
  const longest: string[] = [];
  let shortest = 0;
  for (let row = 0; row < model.rowCount; row += step) {
    const { text } = model.cell(row, column);
    if (longest.length >= measured && text.length <= shortest) continue;
    longest.push(text);
    if (longest.length >= 2 * measured || longest.length === measured) {
      longest.sort((a, b) => b.length - a.length);
      longest.length = Math.min(longest.length, measured);
      shortest = longest.at(-1)!.length;
    }
  }
  const placeholder = model.readOnly === null ? [model.placeholder(column)] : [];
  return [...longest, ...placeholder];
}
