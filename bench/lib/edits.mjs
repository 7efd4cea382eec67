import { durations } from './notebook.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/**
 * Types a new number of lost customers into one row after the other, from the first one, as a person does.
 * @param {Page} page
 * @param {Frame} frame
 * @param {number} count
 * @returns {Promise<number[]>} the times from each commit to its repaint, in milliseconds
 */
export async function editCells(page, frame, count) {
  const before = await repaintsOf(frame);
  await frame.locator('.rn-grid-input').focus();
  await page.keyboard.press('ControlOrMeta+Home');
  // Period, segment, start, new: then comes lost.
  for (let column = 0; column < 4; column++) await page.keyboard.press('ArrowRight');
  for (let edit = 1; edit <= count; edit++) {
    // More than any row has, and another number each time: typing what is there already is no edit.
    await page.keyboard.type(String(100 + before + edit));
    await page.keyboard.press('Enter');
    await durations(frame, 'retention:repaint', before + edit);
  }
  return (await durations(frame, 'retention:repaint', before + count)).slice(before);
}

/**
 * Watches how long the page works on each Enter, as the browser itself measures it.
 * @param {Frame} frame
 * @returns {Promise<() => Promise<number[]>>} tells the times so far, in milliseconds
 */
export async function watchEnter(frame) {
  await frame.evaluate(() => {
    /** @type {Set<number>} */
    const pressed = new Set();
    /** @type {number[]} */
    const handled = [];
    const onKey = (/** @type {KeyboardEvent} */ { key, timeStamp }) => {
      if (key === 'Enter') pressed.add(timeStamp);
    };
    addEventListener('keydown', onKey, { capture: true });
    new PerformanceObserver((list) => {
      for (const entry of /** @type {PerformanceEventTiming[]} */ (list.getEntries())) {
        if (entry.name === 'keydown' && pressed.has(entry.startTime))
          handled.push(entry.processingEnd - entry.processingStart);
      }
    }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
    Object.assign(window, { handled });
  });
  return () => frame.evaluate(() => /** @type {Window & { handled?: number[] }} */ (window).handled ?? []);
}

/**
 * How often the page has repainted after a commit.
 * @param {Frame} frame
 * @returns {Promise<number>}
 */
function repaintsOf(frame) {
  return frame.evaluate(() => performance.getEntriesByName('retention:repaint').length);
}
