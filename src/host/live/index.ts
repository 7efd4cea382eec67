/** The calculations of VS Code's open documents, shared by all who show something of them. */
export { Debounce } from './debounce';
export { inParts } from './inParts';
export { LiveFile } from './liveFile';
export type { LiveChange } from './liveFile';
export { LiveFiles } from './liveFiles';
export type { LiveFileEvent } from './liveFiles';
export { later } from './timers';
