/** Which rows are shown and in which order: sorting, filtering, the menu of a column. */
export type { ViewCriteria } from './criteria';
export { fileOrder, parseCriteria } from './criteria';
export { stateInFile, stateInView } from './gridState';
export { OrderPart } from './orderPart';
export { RowOrder } from './rowOrder';
export { toFile } from './translate';
export type { TableSource } from './values';
export { textsOf } from './values';
export type { Tracking } from './viewOrder';
export { ViewOrder } from './viewOrder';
