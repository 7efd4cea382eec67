/** The first rows of a large file, seen while the rest of the page and of the file are on their way. */
export type { Preview } from './preview';
export { openPreview } from './preview';
