export { html } from './html';
export { markdown, markdownTable } from './markdown';
export type { Block, Figure, ReportPage, TableColumn, Task } from './page';
export { reportPage } from './reportPage';
export type { ReportOptions } from './reportPage';
export { intervalText } from './words';
export { compareHtml } from './compare/compareHtml';
export type { ComparedNames } from './compare/compareHtml';
