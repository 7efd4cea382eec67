export { applyEdits, sortEdits } from './text/edit';
export type { TextEdit, TextRange } from './text/edit';
