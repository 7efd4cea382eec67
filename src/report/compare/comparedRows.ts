import type { DocumentDiff, FigureDiff, RetentionDocument, RowDiff } from '../../core';

/** A text of both versions; null where a version has no such place. */
export interface ComparedCell {
  readonly before: string | null;
  readonly after: string | null;
  readonly differs: boolean;
}

export interface ComparedRow {
  readonly kind: RowDiff['kind'];
  readonly cells: readonly ComparedCell[];
  /** Of a row that is the same they may differ, too: by the goal, or the method. */
  readonly crr: FigureDiff;
  readonly gapPoints: FigureDiff;
}

/** The rows of two versions as one table. */
export interface ComparedRows {
  /** Names of the columns: those of the later version, then those it lacks. */
  readonly columns: readonly string[];
  readonly rows: readonly ComparedRow[];
  /** Rows with differences beyond the limit. */
  readonly more: number;
  /** Unchanged rows that are not among `rows`. */
  readonly sameLeftOut: number;
}

/**
 * The rows of a difference as they are shown. A large file is shown by its differences alone, up to a limit.
 *
 * @param most rows to show
 */
export function comparedRows(diff: DocumentDiff, most: number): ComparedRows {
  const [was, is] = [diff.before.document, diff.after.document];
  const columns = columnsOf(was, is);
  const all = diff.rows.length <= most;
  const rows: ComparedRow[] = [];
  let more = 0;
  let sameLeftOut = 0;
  for (const row of diff.rows) {
    if (row.kind === 'same' && !all) sameLeftOut++;
    else if (rows.length >= most) more++;
    else {
      const { crr, gapPoints } = diff.figures(row);
      rows.push({
        kind: row.kind,
        cells: columns.map((column) => cellOf(diff, row, column)),
        crr,
        gapPoints,
      });
    }
  }
  return { columns: columns.map(({ name }) => name), rows, more, sameLeftOut };
}

/** A column by its places in both headers. */
interface ComparedColumn {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

function columnsOf(was: RetentionDocument, is: RetentionDocument): readonly ComparedColumn[] {
  const key = ({ id, name }: { readonly id: string | null; readonly name: string }): string =>
    id ?? ` ${name}`;
  const old = new Map(was.columns.map((column) => [key(column), column.index]));
  const known = new Set(is.columns.map(key));
  return [
    ...is.columns.map((column) => ({
      name: column.label,
      before: old.get(key(column)) ?? null,
      after: column.index,
    })),
    ...was.columns
      .filter((column) => !known.has(key(column)))
      .map(({ label, index }) => ({ name: label, before: index, after: null })),
  ];
}

function cellOf({ before, after }: DocumentDiff, row: RowDiff, column: ComparedColumn): ComparedCell {
  const text = (document: RetentionDocument, at: number | null, index: number | null): string | null =>
    at === null ? null : index === null ? '' : document.cellText(at, index);
  const was = text(before.document, row.before, column.before);
  const is = text(after.document, row.after, column.after);
  return { before: was, after: is, differs: was !== null && is !== null && was !== is };
}
