/** What there is to say after a paste. */
export type { RowPlace } from './pastePart';
export { PastePart } from './pastePart';
