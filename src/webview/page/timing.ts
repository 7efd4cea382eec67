/** Marks and measures are kept for a benchmark to read, but not for a whole working day. */
const KEEP = 1000;

/**
 * What a benchmark can read with `performance.getEntriesByName`:
 *
 * - `retention:start` → `retention:first-rows`, measured as `retention:open`
 * - `retention:edit` → `retention:painted`, measured as `retention:repaint`, once per committed edit
 */
export class Timing {
  #opened = false;
  #edits = 0;

  /** The script runs. */
  started(): void {
    performance.mark('retention:start');
  }

  /** Rows were drawn: the first time, the open is over once the frame after theirs begins. */
  rowsDrawn(): void {
    if (this.#opened) return;
    this.#opened = true;
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        performance.mark('retention:first-rows');
        performance.measure('retention:open', 'retention:start', 'retention:first-rows');
      });
    });
  }

  /** An edit is committed; everything it changes is drawn before the page returns to the browser. */
  edited(): void {
    if (++this.#edits % KEEP === 0) {
      for (const name of ['retention:edit', 'retention:painted']) performance.clearMarks(name);
      performance.clearMeasures('retention:repaint');
    }
    const { startTime } = performance.mark('retention:edit');
    // A task posted from a frame's callback runs right after that frame was painted.
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        const painted = performance.mark('retention:painted');
        performance.measure('retention:repaint', { start: startTime, end: painted.startTime });
        channel.port1.close();
      };
      channel.port2.postMessage(null);
    });
  }
}
