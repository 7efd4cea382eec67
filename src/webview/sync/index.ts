export type { SyncHandler } from './handler';
export { requestPreview } from './requestPreview';
export { SyncClient } from './syncClient';
export { windowTransport } from './windowTransport';
export type { VSCodeApi } from './windowTransport';
