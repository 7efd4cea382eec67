export * from './channel';
export * from './fromWebview';
export * from './memoryTransport';
export * from './rebase';
export { isRecord } from './schema';
export * from './terms';
export * from './toWebview';
export { MAX_EDITS, MAX_TEXT_LENGTH, parseFromWebview, parseToWebview } from './validate';
export type { Parsed } from './validate';
