import { afterEol, lineEnd, textStart } from '../text/chars';
import { isBlank } from '../text/encode';
import { findDelimiter } from './delimiter';
import { isBlankRecord, sourceRecords } from './records';
import type { SourceRecord } from './records';
import { Tally } from './tally';
import type { CellTally, SourceDelimiter } from './types';

/** A row of a table from elsewhere, as long as the table is wide. */
export interface SourceRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** A table from elsewhere: a header, rows, and what stands around them. */
export interface SourceTable {
  readonly delimiter: SourceDelimiter;
  readonly certain: boolean;
  /** The cells of the header, blank behind its end. */
  readonly names: readonly string[];
  /** How many of them stand in the header. */
  readonly headerWidth: number;
  readonly rows: readonly SourceRow[];
  /** Comments as they stand in the text, and lines above the table that hold a title, each with `#` in front. */
  readonly comments: readonly string[];
  readonly blankLines: number;
  readonly shortRows: CellTally | null;
  readonly openQuotes: CellTally | null;
}

/** The first line by which spreadsheets say what separates the cells. */
const SEPARATOR_LINE = /^sep=([,;\t|])[^\S\r\n]*(?=[\r\n]|$)/i;

/**
 * Takes a text of comma, semicolon, tab or bar separated values apart. Titles above the header are those records with one
 * cell only, in a table that has more.
 *
 * @param delimiter found in the text when it is not given
 * @example
 * readSourceTable('period;start\n2024;5\n').rows[0]?.cells; // ['2024', '5']
 */
export function readSourceTable(text: string, delimiter?: SourceDelimiter): SourceTable {
  const start = textStart(text);
  const said = SEPARATOR_LINE.exec(text.slice(start, start + 20));
  const from = said === null ? start : afterEol(text, lineEnd(text, start));
  const found =
    delimiter !== undefined
      ? { delimiter, certain: true }
      : said !== null
        ? { delimiter: said[1] as SourceDelimiter, certain: true }
        : findDelimiter(text, from);
  const reader = new TableReader();
  for (const record of sourceRecords(text, found.delimiter, from, () => reader.headerWidth)) {
    reader.add(record);
  }
  return { ...found, ...reader.result() };
}

class TableReader {
  headerWidth = 0;
  private names: readonly string[] = [];
  private readonly comments: string[] = [];
  /** Records of one cell above the header: titles, or the beginning of a table of one column. */
  private titles: SourceRecord[] = [];
  private records: SourceRecord[] = [];
  private blank = 0;

  add(record: SourceRecord): void {
    if (isBlankRecord(record)) {
      this.blank++;
    } else if (this.headerWidth === 0) {
      this.addAbove(record);
    } else if (record.comment !== null && record.cells.length !== this.headerWidth) {
      this.comments.push(record.comment);
    } else {
      this.records.push(record);
    }
  }

  private addAbove(record: SourceRecord): void {
    const filled = record.cells.filter((cell) => !isBlank(cell)).length;
    // `#period,start` is how some programs begin a header; people put a space behind the sign.
    if (record.comment !== null && (filled < 2 || !/^#[^\s#>!-]/.test(record.comment))) {
      this.comments.push(record.comment);
    } else if (filled < 2) {
      this.titles.push(record);
    } else {
      this.begin(record);
    }
  }

  private begin({ cells, comment }: SourceRecord): void {
    this.headerWidth = cells.length;
    this.names = withoutBlankEnd(comment === null ? cells : [cells[0]!.slice(1), ...cells.slice(1)]);
  }

  result(): Omit<SourceTable, 'delimiter' | 'certain'> {
    if (this.headerWidth === 0) {
      const [header, ...records] = this.titles;
      this.names = withoutBlankEnd(header?.cells ?? []);
      this.records = records;
    } else {
      this.comments.unshift(
        ...this.titles.map(({ cells }) => `# ${cells.join(' ').replace(/\s+/g, ' ').trim()}`),
      );
    }
    const [short, open] = [new Tally(), new Tally()];
    const least = this.names.length;
    let width = least;
    for (const { cells, line, isOpen } of this.records) {
      if (cells.length < least) short.add(cells[0]!, line);
      if (isOpen) open.add(cells[0]!, line);
      if (cells.length > width) width = Math.max(width, withoutBlankEnd(cells).length);
    }
    const padded = (cells: readonly string[]): readonly string[] =>
      cells.length === width
        ? cells
        : [...cells.slice(0, width), ...Array<string>(Math.max(0, width - cells.length)).fill('')];
    return {
      names: padded(this.names),
      headerWidth: least,
      rows: this.records.map(({ cells, line }) => ({ cells: padded(cells), line })),
      comments: this.comments,
      blankLines: this.blank,
      shortRows: short.result,
      openQuotes: open.result,
    };
  }
}

function withoutBlankEnd(cells: readonly string[]): readonly string[] {
  let count = cells.length;
  while (count > 0 && isBlank(cells[count - 1]!)) count--;
  return cells.slice(0, count);
}
