export type { SyncHandler } from './handler';
export { SyncClient } from './syncClient';
export { windowTransport } from './windowTransport';
export type { VSCodeApi } from './windowTransport';
