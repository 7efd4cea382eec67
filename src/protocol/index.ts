export * from './channel';
export * from './memoryTransport';
export * from './messages';
export * from './rebase';
export { isRecord } from './schema';
export { MAX_EDITS, MAX_TEXT_LENGTH, parseFromWebview, parseToWebview } from './validate';
export type { Parsed } from './validate';
