export { setCell, setCells } from './cells';
export type { CellChange } from './cells';
export { addColumn } from './columns';
export type { ColumnPlace } from './columns';
export { duplicateRows, moveRows } from './moveRows';
export { setNotes } from './notes';
export { deleteRows, insertRows } from './rows';
export type { NewRow } from './rows';
export { setSetting } from './settings';
