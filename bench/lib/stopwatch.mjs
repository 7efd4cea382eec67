/**
 * Runs at the start of every frame of a window, the page of an editor and the frame around it included, and notes in
 * each what happens there. Times are milliseconds since 1970, so that those of different frames can be compared.
 *
 * @typedef {object} Stopwatch
 * @property {number | null} pressed a mouse button went down, the first time since this was null
 * @property {boolean} wantsLines whether to look for a text editor after the next press
 * @property {number | null} lines the lines of that text editor were painted
 * @property {number | null} shown VS Code made the page of a custom editor visible, and it was painted
 */

export function stopwatch() {
  /** @type {Stopwatch} */
  const watch = { pressed: null, wantsLines: false, lines: null, shown: null };
  Object.assign(window, { stopwatch: watch });
  const now = () => performance.timeOrigin + performance.now();
  /**
   * Looks in each frame until something is there, and notes when it was painted.
   * @param {'lines' | 'shown'} name
   * @param {() => boolean} isThere
   */
  const note = (name, isThere) => {
    const look = () => {
      if (!isThere()) {
        requestAnimationFrame(look);
        return;
      }
      const channel = new MessageChannel();
      channel.port1.onmessage = () => (watch[name] ??= now());
      channel.port2.postMessage(null);
    };
    requestAnimationFrame(look);
  };
  if (window === window.top) {
    const onPress = (/** @type {PointerEvent} */ { timeStamp }) => {
      if (watch.pressed !== null) return;
      watch.pressed = performance.timeOrigin + timeStamp;
      if (watch.wantsLines)
        note('lines', () => document.querySelector('.editor-instance .view-line span span') !== null);
    };
    addEventListener('pointerdown', onPress, { capture: true });
  } else if (window.parent === window.top) {
    note('shown', () => {
      /** @type {HTMLElement | null} */
      const active = document.querySelector('iframe#active-frame');
      return active !== null && active.style.visibility !== 'hidden';
    });
  }
}
