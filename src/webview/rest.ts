/** The part of the page that is read once the first rows are seen: nearly all of it. */
export { NotebookPage } from './page/page';
