import { describe, expect, it, vi } from 'vitest';
import { diffDocuments, diffInParts } from '../../../../src/core';
import { inParts } from '../../../../src/host/live/inParts';

/** The editor's turns: what is to come later runs when a test says so. */
function turns() {
  const waiting: (() => void)[] = [];
  return {
    later: (run: () => void) => {
      waiting.push(run);
      return () => undefined;
    },
    give: () => waiting.shift()?.(),
    count: () => waiting.length,
  };
}

function* parts(count: number, each: () => void): Generator<void, string> {
  for (let part = 0; part < count; part++) {
    each();
    yield;
  }
  return 'done';
}

describe('inParts', () => {
  it('gives the editor a turn when it has taken a while, and not before', async () => {
    const clock = vi.spyOn(performance, 'now');
    let now = 0;
    clock.mockImplementation(() => now);
    const { later, give, count } = turns();
    let did = 0;
    const work = parts(100, () => {
      now += 10;
      did++;
    });
    const result = inParts(work, later, () => false);
    let given = 0;
    for (; count() > 0; given++) {
      expect(did).toBeLessThanOrEqual(5 * (given + 1));
      give();
    }
    clock.mockRestore();
    expect(given).toBeGreaterThan(20);
    expect([await result, did]).toEqual(['done', 100]);
  });

  it('stops where it is cancelled, and says what went wrong', async () => {
    const { later, give } = turns();
    let cancelled = false;
    const clock = vi.spyOn(performance, 'now');
    let now = 0;
    clock.mockImplementation(() => (now += 100));
    const each = vi.fn();
    const result = inParts(parts(100, each), later, () => cancelled);
    cancelled = true;
    give();
    clock.mockRestore();
    expect([await result, each.mock.calls.length]).toEqual([null, 1]);
    const failing = parts(1, () => {
      throw new Error('no');
    });
    await expect(inParts(failing, later, () => false)).rejects.toThrow('no');
  });

  it('compares two versions as at once', async () => {
    const [before, after] = ['period,lost\n2024,1\n', 'period,lost\n2024,2\n2025,3\n'];
    const diff = await inParts(diffInParts(before, after, { today: 0 }), turns().later, () => false);
    expect(diff?.rows).toEqual(diffDocuments(before, after, { today: 0 }).rows);
  });
});
