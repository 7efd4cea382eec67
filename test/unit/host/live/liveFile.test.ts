import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { applyEdits } from '../../../../src/core';
import type { TextEdit } from '../../../../src/core';
import { LiveFile } from '../../../../src/host/live/liveFile';

const TODAY = 20_000;
const FILE = 'period,start,new,lost\n2024-Q1,100,15,10\n2024-Q2,500,50,100\n';

/** A file in an editor, with the work that waits for the editor's turn. */
function open(initial: string) {
  let text = initial;
  const waiting = new Map<() => void, number>();
  const read = vi.fn(() => text);
  const changed = vi.fn();
  const isLongerThan = (length: number): boolean => text.length > length;
  const live = new LiveFile({ isLongerThan, text: read }, TODAY, changed, (run, pause) => {
    waiting.set(run, pause);
    return () => waiting.delete(run);
  });
  const runNext = (): void => {
    const runs = [...waiting.keys()];
    waiting.clear();
    runs.forEach((run) => run());
  };
  return {
    live,
    read,
    changed,
    edit(edits: readonly TextEdit[], told: readonly TextEdit[] | null = edits): void {
      text = applyEdits(text, edits);
      live.edited(told);
    },
    /** The pauses of what waits. */
    pauses: () => [...waiting.values()],
    /** Gives the editor's turn back once. */
    runNext,
    runLater: () => {
      while (waiting.size > 0) runNext();
    },
  };
}

function lost(to: string): TextEdit[] {
  const start = FILE.lastIndexOf('100');
  return [{ start, end: start + 3, text: to }];
}

describe('LiveFile', () => {
  it('follows edits without reading the file again', () => {
    const { live, edit, read, changed } = open(FILE);
    edit(lost('75'));
    expect(live.current?.row(1).crr).toEqual({ value: 0.85 });
    expect(read).toHaveBeenCalledTimes(1);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('reads the file again when the edits are not known or do not fit', () => {
    const { live, edit, read } = open(FILE);
    edit(lost('75'), null);
    expect(live.current?.row(1).crr).toEqual({ value: 0.85 });
    edit([{ start: 0, end: 0, text: '\ufeff' }], [{ start: 1000, end: 1001, text: '' }]);
    expect(live.current?.document.text).toBe(`\ufeff${FILE.replace(/100\n$/, '75\n')}`);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('reads a large file after the editor had its turn, as it is then', () => {
    const large = FILE + '2024-Q3,500,50,100\n'.repeat(20_000);
    const { live, edit, runLater, read, changed } = open(large);
    expect([live.current, live.isReading]).toEqual([null, true]);
    edit(lost('75'));
    expect(read).not.toHaveBeenCalled();
    runLater();
    expect(live.current?.row(1).crr).toEqual({ value: 0.85 });
    expect(changed).toHaveBeenCalledTimes(1);
    edit(lost('50').map((each) => ({ ...each, end: each.end - 1 })));
    expect(live.current?.row(1).crr).toEqual({ value: 0.9 });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('leaves a large file to its editor while that opens, unless somebody waits for it', () => {
    const { live, pauses } = open(FILE + '2024-Q3,500,50,100\n'.repeat(20_000));
    expect(pauses()).toEqual([1000]);
    void live.ready();
    expect(pauses()).toEqual([0]);
    void live.ready();
    expect(pauses()).toEqual([0]);
  });

  it('reads a large file in parts, and anew when it is edited between them', () => {
    const { live, edit, runNext, runLater, read, changed } = open(
      FILE + '2024-Q3,500,50,100\n'.repeat(20_000),
    );
    runNext();
    expect(read).toHaveBeenCalledTimes(1);
    runNext();
    expect([live.current, live.isReading]).toEqual([null, true]);
    edit(lost('75'));
    expect(changed).not.toHaveBeenCalled();
    runLater();
    expect(read).toHaveBeenCalledTimes(2);
    expect(changed).toHaveBeenCalledTimes(1);
    expect(live.current?.isCompared).toBe(true);
    expect(live.current?.row(1).crr).toEqual({ value: 0.85 });
  });

  it('reads a large file anew when whoever types in its settings pauses', () => {
    const { live, edit, pauses, runLater, read } = open(FILE + '2024-Q3,500,50,100\n'.repeat(20_000));
    runLater();
    edit([{ start: 0, end: 0, text: '#---\n# goal: 8' }]);
    edit([{ start: 14, end: 14, text: '5%\n#---\n' }]);
    expect([live.current, live.isReading]).toEqual([null, true]);
    const pause = pauses();
    expect(pause).toHaveLength(1);
    expect(pause[0]).toBeGreaterThan(0);
    runLater();
    expect(live.current?.row(1).gapPoints).toEqual({ value: -5 });
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('lets others wait until it is read', async () => {
    const { live, runLater } = open(FILE + '2024-Q3,500,50,100\n'.repeat(20_000));
    const ready = live.ready();
    expect(ready).toBeInstanceOf(Promise);
    runLater();
    expect(await ready).toBe(live.current);
    expect(live.ready()).toBe(live.current);
  });

  it('keeps nobody waiting when it is closed', async () => {
    const { live } = open(FILE + '#\n'.repeat(200_000));
    const ready = live.ready();
    live.dispose();
    expect(await ready).toBeNull();
  });

  it('judges periods anew when another day has begun', () => {
    const { live, changed } = open('period,start,lost\n2024-10-05,100,10\n');
    expect(live.current?.row(0).incomplete).toBe(true);
    live.setToday(TODAY);
    expect(changed).toHaveBeenCalledTimes(1);
    live.setToday(TODAY + 1);
    expect(live.current?.row(0).incomplete).toBe(false);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('does not read a large file that is no longer shown', () => {
    const { live, runLater, read, changed } = open(FILE + '#\n'.repeat(200_000));
    live.dispose();
    runLater();
    expect(read).not.toHaveBeenCalled();
    expect(changed).not.toHaveBeenCalled();
  });

  it('leaves a file alone that is too large', async () => {
    const { live, read, runLater } = open('#'.repeat(32_000_001));
    const ready = live.ready();
    runLater();
    await expect(ready).resolves.toBeNull();
    expect([live.current, live.isReading, live.ready()]).toEqual([null, false, null]);
    expect(read).not.toHaveBeenCalled();
  });

  it('says after any edits what a file opened anew says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9 }), fc.stringMatching(/^[0-9,\n"#]{0,6}$/)), {
          maxLength: 8,
        }),
        (edits) => {
          const file = open(FILE);
          let text = FILE;
          for (const [place, length, inserted] of edits) {
            const start = place % (text.length + 1);
            const edit = { start, end: Math.min(text.length, start + length), text: inserted };
            text = applyEdits(text, [edit]);
            file.edit([edit]);
          }
          const fresh = open(text).live.current;
          expect(file.live.current?.document.text).toBe(text);
          expect(file.live.current?.summary(null)).toEqual(fresh?.summary(null));
        },
      ),
    );
  });
});
