export { NotebookEditors, VIEW_TYPE } from './notebookEditors';
export type { EditablePanel } from './notebookEditors';
export type { NotebookPanel } from './notebookPanel';
export { ViewMemory } from './viewMemory';
