/** Notices above the table, and the edits that could not be applied. */
export type { NoticeActions, RefusedEdit } from './noticeView';
export { failureView, readOnlyView, refusedView, silentView } from './noticeView';
export type { Intent, KeyedCell } from './refused';
export { RefusedEdits, findCells, intentOf, keyOfRow } from './refused';
export type { UnderwayEdit } from './underway';
export { missingFrom, underwayEdit } from './underway';
