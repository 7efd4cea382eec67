/** The cells: what the grid is given of a notebook, and what its edits become in the file. */
export { Announcer, announcement } from './announcement';
export { DirtyRows } from './dirtyRows';
export { DraftPreview } from './draftPreview';
export { firstSource } from './firstSource';
export type { FileCell, FileEdit } from './gridEdits';
export { fileCells, fileEdit } from './gridEdits';
export { NotebookGridModel } from './gridModel';
export type { GridSurroundings } from './surroundings';
export { surroundingsOf } from './surroundings';
