import { describe, expect, it, vi } from 'vitest';
import { Debounce } from '../../../../src/host/live/debounce';

/** A clock that goes on when it is told to. */
function clock() {
  let now = 0;
  const waiting = new Map<() => void, number>();
  return {
    later: (run: () => void, milliseconds: number) => {
      waiting.set(run, now + milliseconds);
      return () => void waiting.delete(run);
    },
    waitFor(milliseconds: number): void {
      const end = now + milliseconds;
      for (;;) {
        const next = [...waiting].sort((a, b) => a[1] - b[1])[0];
        if (next === undefined || next[1] > end) break;
        now = next[1];
        waiting.delete(next[0]);
        next[0]();
      }
      now = end;
    },
    pending: () => waiting.size,
  };
}

function debounced() {
  const { later, waitFor, pending } = clock();
  const run = vi.fn();
  return { run, waitFor, pending, debounce: new Debounce(run, { quiet: 100, limit: 250 }, later) };
}

describe('Debounce', () => {
  it('runs once when the calls pause', () => {
    const { run, waitFor, debounce, pending } = debounced();
    debounce.call();
    waitFor(99);
    debounce.call();
    waitFor(99);
    expect(run).not.toHaveBeenCalled();
    waitFor(1);
    expect(run).toHaveBeenCalledTimes(1);
    expect(pending()).toBe(0);
  });

  it('runs now and then when the calls do not pause', () => {
    const { run, waitFor, debounce } = debounced();
    for (let time = 0; time < 1000; time += 50) {
      debounce.call();
      waitFor(50);
    }
    expect(run).toHaveBeenCalledTimes(4);
  });

  it('forgets what waits', () => {
    const { run, waitFor, debounce, pending } = debounced();
    debounce.call();
    debounce.dispose();
    waitFor(1000);
    expect(run).not.toHaveBeenCalled();
    expect(pending()).toBe(0);
  });
});
