/** Words of the context menu, and of going to a row. */
export const menu = {
  title: {
    cell: 'Cell menu',
    rows: 'Row menu',
    columns: 'Column menu',
    all: 'Table menu',
    hidden: 'Hidden columns',
    outside: 'Table menu',
  },
  cut: 'Cut',
  copy: 'Copy',
  copyWithHeaders: 'Copy with Headers',
  copyAsCsv: 'Copy as CSV',
  copyAsMarkdown: 'Copy as Markdown',
  paste: 'Paste',
  clear: 'Clear Contents',
  fillDown: 'Fill Down',
  fillRight: 'Fill Right',
  insertAbove: (n: number) => (n === 1 ? 'Insert Row Above' : `Insert ${n} Rows Above`),
  insertBelow: (n: number) => (n === 1 ? 'Insert Row Below' : `Insert ${n} Rows Below`),
  duplicate: (n: number) => (n < 2 ? 'Duplicate Row' : `Duplicate ${n} Rows`),
  moveUp: 'Move Up',
  moveDown: 'Move Down',
  deleteRows: (n: number) => (n < 2 ? 'Delete Row' : `Delete ${n} Rows`),
  addRow: 'Add Row',
  hideColumn: 'Hide Column',
  showHidden: (n: number) => (n === 1 ? 'Show Hidden Column' : `Show All ${n} Hidden Columns`),
  showHere: 'Show Hidden Columns Here',
  moveLeft: 'Move Column Left',
  moveRight: 'Move Column Right',
  fit: 'Fit Width to Content',
  widen: 'Widen Column',
  narrow: 'Narrow Column',
  resetColumns: 'Reset Columns',
  addColumn: 'Add Column\u2026',
  renameColumn: 'Rename Column\u2026',
  deleteColumn: 'Delete Column from File',
  calculated: 'This column is calculated: the file does not have it.',
  periodStays: 'Each row is known by its period.',
  columnDeleted: (name: string) => `Deleted the column ${name}. Undo brings it back.`,
  goToRow: 'Go to Row\u2026',
  openAsText: 'Open as Text at This Row',
  noRow: 'No row is selected.',
};

export const goToRow = {
  title: 'Go to row',
  label: 'Row number, period or segment',
  placeholder: '12 or 2024-Q3',
  notFound: (typed: string, rows: string) =>
    `No row is called \u201c${typed}\u201d. The table has ${rows} rows; type a number, a period or a segment.`,
  nothing: 'Type a row number, a period or a segment.',
};

export const addColumn = {
  title: 'Add column',
  label: 'Name of the new column',
  placeholder: 'segment, reason_price, plan\u2026',
  reason: 'Customers lost for one reason: its name comes behind',
  reasonNeeded: 'Write the reason behind it, such as reason_price.',
};

export const renameColumn = {
  title: 'Rename column',
  label: (name: string) => `New name of \u201c${name}\u201d`,
  placeholder: '',
};
