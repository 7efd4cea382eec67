export type { Findings, FoundCell } from './finder';
export { findCells, nothingFound, searchedText } from './finder';
export type { FindQuery, Matcher, Refusal } from './query';
export { compileQuery } from './query';
