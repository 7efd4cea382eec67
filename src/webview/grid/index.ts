export type { Grid, GridOptions } from './api';
export { createGrid } from './grid';
export type { Command } from './keyboard';
export { englishStrings, type GridStrings } from './strings';
export type * from './types';
