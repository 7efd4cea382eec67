/** Find and replace over all rows of the view. */
export { findCommandFor } from './findKeys';
export { FindPart } from './findPart';
export { findCells } from './finder';
export type { FindQuery, Matcher } from './query';
export { compileQuery } from './query';
