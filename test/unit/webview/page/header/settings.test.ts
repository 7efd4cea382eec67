import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePercent } from '../../../../../src/core';
import { goalText, typedGoal } from '../../../../../src/webview/page/header/settings';

describe('a goal typed into the header', () => {
  it.each([
    ['85', '.', '85%'],
    ['85%', '.', '85%'],
    [' 82.5 % ', '.', '82.5%'],
    ['0.85', '.', '0.85'],
    ['82,5', ',', '82,5%'],
    ['100%', '.', '100%'],
    ['1%', '.', '1%'],
  ] as const)('%j becomes %j', (typed, decimal, written) => {
    expect(typedGoal(typed, decimal)).toEqual({ value: written, refusal: null });
  });

  it('is removed when nothing is typed', () => {
    expect(typedGoal('  ', '.')).toEqual({ value: null, refusal: null });
  });

  it.each(['1', 'lots', '-5', '85 percent', '1e2', '85%%', '2000'])(
    '%j is refused with a reason',
    (typed) => {
      const { value, refusal } = typedGoal(typed, '.');
      expect(value).toBeNull();
      expect(refusal).toMatch(/\w/);
    },
  );

  it('never writes what the file would not read back', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }),
        fc.constantFrom('.' as const, ',' as const),
        (typed, decimal) => {
          const { value } = typedGoal(typed, decimal);
          if (value !== null) expect(parsePercent(value, decimal)).not.toBeNull();
        },
      ),
    );
  });

  it('is shown as it may be typed back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.constantFrom('.' as const, ',' as const),
        (n, decimal) => {
          const shown = goalText(n / 10_000, decimal);
          const { value } = typedGoal(shown, decimal);
          expect(parsePercent(value ?? '', decimal)?.share).toBe(n / 10_000);
        },
      ),
    );
  });
});
