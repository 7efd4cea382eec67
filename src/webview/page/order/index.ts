export type { ColumnFilter, RangeFilter, RowCondition, SortKey, ValueFilter, ViewCriteria } from './criteria';
export {
  criteriaFor,
  fileOrder,
  isFiltered,
  isSorted,
  parseCriteria,
  withCondition,
  withFilter,
  withoutFilter,
  withoutSort,
  withSort,
} from './criteria';
export { valueCounts } from './filter';
export type { ValueCount } from './filter';
export { rowComparison } from './sort';
export { RowOrder } from './rowOrder';
export type { ViewSplice } from './rowOrder';
export { toFile } from './translate';
export type { TableSource } from './values';
export { isNumberColumn, numbersOf, textsOf } from './values';
export { isArranged, ViewOrder } from './viewOrder';
export type { PlannedRows, Tracking, ViewChange } from './viewOrder';
