import type { CellBuffer } from '../text/cells';
import type { Eol } from '../text/chars';
import { decodeCell, encodeCell } from '../text/encode';
import type { TextRange } from '../text/edit';
import { KNOWN_COLUMNS, knownColumn, likelyColumn, reasonSlug } from './knownColumns';
import { SHAPE_CODES, describeShape } from './cellShape';
import { problemCode } from './issues';
import type { Problem } from './problem';
import { problemAt, quotation, replace, unsafeFix } from './reportProblem';
import type { Column, ColumnId, ColumnKind, Settings } from './types';

/** As many columns as a spreadsheet has; cells behind them are kept but not shown. */
export const MOST_COLUMNS = 16_384;

export interface Header {
  readonly range: TextRange;
  /** Cells in the header, also those beyond `MOST_COLUMNS`. */
  readonly cellCount: number;
  readonly columns: readonly Column[];
  readonly problems: readonly Problem[];
}

/** Writes a name as a cell of the header. */
type Write = (name: string, quoted?: boolean) => string;

/** The columns that a scanned header record names, and what is wrong with them. */
export function readHeader(
  text: string,
  cells: CellBuffer,
  range: TextRange,
  settings: Settings,
  eol: Eol,
): Header {
  const problems: Problem[] = [];
  const count = Math.min(cells.count, MOST_COLUMNS);
  const names = Array.from({ length: count }, (_, index) =>
    decodeCell(text, cells.starts[index]!, cells.ends[index]!, cells.flags[index]!),
  );
  const write: Write = (name, quoted) => encodeCell(name, settings.delimiter, eol, quoted);
  const taken = new Map<string, number>();
  const columns = names.map((name, index): Column => {
    const place = { start: cells.starts[index]!, end: cells.ends[index]! };
    const key = name.trim().toLowerCase();
    reportCell(text, place, cells.flags[index]!, write, index, problems);
    const first = taken.get(key);
    if (first === undefined) taken.set(key, index);
    const duplicate = first !== undefined;
    const id = duplicate ? null : knownColumn(name);
    const reason = duplicate ? null : reasonSlug(name);
    if (duplicate && key !== '') problems.push(duplicateColumn(name, first, index, place, write));
    return {
      index,
      name,
      label: settings.labels.get(key) ?? name,
      id,
      reason,
      kind: kindOf(id, reason),
      range: place,
    };
  });
  for (const column of columns) {
    if (column.id !== null || column.reason !== null) continue;
    const key = column.name.trim().toLowerCase();
    if (key === '' || taken.get(key) === column.index) problems.push(unknownColumn(column, taken, write));
  }
  if (cells.count > MOST_COLUMNS) {
    const rest = { start: cells.starts[MOST_COLUMNS]!, end: range.end };
    problems.push(
      problemAt(
        'R303',
        rest,
        `The header has ${cells.count} columns; those after the ${MOST_COLUMNS}th are kept but not shown.`,
      ),
    );
  }
  return { range, cellCount: cells.count, columns, problems };
}

function kindOf(id: ColumnId | null, reason: string | null): ColumnKind {
  if (id !== null) return KNOWN_COLUMNS.get(id)!;
  return reason === null ? 'text' : 'count';
}

function reportCell(
  text: string,
  range: TextRange,
  flags: number,
  write: Write,
  column: number,
  problems: Problem[],
): void {
  for (const [flag, code] of SHAPE_CODES) {
    if ((flags & flag) === 0) continue;
    const quote = (name: string): string => write(name, true);
    const found = describeShape(code, text, range.start, range.end, flags, 0, quote);
    problems.push(problemAt(problemCode(code), found.range, found.message, found.fixes, column));
  }
}

function duplicateColumn(
  name: string,
  first: number,
  index: number,
  range: TextRange,
  write: Write,
): Problem {
  const renamed = write(`${name.trim()}_2`);
  return problemAt(
    'R305',
    range,
    `Column ${index + 1} has the same name ${quotation(name)} as column ${first + 1} and is not used. Rename or delete it.`,
    [unsafeFix(`Rename to ${renamed}`, replace(range, renamed))],
    index,
  );
}

function unknownColumn(column: Column, taken: ReadonlyMap<string, number>, write: Write): Problem {
  const { name, range, index } = column;
  const likely = name.trim() === '' ? null : likelyColumn(name);
  if (likely === null || taken.has(likely.name)) {
    const what =
      name.trim() === '' ? `Column ${index + 1} has no name` : `The column ${quotation(name)} is unknown`;
    return problemAt('R306', range, `${what}; its cells are kept and shown as text.`, [], index);
  }
  const message = likely.alias
    ? `${quotation(name)} is another name of the column “${likely.name}”. Rename it so that its cells are used.`
    : `The column ${quotation(name)} is unknown. Is “${likely.name}” meant?`;
  const fix = unsafeFix(`Rename to ${likely.name}`, replace(range, write(likely.name)));
  return { ...problemAt('R306', range, message, [fix], index), severity: 'warning' };
}
