/** The context menu of the table and the field that asks for a row. */
export type { GridSurface } from './gridParts';
export { GridParts } from './gridParts';
export { findRow } from './rowSearch';
