/** The figures above the table. */
export { summaryView } from './summaryView';
