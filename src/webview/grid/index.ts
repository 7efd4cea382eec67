export type { Grid, GridOptions } from './api';
export { copyRanges, type Copied } from './copy';
export { createGrid } from './grid';
export type { Command } from './keyboard';
export { rowSpans } from './range';
export { englishStrings, type GridStrings } from './strings';
export type * from './types';
