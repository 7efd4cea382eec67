export { rename, renameTarget } from './rename';
export type { Refusal, RenameTarget } from './rename';
