import { afterPaint } from './afterPaint';

/** Marks and measures are kept for a benchmark to read, but not for a whole working day. */
const KEEP = 1000;

/**
 * What a benchmark can read with `performance.getEntriesByName`:
 *
 * - `retention:start` → `retention:first-rows`, measured as `retention:open`
 * - `retention:start` → `retention:loaded`, measured as `retention:load`: the whole text is there and can be edited
 * - `retention:start` → `retention:all`, measured as `retention:complete`: summary and problems as well
 * - `retention:edit` → `retention:painted`, measured as `retention:repaint`, once per committed edit
 */
export class Timing {
  #drawn = false;
  #loaded = false;
  #opened = false;
  #edits = 0;

  /** The script runs. */
  started(): void {
    performance.mark('retention:start');
  }

  /** Rows were drawn: the first time, the open is over once they are painted. */
  rowsDrawn(): void {
    if (this.#drawn) return;
    this.#drawn = true;
    afterPaint(() => measureFromStart('retention:open', 'retention:first-rows'));
  }

  /** The whole text is there, and its first rows were drawn. */
  loaded(): void {
    if (this.#loaded) return;
    this.#loaded = true;
    afterPaint(() => measureFromStart('retention:load', 'retention:loaded'));
  }

  /** All else was drawn too. */
  completed(): void {
    if (this.#opened) return;
    this.#opened = true;
    afterPaint(() => measureFromStart('retention:complete', 'retention:all'));
  }

  /** An edit is committed; everything it changes is drawn before the page returns to the browser. */
  edited(): void {
    if (++this.#edits % KEEP === 0) {
      for (const name of ['retention:edit', 'retention:painted']) performance.clearMarks(name);
      performance.clearMeasures('retention:repaint');
    }
    const { startTime } = performance.mark('retention:edit');
    afterPaint(() => {
      const painted = performance.mark('retention:painted');
      performance.measure('retention:repaint', { start: startTime, end: painted.startTime });
    });
  }
}

function measureFromStart(measure: string, end: string): void {
  performance.mark(end);
  performance.measure(measure, 'retention:start', end);
}
