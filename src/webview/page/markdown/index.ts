/** Markdown of the file as elements of the page; nothing in it can do more than be read. */
export { lineText, lineView, markdownView } from './markdown';
