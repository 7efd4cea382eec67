export { violationsIn } from './axe';
export type { Notebook } from './notebook';
export { killExtensionHosts, killServer, serverIsBack } from './processes';
export { openWorkbench } from './workbench';
export type { Theme } from './settings';
export type { Workbench, WorkbenchOptions } from './workbench';
export { longFile, tableFile, tableText, textFile, useTable } from './table';
export type { Table } from './table';
