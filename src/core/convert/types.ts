import type { FoundCurrency } from './currency';

/** What separates the cells of a table from elsewhere. */
export type SourceDelimiter = ',' | ';' | '\t' | '|';

/** How dates such as 03/04/2024 are meant. */
export type DateOrder = 'day-month' | 'month-day';

/** What the user knows of a table better than a look at it can tell. */
export interface ImportOptions {
  /** Found in the table when it is not said. */
  readonly delimiter?: SourceDelimiter;
  /** The decimal sign of numbers that may be read two ways, such as `1,234`. */
  readonly decimal?: '.' | ',';
  /** The order of dates that may be read two ways. */
  readonly dates?: DateOrder;
  /** What columns are to be called, by their place from 0; null keeps a column's own name. */
  readonly columns?: ReadonlyMap<number, string | null>;
  /** The heading of the notebook. */
  readonly title?: string;
}

/** Cells with something in common: how many, and the first few of them with their lines (from 1) in the source. */
export interface CellTally {
  readonly count: number;
  readonly first: readonly { readonly text: string; readonly line: number }[];
}

/** Cells that were written anew, with one of them before and after. */
export interface Rewritten {
  readonly count: number;
  readonly from: string;
  readonly to: string;
}

/** Cells that can be read two ways, with both ways to read the first of them. */
export interface Doubtful extends CellTally {
  readonly kind: 'number' | 'date';
  readonly readings: readonly [string, string];
}

/**
 * How a column got its name: its own is one of the format (`known`), or another name of one (`alias`), its cells are
 * periods (`cells`), the user said so (`chosen`), it keeps a name of its own (`own`), that name was taken or blank
 * (`renamed`), or the header did not reach it (`added`).
 */
export type ColumnOrigin = 'known' | 'alias' | 'cells' | 'chosen' | 'own' | 'renamed' | 'added';

/** A column of the source and what became of it. */
export interface ImportedColumn {
  /** Its name in the source, on one line; '' where it has none. */
  readonly source: string;
  /** Its name in the file. */
  readonly name: string;
  readonly origin: ColumnOrigin;
  /** The column that may be meant by a name that is nearly one's, or one that another column has already; else null. */
  readonly likely: string | null;
  readonly rewritten: Rewritten | null;
  readonly doubtful: Doubtful | null;
  /** Cells that are kept as text because they are no period, number or percentage; also negative numbers. */
  readonly unread: CellTally | null;
  /** The first cells that are not blank, as they are in the source. */
  readonly samples: readonly string[];
}

/** A table from elsewhere as a `.retention` text, with what was done and what was not understood. */
export interface ImportedTable {
  readonly text: string;
  /** The text was a `.retention` file already, and is as it was. */
  readonly unchanged: boolean;
  readonly delimiter: SourceDelimiter;
  /** False when the table can be read with another delimiter as well. */
  readonly delimiterIsCertain: boolean;
  /** The decimal sign that the numbers show or the user says; null where nothing tells. */
  readonly decimal: '.' | ',' | null;
  readonly dates: DateOrder | null;
  /** The currency signs of amounts, which are no part of the cells any more; the code is a setting of the file. */
  readonly currency: FoundCurrency | null;
  readonly columns: readonly ImportedColumn[];
  /** There is a column of periods, without which nothing can be calculated. */
  readonly hasPeriods: boolean;
  readonly rowCount: number;
  /** Lines of comments and titles, which stand above the table now. */
  readonly comments: number;
  /** Lines without any cell, which were left out. */
  readonly blankLines: number;
  /** Rows with fewer cells than the header: the others are blank. */
  readonly shortRows: CellTally | null;
  /** Rows with a quote that is never closed: each was read as one line. */
  readonly openQuotes: CellTally | null;
  /** Characters that are no text (NUL), which were left out. */
  readonly removed: number;
  /** Characters that the program which wrote or read the text could not read (U+FFFD). */
  readonly unreadable: number;
}
