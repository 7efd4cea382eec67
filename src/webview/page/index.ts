/** The notebook page around the grid. Each part of it has a folder of its own; `view.ts` puts them together. */
export { NotebookPage } from './page';
export { Timing } from './frames';
