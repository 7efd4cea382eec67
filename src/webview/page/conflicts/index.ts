/** The conflicts git left in the file, and the choice between their versions. */
export { ConflictsPart } from './conflictsPart';
