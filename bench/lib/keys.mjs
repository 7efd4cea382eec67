import { timeToPaint } from './notebook.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

/**
 * What a repaint costs in this browser before anything is calculated: with a key that changes nothing, mostly waiting for
 * the next frame.
 * @param {Page} page
 * @param {Frame} frame has the focus
 * @param {number} count
 * @param {string} [key] none that anything listens to, unless given
 * @returns {Promise<number[]>} from the key to the end of the next frame, in milliseconds
 */
export async function idleKeys(page, frame, count, key = 'Shift') {
  /** @type {number[]} */
  const times = [];
  for (let press = 0; press < count; press++) {
    times.push(await timeToPaint(frame, 'keydown', () => page.keyboard.press(key)));
  }
  return times;
}

/**
 * Types a new number of lost customers into one row after the other, as a person does, and takes the time from each
 * Enter to the end of the frame that shows its results.
 *
 * @param {Page} page
 * @param {Frame} frame
 * @param {number} count
 * @param {number} before how many rows have been edited already
 * @param {number} [pause] between the last digit and Enter, in milliseconds; without one, the browser still paints the digits
 */
export async function commitKeys(page, frame, count, before, pause = 0) {
  await frame.locator('.rn-grid-input').focus();
  await page.keyboard.press('ControlOrMeta+Home');
  // Period, segment, start, new: then comes lost.
  for (let column = 0; column < 4; column++) await page.keyboard.press('ArrowRight');
  for (let row = 0; row < before; row++) await page.keyboard.press('ArrowDown');
  /** @type {number[]} */
  const times = [];
  for (let edit = 1; edit <= count; edit++) {
    // More than any row has, and another number each time: typing what is there already is no edit.
    await page.keyboard.type(String(100 + before + edit));
    if (pause > 0) await page.waitForTimeout(pause);
    times.push(await timeToPaint(frame, 'keydown', () => page.keyboard.press('Enter')));
  }
  return times;
}
