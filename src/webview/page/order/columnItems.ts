import type { Session } from '../session';
import { text } from '../text';
import { withoutFilter, withoutSort } from './criteria';
import type { SortKey, ViewCriteria } from './criteria';

/** An action on a column, for a menu. */
export interface ColumnMenuItem {
  readonly label: string;
  /** Why it cannot be done now, or null. */
  readonly disabled: string | null;
  run(): void;
}

/** What the actions are done with. */
export interface ColumnItemsTarget {
  criteria(): ViewCriteria;
  set(criteria: ViewCriteria): void;
  sortBy(descending: boolean): void;
  sortFile(keys: readonly SortKey[]): void;
  openMenu(): void;
}

/**
 * What can be done with a column: sort by it, filter by it, and put the file in its order.
 *
 * @param key of the column
 */
export function columnItems(
  key: string,
  readOnly: Session['readOnly'],
  order: ColumnItemsTarget,
): readonly ColumnMenuItem[] {
  const criteria = order.criteria();
  const item = (label: string, run: () => void, disabled: string | null = null): ColumnMenuItem => ({
    label,
    disabled,
    run,
  });
  const sorted = criteria.sort.some((sort) => sort.column === key);
  const filtered = criteria.filters.some((filter) => filter.column === key);
  return [
    item(text.columnMenu.sort.ascending, () => order.sortBy(false)),
    item(text.columnMenu.sort.descending, () => order.sortBy(true)),
    ...(sorted ? [item(text.columnMenu.clearSort, () => order.set(withoutSort(order.criteria(), key)))] : []),
    item(text.columnMenu.filter, () => order.openMenu()),
    ...(filtered
      ? [item(text.columnMenu.clearFilter, () => order.set(withoutFilter(order.criteria(), key)))]
      : []),
    item(
      text.columnMenu.sortFile,
      () => order.sortFile([{ column: key, descending: false }]),
      readOnly === null ? null : text.readOnly[readOnly],
    ),
  ];
}
