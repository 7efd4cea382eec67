import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/core';
import { lineEdits } from '../../../../src/core/text/lineEdits';

describe('lineEdits', () => {
  it('make one text of the other, and touch only lines that differ', () => {
    const line = fc.constantFrom('', 'a', 'ab', 'aab', 'b,c', '\r');
    const text = fc
      .tuple(fc.array(line, { maxLength: 8 }), fc.boolean())
      .map(([lines, open]) => lines.join('\n') + (open ? '' : '\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = lineEdits(before, after);
        expect(applyEdits(before, edits)).toBe(after);
        if (before === after) expect(edits).toEqual([]);
      }),
    );
    expect(lineEdits('a\nbcd\ne\n', 'a\nbxd\ne\n')).toEqual([{ start: 3, end: 4, text: 'x' }]);
  });
});
