import { milliseconds, quantile } from './lib/measure.mjs';
import { editCells, watchEnter } from './lib/edits.mjs';
import { durations, frameTimes, openLargeNotebook, timeToPaint } from './lib/notebook.mjs';

export const title = 'Editor: the installed VSIX in the server build, 100 000 rows × 12 columns';

const editCount = 60;

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

export async function run() {
  const { page, frame, close } = await openLargeNotebook(100_000);
  try {
    const opened = await durations(frame, 'retention:open', 1);
    const completed = await durations(frame, 'retention:complete', 1);
    const idleFrames = await frameTimes(frame, editCount);
    const handling = await watchEnter(frame);
    const repaints = await editCells(page, frame, editCount);
    const handled = await handling();
    const idleKeys = await pressKeys(page, frame);
    return {
      rows: [
        ['', 'p50 ms', 'p95 ms'],
        ['webview’s start → first rows painted', ...both(opened)],
        ['webview’s start → summary and problems painted too', ...both(completed)],
        ['an empty frame of the same page', ...both(idleFrames)],
        ['Enter on an open cell: all work for its results, before the frame', ...both(handled)],
        ['a key that does nothing → the end of the next frame', ...both(idleKeys)],
        ['committed cell → repainted with all its results', ...both(repaints)],
      ],
    };
  } finally {
    await close();
  }
}

/** @param {readonly number[]} values */
const both = (values) => [milliseconds(quantile(values, 0.5)), milliseconds(quantile(values, 0.95))];

/**
 * What a repaint costs in this browser before anything is calculated: mostly waiting for the next frame.
 * @param {Page} page
 * @param {Frame} frame
 */
async function pressKeys(page, frame) {
  /** @type {number[]} */
  const times = [];
  for (let key = 0; key < editCount; key++) {
    times.push(await timeToPaint(frame, 'keydown', () => page.keyboard.press('Shift')));
  }
  return times;
}
