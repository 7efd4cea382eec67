export type { Grid, GridOptions } from './api';
export type { CopyFormat } from './clipboard';
export { createGrid } from './grid';
export type { Command } from './keyboard';
export { isMac } from './platform';
export { disjoint, isSingleCell, rangeSize, rowAfterReplace, rowSpans } from './range';
export { englishStrings, type GridStrings } from './strings';
export type * from './types';
