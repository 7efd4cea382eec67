/** The friendly start of a file without rows. */
export { StartPart } from './startPart';
