/** The notebook page around the grid. Each part of it has a folder of its own; `view.ts` puts them together. */
export { afterPaint, Timing } from './frames';
export { createShell } from './shell';
export type { Preview } from './preview';
export { openPreview } from './preview';
export { readState } from './state';
