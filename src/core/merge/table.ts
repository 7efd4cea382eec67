import { afterEol, lineEnd } from '../text/chars';
import type { RetentionDocument } from '../document/types';
import { firstIndex } from '../search';
import { rowTitle } from './keys';
import type { Keyed, KeyList, RowNumbers } from './keys';
import type { VersionName } from './types';

/** The rows of one version and the lines between them, each with its key and its place. */
export class VersionTable implements Keyed<number> {
  private readonly list: KeyList<number>;
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** Row numbers; −1 of lines that are no rows. */
  private readonly rows: number[] = [];
  private readonly text: string;
  /** The first row whose period is there before for its segment, or null. */
  readonly repeated: number | null;
  /** All rows of a number that more than one has, as they are written behind the header. */
  readonly twins = new Map<number, string>();

  /** `from`–`to` limits the table to the rows and lines that lie in that part of the text. */
  constructor(
    readonly document: RetentionDocument,
    private readonly numbers: RowNumbers,
    from = 0,
    to = document.rowsEnd,
  ) {
    this.list = numbers.list();
    this.text = document.text;
    const periodColumn = document.column('period')?.index ?? -1;
    const { header, rowCount } = document;
    let at = header === null ? to : Math.max(from, afterEol(this.text, header.end));
    let repeated: number | null = null;
    for (let row = from === 0 ? 0 : firstRowFrom(document, from); row < rowCount; row++) {
      const { start, end } = document.rowRange(row);
      if (end > to) break;
      if (start > at) this.addLines(at, start);
      const number = numbers.of(document, row, periodColumn);
      if (!this.add(number, start, end, row)) {
        this.twins.set(number, `${this.rowsOf(number)}\n${this.text.slice(start, end)}`);
        if (repeated === null && document.period(row) !== null) repeated = row;
      }
      at = afterEol(this.text, end);
    }
    this.addLines(at, Math.min(to, document.rowsEnd));
    this.repeated = repeated;
  }

  get keys(): readonly number[] {
    return this.list.keys;
  }
  get at(): ReadonlyMap<number, number> {
    return this.list.at;
  }

  /** The row of a key; −1 when there is none. */
  row(key: number): number {
    const index = this.at.get(key);
    return index === undefined ? -1 : this.rows[index]!;
  }

  /** A row or line as it is written, without its ending; null when there is none. */
  source(key: number): string | null {
    const index = this.at.get(key);
    return index === undefined ? null : this.text.slice(this.starts[index], this.ends[index]);
  }

  /** The header and all rows of a number as they are written; null when there is no such row. */
  rowsOf(number: number): string | null {
    const row = this.source(number);
    if (row === null) return null;
    const { start, end } = this.document.header!;
    return this.twins.get(number) ?? `${this.text.slice(start, end)}\n${row}`;
  }

  /** A row or line with its ending. */
  line(key: number): string {
    const index = this.at.get(key)!;
    return this.text.slice(this.starts[index], afterEol(this.text, this.ends[index]!));
  }

  /** True when a row that both versions have is written alike in them. */
  isAs(key: number, other: VersionTable): boolean {
    const [here, there] = [this.at.get(key)!, other.at.get(key)!];
    const start = this.starts[here]!;
    const begin = other.starts[there]!;
    const length = this.ends[here]! - start;
    if (other.ends[there]! - begin !== length) return false;
    for (let index = 0; index < length; index++) {
      if (this.text.charCodeAt(start + index) !== other.text.charCodeAt(begin + index)) return false;
    }
    return true;
  }

  private addLines(from: number, to: number): void {
    for (let at = from; at < to;) {
      const end = lineEnd(this.text, at, to);
      this.add(this.numbers.ofLine(this.text.slice(at, end)), at, end, -1);
      at = afterEol(this.text, end, to);
    }
  }

  private add(name: number, start: number, end: number, row: number): boolean {
    this.starts.push(start);
    this.ends.push(end);
    this.rows.push(row);
    return this.list.add(name);
  }
}

export type Tables = Readonly<Record<VersionName, VersionTable>>;

/**
 * A version with rows of the same number where both sides changed such rows: which of theirs is which of ours, nothing
 * tells. Null when there is none.
 */
export function contestedTwins(tables: Tables): VersionName | null {
  for (const version of ['ours', 'theirs', 'base'] as const) {
    for (const number of tables[version].twins.keys()) {
      const [base, ours, theirs] = [tables.base, tables.ours, tables.theirs].map((table) =>
        table.rowsOf(number),
      );
      if (ours !== theirs && ours !== base && theirs !== base) return version;
    }
  }
  return null;
}

/** The period and segment of a row, as ours (else theirs) writes them. */
export function titleOf(tables: Tables, key: number): string {
  const table = tables.ours.row(key) >= 0 ? tables.ours : tables.theirs;
  const { document } = table;
  const row = table.row(key);
  const column = document.column('period');
  return rowTitle(column === null ? '' : document.cellText(row, column.index), document.segment(row));
}

/** The first row that begins at or behind an offset; the number of rows when there is none. */
export function firstRowFrom(document: RetentionDocument, offset: number): number {
  return firstIndex(document.rowCount, (row) => document.rowRange(row).start >= offset);
}

/**
 * Whether a row that only one side has stands before one that only the other has: where most rows go on in time, or
 * back, added rows do too. Rows of the same time stay as they come.
 */
export function inTime(tables: readonly VersionTable[]): (added: number, leading: number) => boolean {
  const firstDay = (key: number): number | null => {
    for (const table of tables) {
      const row = table.row(key);
      if (row >= 0) return table.document.period(row)?.firstDay ?? null;
    }
    return null;
  };
  const sign = tables.reduce((sum, { document }) => sum + direction(document), 0);
  return (added, leading) => {
    const [one, other] = [firstDay(added), firstDay(leading)];
    return one !== null && other !== null && (other - one) * sign > 0;
  };
}

/** 1 when the first row's period is before the last one's, −1 when it is after it, else 0. */
function direction(document: RetentionDocument): number {
  if (document.rowCount < 2) return 0;
  const [first, last] = [document.period(0), document.period(document.rowCount - 1)];
  return first === null || last === null ? 0 : Math.sign(last.firstDay - first.firstDay);
}
