/** Columns are named by their key in the grid, which may be any string, `__proto__` included. */
export interface SortKey {
  readonly column: string;
  readonly descending: boolean;
}

/** Rows whose cell shows one of the values (`keep`), or none of them. */
export interface ValueFilter {
  readonly type: 'values';
  readonly column: string;
  readonly keep: boolean;
  readonly values: readonly string[];
}

/** Rows whose number lies in the range, ends included; null is no end. Shares count from 0 to 1. */
export interface RangeFilter {
  readonly type: 'range';
  readonly column: string;
  readonly min: number | null;
  readonly max: number | null;
}

export type ColumnFilter = ValueFilter | RangeFilter;

/** What can be asked of a row as a whole. */
export const rowConditions = ['belowGoal', 'hasProblem'] as const;
export type RowCondition = (typeof rowConditions)[number];

/** Which rows are shown, and in which order. All filters and conditions must hold. JSON-safe. */
export interface ViewCriteria {
  /** The first key decides, the next one where it finds no difference. */
  readonly sort: readonly SortKey[];
  readonly filters: readonly ColumnFilter[];
  readonly conditions: readonly RowCondition[];
}

/** All rows in the order of the file. */
export const fileOrder: ViewCriteria = { sort: [], filters: [], conditions: [] };

export function isSorted({ sort }: ViewCriteria): boolean {
  return sort.length > 0;
}

export function isFiltered({ filters, conditions }: ViewCriteria): boolean {
  return filters.length > 0 || conditions.length > 0;
}

/** Sorts by a column. `add`: where the keys so far find no difference; else by this column alone. */
export function withSort(criteria: ViewCriteria, key: SortKey, add: boolean): ViewCriteria {
  if (!add) return { ...criteria, sort: [key] };
  const known = criteria.sort.some(({ column }) => column === key.column);
  const sort = known
    ? criteria.sort.map((other) => (other.column === key.column ? key : other))
    : [...criteria.sort, key];
  return { ...criteria, sort };
}

/** Without the column's sort key; without any when no column is named. */
export function withoutSort(criteria: ViewCriteria, column?: string): ViewCriteria {
  const sort = column === undefined ? [] : criteria.sort.filter((key) => key.column !== column);
  return { ...criteria, sort };
}

/** With a filter in place of the column's filter of the same type. */
export function withFilter(criteria: ViewCriteria, filter: ColumnFilter): ViewCriteria {
  const others = criteria.filters.filter(
    ({ column, type }) => column !== filter.column || type !== filter.type,
  );
  return { ...criteria, filters: [...others, filter] };
}

/** Without the column's filters, or only without those of a type. */
export function withoutFilter(
  criteria: ViewCriteria,
  column: string,
  type?: ColumnFilter['type'],
): ViewCriteria {
  const filters = criteria.filters.filter(
    (filter) => filter.column !== column || (type !== undefined && filter.type !== type),
  );
  return { ...criteria, filters };
}

export function withCondition(criteria: ViewCriteria, condition: RowCondition, on: boolean): ViewCriteria {
  const others = criteria.conditions.filter((other) => other !== condition);
  return { ...criteria, conditions: on ? [...others, condition] : others };
}

/** The criteria without what is about columns that do not exist. */
export function criteriaFor(
  criteria: ViewCriteria,
  columns: readonly { readonly key: string }[],
): ViewCriteria {
  const known = new Set(columns.map(({ key }) => key));
  return {
    ...criteria,
    sort: criteria.sort.filter(({ column }) => known.has(column)),
    filters: criteria.filters.filter(({ column }) => known.has(column)),
  };
}

/** Reads criteria that were stored, by whichever version: what does not fit is left out. */
export function parseCriteria(value: unknown): ViewCriteria {
  if (typeof value !== 'object' || value === null) return fileOrder;
  const { sort, filters, conditions } = value as Record<string, unknown>;
  return {
    sort: listOf(sort, isSortKey),
    filters: listOf(filters, isFilter),
    conditions: rowConditions.filter((name) => Array.isArray(conditions) && conditions.includes(name)),
  };
}

function listOf<T>(value: unknown, fits: (item: unknown) => item is T): readonly T[] {
  return Array.isArray(value) ? value.filter(fits) : [];
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isSortKey(value: unknown): value is SortKey {
  const { column, descending } = fieldsOf(value);
  return typeof column === 'string' && typeof descending === 'boolean';
}

function isFilter(value: unknown): value is ColumnFilter {
  const { type, column, keep, values, min, max } = fieldsOf(value);
  if (typeof column !== 'string') return false;
  if (type === 'range') return isEnd(min) && isEnd(max);
  return (
    type === 'values' &&
    typeof keep === 'boolean' &&
    Array.isArray(values) &&
    values.every((item) => typeof item === 'string')
  );
}

function isEnd(value: unknown): boolean {
  return value === null || (typeof value === 'number' && Number.isFinite(value));
}
