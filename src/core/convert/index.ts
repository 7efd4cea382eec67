export { csvField } from './csvField';
export type { CsvDelimiter } from './csvField';
export type { FoundCurrency } from './currency';
export { decodeTable } from './decodeTable';
export { delimiterName, describeCells, describeImport, describeLines } from './describeImport';
export type { ImportSentence } from './describeImport';
export { exportTable } from './exportTable';
export type { ExportedTable, ExportOptions, ExportSource } from './exportTable';
export { importTable } from './importTable';
export { FIGURE_COLUMNS } from './figureColumns';
export type { CsvColumn } from './figureColumns';
export type {
  CellTally,
  ColumnOrigin,
  DateOrder,
  Doubtful,
  ImportedColumn,
  ImportedTable,
  ImportOptions,
  Rewritten,
  SourceDelimiter,
} from './types';
