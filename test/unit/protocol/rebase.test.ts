import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core';
import type { TextEdit } from '../../../src/core';
import { rebase, rebaseOverMany } from '../../../src/protocol';

/** A text and any number of ascending, not overlapping edits of it. */
function editsOf(text: string): fc.Arbitrary<readonly TextEdit[]> {
  return fc
    .array(fc.record({ at: fc.nat(text.length), length: fc.nat(3), text: fc.string({ maxLength: 4 }) }), {
      maxLength: 5,
    })
    .map((raw) => {
      const edits: TextEdit[] = [];
      let position = 0;
      for (const { at, length, text: inserted } of raw.sort((a, b) => a.at - b.at)) {
        const start = Math.max(at, position);
        const end = Math.min(start + length, text.length);
        edits.push({ start, end, text: inserted });
        position = end;
      }
      return edits;
    });
}

const concurrent = fc
  .string({ minLength: 0, maxLength: 40 })
  .chain((text) => fc.record({ text: fc.constant(text), ours: editsOf(text), theirs: editsOf(text) }));

function meet(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return a.some((x) => b.some((y) => x.start <= y.end && y.start <= x.end));
}

describe('rebase', () => {
  it('gives the same text in either order', () => {
    fc.assert(
      fc.property(concurrent, ({ text, ours, theirs }) => {
        const rebased = rebase(ours, theirs);
        fc.pre(rebased !== null);
        expect(applyEdits(applyEdits(text, theirs), rebased.ours)).toBe(
          applyEdits(applyEdits(text, ours), rebased.theirs),
        );
      }),
    );
  });

  it('refuses exactly those that overlap or touch', () => {
    fc.assert(
      fc.property(concurrent, ({ ours, theirs }) => {
        expect(rebase(ours, theirs) === null).toBe(meet(ours, theirs));
      }),
    );
  });

  it('decides the same for both sides', () => {
    fc.assert(
      fc.property(concurrent, ({ ours, theirs }) => {
        const here = rebase(ours, theirs);
        const there = rebase(theirs, ours);
        expect(there).toEqual(here === null ? null : { ours: here.theirs, theirs: here.ours });
      }),
    );
  });

  it('refuses two insertions into the same empty cell', () => {
    const five = [{ start: 3, end: 3, text: '5' }];
    const seven = [{ start: 3, end: 3, text: '7' }];
    expect(rebase(five, seven)).toBeNull();
  });

  it('keeps edits of neighbouring cells apart', () => {
    // a,bb,c: both cells beside the comma at 1 change.
    expect(rebase([{ start: 2, end: 4, text: 'B' }], [{ start: 0, end: 1, text: 'AAA' }])).toEqual({
      ours: [{ start: 4, end: 6, text: 'B' }],
      theirs: [{ start: 0, end: 1, text: 'AAA' }],
    });
  });
});

describe('rebaseOverMany', () => {
  it('maps a change through successive ones, and those through it', () => {
    const text = 'period,start\n1,10\n2,20\n';
    const ours = [{ start: 20, end: 22, text: '999' }];
    const theirs = [[{ start: 15, end: 17, text: '1' }], [{ start: 0, end: 0, text: '#\n' }]];
    const rebased = rebaseOverMany(ours, theirs);
    const theirText = theirs.reduce(applyEdits, text);
    expect(applyEdits(theirText, rebased!.ours)).toBe('#\nperiod,start\n1,1\n2,999\n');
    expect(rebased!.theirs.reduce(applyEdits, applyEdits(text, ours))).toBe('#\nperiod,start\n1,1\n2,999\n');
  });

  it('refuses when one of them meets it', () => {
    const ours = [{ start: 5, end: 6, text: 'x' }];
    expect(
      rebaseOverMany(ours, [[{ start: 0, end: 1, text: '' }], [{ start: 5, end: 7, text: '' }]]),
    ).toBeNull();
  });
});
