export type { Notebook } from './notebook';
export { openWorkbench } from './workbench';
export type { Theme, Workbench, WorkbenchOptions } from './workbench';
