export { foldsOf } from './folding';
export type { Fold } from './folding';
export { outlineOf } from './outline';
export type { OutlineItem, OutlineKind } from './types';
