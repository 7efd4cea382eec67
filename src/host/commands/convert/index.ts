export { registerExportFile } from './exportFile';
export { registerImportCsv } from './importCsv';
