/** Everything that is seen of an open notebook: the grid and what stands around it, put together. */
export type { Opening, ViewEvents } from './opening';
export { NotebookView } from './view';
