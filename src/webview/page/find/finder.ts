import type { CellRange } from '../../grid';
import type { PageColumn } from '../columns';
import type { RowOrder, TableSource } from '../order';
import { textsOf } from '../order';
import type { FindQuery, Matcher } from './query';

/** A cell that was found: a row of the file and a column of the grid. */
export interface FoundCell {
  readonly row: number;
  readonly column: number;
}

/** The cells that match, in the order of the view. */
export interface Findings {
  readonly cells: readonly FoundCell[];
  /** Cells too long for the expression. */
  readonly skipped: number;
  /** `stopped`: it took too long, and not all rows were looked at. */
  readonly state: 'searching' | 'done' | 'stopped';
}

export const nothingFound: Findings = { cells: [], skipped: 0, state: 'done' };

/** After so long a search gives up, in milliseconds. */
const BUDGET_MS = 20_000;
/** What calculated cells may show, apart from digits. */
const NUMERIC = /^[\d\s.,%+\-\u2212\u00a0\u202fpt]*$/i;

/** The text of a cell that is searched: of the file as typed, of a calculated one as shown. */
export function searchedText(source: TableSource, column: PageColumn): (row: number) => string {
  const { file } = column.source;
  const { document } = source.notebook;
  return file === null ? textsOf(source, column) : (row) => document.cellText(row, file.index);
}

/**
 * Looks at all rows of the view, drawn or not, row by row: each `next()` looks at some, so that the caller
 * can stop when time is up or another query is asked.
 *
 * @param scope view ranges to look at, or null for everything
 */
export function* findCells(
  source: TableSource,
  order: RowOrder,
  query: FindQuery,
  matcher: Matcher,
  scope: readonly CellRange[] | null,
  now: () => number = () => performance.now(),
): Generator<Findings, Findings> {
  const cells: FoundCell[] = [];
  const started = now();
  let skipped = 0;
  const numeric = query.regex || NUMERIC.test(query.text);
  const columns = source.columns.flatMap((column, index) =>
    // Writing numbers for people is most of the work: it is not done for words.
    column.source.computed !== null && !numeric ? [] : [{ index, textAt: searchedText(source, column) }],
  );
  const batch = query.regex ? 1 : 100;
  for (let view = 0; view < order.count; view++) {
    const row = order.fileRow(view);
    for (const { index, textAt } of columns) {
      if (scope !== null && !isIn(scope, view, index)) continue;
      const result = matcher.find(textAt(row));
      if (result === 'match') cells.push({ row, column: index });
      else if (result === 'skipped') skipped++;
    }
    if ((view + 1) % batch !== 0) continue;
    if (now() - started > BUDGET_MS) return { cells, skipped, state: 'stopped' };
    yield { cells, skipped, state: 'searching' };
  }
  return { cells, skipped, state: 'done' };
}

function isIn(ranges: readonly CellRange[], row: number, column: number): boolean {
  return ranges.some(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
}
