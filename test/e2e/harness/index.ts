export { openWorkbench } from './workbench';
export type { Theme, Workbench, WorkbenchOptions } from './workbench';
