/** @typedef {import('playwright-core').Page} Page */

/**
 * Waits until the window has had ten idle moments in a row, but not forever: on a busy machine there are none.
 * @param {Page} page
 */
export async function settled(page) {
  await page.evaluate(
    () =>
      new Promise((/** @type {(value: void) => void} */ resolve) => {
        const limit = performance.now() + 5000;
        let calm = 0;
        const onIdle = (/** @type {IdleDeadline} */ deadline) => {
          calm = deadline.timeRemaining() > 40 ? calm + 1 : 0;
          if (calm < 10 && performance.now() < limit) requestIdleCallback(onIdle, { timeout: 1000 });
          else resolve();
        };
        requestIdleCallback(onIdle, { timeout: 1000 });
      }),
  );
}
