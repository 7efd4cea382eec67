/** A place in the grid. Rows are *view* rows (0-based, as shown), columns the model's columns. */
export interface CellRef {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, all four sides inclusive. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `count` rows from row `at` on. */
export interface RowSpan {
  readonly at: number;
  readonly count: number;
}

/** A cell and the text it shall have. */
export interface CellText extends CellRef {
  readonly text: string;
}
