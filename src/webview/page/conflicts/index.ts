/** The conflicts git left in the file, and the choice between their versions. */
export type { Hand } from './hand';
export { parseHand } from './hand';
export { ConflictsPart } from './conflictsPart';
