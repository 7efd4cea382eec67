/** Compare as Table: which versions, and the tab that shows them. */
export { chooseVersions, sinceLastCommit, twoFiles } from './chooseVersions';
export { COMPARE_VIEW, showComparison } from './comparePanel';
