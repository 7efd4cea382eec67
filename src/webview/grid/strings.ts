/** Every word the grid says or shows. `{0}`, `{1}` … are filled in. */
export interface GridStrings {
  readonly gridLabel: string;
  readonly rowNumbers: string;
  readonly selectAll: string;
  readonly newRow: string;
  /** Name of the text field: column, row, value. */
  readonly position: string;
  readonly blank: string;
  readonly editing: string;
  readonly computed: string;
  readonly readOnlyColumn: string;
  readonly noLineBreak: string;
  readonly skippedComputed: string;
  readonly skippedReadOnly: string;
  readonly skippedColumns: string;
  readonly nothingToPaste: string;
  readonly pictureOnly: string;
  readonly nothingToCopy: string;
  readonly nothingToClear: string;
  readonly copyManyRanges: string;
  readonly copied: string;
  readonly pasted: string;
  readonly cleared: string;
  readonly filled: string;
  readonly rowsInserted: string;
  readonly rowsDeleted: string;
  readonly rowsMoved: string;
  readonly rowsDuplicated: string;
  readonly fillTip: string;
  readonly fillTipRows: string;
  readonly fillBlank: string;
  readonly nothingToFillAlong: string;
  readonly filledBelow: string;
  readonly columnsMoved: string;
  readonly columnsStay: string;
  readonly columnsHidden: string;
  readonly columnsShown: string;
  readonly columnsReset: string;
  readonly columnsFitted: string;
  readonly columnWidth: string;
  readonly lastColumn: string;
  readonly noHiddenColumns: string;
  readonly hiddenColumns: string;
  readonly rangeSelected: string;
  readonly allSelected: string;
  readonly tabLeaves: string;
  readonly columnMenu: string;
  readonly sortedAscending: string;
  readonly sortedDescending: string;
  readonly filtered: string;
  readonly changedOutside: string;
  readonly cellGone: string;
}

export const englishStrings: GridStrings = {
  gridLabel: 'Periods',
  rowNumbers: 'Row',
  selectAll: 'Select all',
  newRow: 'New row',
  position: '{0}, row {1}: {2}',
  blank: 'blank',
  editing: 'Edit {0}, row {1}',
  computed: '{0} is calculated from the other columns and cannot be typed over.',
  readOnlyColumn: '{0} cannot be edited.',
  noLineBreak: '{0} cannot hold a line break.',
  skippedComputed: 'Calculated cells left as they are: {0}.',
  skippedReadOnly: 'Cells of read-only columns left as they are: {0}.',
  skippedColumns: 'Pasted columns that did not fit and were left out: {0}.',
  nothingToPaste: 'There is no text on the clipboard. Copy cells, CSV or plain text, then paste again.',
  pictureOnly:
    'The clipboard holds a picture or a file, not text. Copy cells, CSV or plain text, then paste again.',
  nothingToCopy: 'There is nothing to copy on the line for a new row.',
  nothingToClear: 'Calculated cells cannot be cleared.',
  copyManyRanges:
    'Ranges of different shapes cannot be copied together. Select ranges that share their rows or columns.',
  copied: 'Copied, rows × columns: {0} × {1}',
  pasted: 'Cells pasted: {0}',
  cleared: 'Cells cleared: {0}',
  filled: 'Cells filled: {0}',
  rowsInserted: 'Rows inserted: {0}',
  rowsDeleted: 'Rows deleted: {0}',
  rowsMoved: 'Rows moved: {0}, now from row {1}',
  rowsDuplicated: 'Rows duplicated: {0}',
  fillTip: '{0}',
  fillTipRows: '{0} (new rows: {1})',
  fillBlank: 'blank',
  columnsMoved: 'Columns moved: {0}, now from column {1}',
  columnsStay: 'The column cannot go further. Columns that stay in place when the rest scrolls come first.',
  columnsHidden: 'Columns hidden in this view: {0}',
  columnsShown: 'Columns shown again: {0}',
  columnsReset: 'The columns are as in the file.',
  columnsFitted: 'Columns fitted to their content: {0}',
  columnWidth: 'Width of {0}: {1}',
  lastColumn: 'At least one column has to stay.',
  noHiddenColumns: 'No columns are hidden.',
  hiddenColumns: 'Hidden columns: {0}',
  nothingToFillAlong: 'There are no data beside the selection to fill along. Drag the handle instead.',
  filledBelow: 'The cells below are filled already. Drag the handle to write over them.',
  rangeSelected: 'Selected, rows × columns: {0} × {1}',
  allSelected: 'All rows selected: {0}',
  tabLeaves: 'Tab now leaves the table.',
  columnMenu: 'Sort and filter {0}',
  sortedAscending: 'sorted ascending',
  sortedDescending: 'sorted descending',
  filtered: 'filtered',
  changedOutside:
    'This cell was changed outside meanwhile. What you typed is kept: Enter replaces the new value, Escape keeps it.',
  cellGone:
    'The cell you were editing is not here any more. What you typed is kept: copy it, or press Escape.',
};

/** More of a cell's text no window shows, and nobody listens to. */
const LONGEST_SHOWN = 2_000;

/** A text as far as it is shown or spoken: laying out a megabyte on one line takes a second. */
export function shortened(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}\u2026` : text;
}

/**
 * Fills in the places of a string.
 *
 * @example
 * fill('Row {0}', 3); // 'Row 3'
 */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}
