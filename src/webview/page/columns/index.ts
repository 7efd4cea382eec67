/** The columns of the table: what each shows, how it is written and how people arranged them. */
export type { ColumnView } from './columnView';
export { arrangeColumns, fileColumnView, parseColumnView, showColumn, viewColumns } from './columnView';
export type { ComputedId, PageColumn } from './columns';
export { pageColumns } from './columns';
export { plainNumber, results } from './results';
