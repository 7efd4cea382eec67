import { open, pageFrame } from './opening.mjs';
import { startWorkplace } from './workplace.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/**
 * A large file, open in the packaged extension in a server build.
 * @typedef {object} LargeNotebook
 * @property {Page} page
 * @property {Frame} frame the notebook's own page
 * @property {() => Promise<{ page: Page, frame: Frame }>} openFloor another window, with the empty custom editor
 * @property {() => Promise<void>} close
 */

/**
 * Packages the extension and opens a made-up file in it.
 * @param {number} rows
 * @returns {Promise<LargeNotebook>}
 */
export async function openLargeNotebook(rows) {
  const { openWindow, close } = await startWorkplace(rows);
  try {
    const page = await openWindow();
    const openFloor = async () => {
      const other = await openWindow();
      await open(other, 'floor');
      return { page: other, frame: await pageFrame(other) };
    };
    return { page, frame: await openNotebook(page), openFloor, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Opens the large file as a person does, and waits until all of it is drawn.
 * @param {Page} page
 * @returns {Promise<Frame>} the notebook's own page
 */
export async function openNotebook(page) {
  await open(page, 'notebook');
  const frame = await pageFrame(page);
  await durations(frame, 'retention:complete', 1);
  return frame;
}

/**
 * The durations of a measure the page takes of itself, as soon as there are so many.
 * @param {Frame} frame
 * @param {string} name
 * @param {number} count
 * @returns {Promise<number[]>}
 */
export async function durations(frame, name, count) {
  await frame.waitForFunction(
    (/** @type {{ name: string, count: number }} */ wanted) =>
      performance.getEntriesByName(wanted.name).length >= wanted.count,
    { name, count },
    { timeout: 120_000 },
  );
  return frame.evaluate(
    (/** @type {string} */ measure) => performance.getEntriesByName(measure).map(({ duration }) => duration),
    name,
  );
}

/**
 * The times between frames while something happens in each of them.
 * @param {Frame} frame
 * @param {number} count
 * @param {number} pixels scrolled down per frame, 0 for nothing
 * @returns {Promise<number[]>}
 */
export function frameTimes(frame, count, pixels = 0) {
  return frame.evaluate(
    ([frames, step]) =>
      new Promise((/** @type {(times: number[]) => void} */ resolve) => {
        const scroller = document.querySelector('.rn-grid-scroller');
        /** @type {number[]} */
        const times = [];
        let last = performance.now();
        const next = () => {
          const now = performance.now();
          times.push(now - last);
          last = now;
          if (step > 0) scroller?.scrollBy(0, step);
          if (times.length < frames) requestAnimationFrame(next);
          else resolve(times);
        };
        requestAnimationFrame(next);
      }),
    /** @type {const} */ ([count, pixels]),
  );
}

/**
 * Milliseconds from an event in the page to the end of the first frame after it.
 * @param {Frame} frame
 * @param {string} type the event, for example `keydown`
 * @param {() => Promise<unknown>} act causes the event
 */
export async function timeToPaint(frame, type, act) {
  await frame.evaluate((/** @type {string} */ event) => {
    const measured = new Promise((/** @type {(time: number) => void} */ resolve) => {
      const onEvent = (/** @type {Event} */ { timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        });
      };
      addEventListener(event, onEvent, { capture: true, once: true });
    });
    Object.assign(window, { measured });
  }, type);
  await act();
  return frame.evaluate(
    () => /** @type {Window & { measured?: Promise<number> }} */ (window).measured ?? Number.NaN,
  );
}
