import type { ViewCriteria } from './criteria';
import { isFiltered, isSorted } from './criteria';
import { rowTest } from './filter';
import { rowComparison } from './sort';
import type { TableSource } from './values';

/** The rows of the file to be shown, in order; null when that is all of them in the order of the file. */
export function arrangeRows(source: TableSource, criteria: ViewCriteria): Int32Array | null {
  const { rowCount } = source.notebook.document;
  if (!isFiltered(criteria) && !isSorted(criteria)) return null;
  const test = rowTest(source, criteria);
  const rows = new Int32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row++) if (test === null || test(row)) rows[count++] = row;
  const shown = rows.subarray(0, count).slice();
  return isSorted(criteria) ? shown.sort(rowComparison(source, criteria.sort)) : shown;
}
