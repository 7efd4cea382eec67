/** What the grid and its owner say to each other. */
export type * from './callbacks';
export type * from './edits';
export type * from './model';
export type * from './places';
export type * from './view';
