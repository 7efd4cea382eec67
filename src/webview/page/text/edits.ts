/** Names of actions, for messages. */
export const edit = {
  cell: (column: string, row: number) => `Edit ${column} of row ${row}`,
  cells: (count: number) => `Edit ${count} cells`,
  insertRows: (count: number) => (count === 1 ? 'Insert a row' : `Insert ${count} rows`),
  deleteRows: (count: number) => (count === 1 ? 'Delete a row' : `Delete ${count} rows`),
  sortRows: (count: number) => `Sort ${count} rows in the file`,
  moveRows: (count: number) => (count === 1 ? 'Move a row' : `Move ${count} rows`),
  duplicateRows: (count: number) => (count === 1 ? 'Duplicate a row' : `Duplicate ${count} rows`),
  addColumn: (name: string) => `Add the column ${name}`,
  renameColumn: (name: string) => `Rename the column ${name}`,
  deleteColumn: (name: string) => `Delete the column ${name}`,
  setting: (name: string) => `Change ${name.toLowerCase()}`,
  firstPeriod: 'Add the first period',
  again: (label: string) => `${label}, again`,
};
