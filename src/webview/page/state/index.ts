/** What of the view outlives a hidden tab or a reload. */
export { draftInPlace, keyedDraft, rowInPlace } from './openCell';
export { readState } from './readState';
export type { PageState } from './state';
export { initialState } from './state';
export { StateKeeper } from './stateKeeper';
