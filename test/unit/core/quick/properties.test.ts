import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUICK_WORDS } from '../../../../fuzz/grammar/quickWords';
import type { Percent } from '../../../../src/core/document/types';
import { percentOf } from '../../../../src/core/quick/numbers';
import { parseQuickInput } from '../../../../src/core/quick/parse';
import { echoQuick, printQuick } from '../../../../src/core/quick/print';
import type { QuickInterpretation, QuickSpan } from '../../../../src/core/quick/types';

const count = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const percent: fc.Arbitrary<Percent> = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.stringMatching(/^(?:\.\d{1,4})?$/))
  .map(([whole, fraction]) => percentOf(`${whole}${fraction}`, false))
  .filter((value): value is Percent => value !== null && value.share <= 10);
const span: fc.Arbitrary<QuickSpan> = fc.record({
  count: fc.integer({ min: 1, max: 9999 }),
  unit: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
});
const context = {
  goal: fc.option(percent, { nil: null }),
  span: fc.option(span, { nil: null }),
  period: fc.option(
    fc.constantFrom('2024', '2024-Q1', '2024-10', '2024-W05', '2024-01-15', '2024-01-01/2024-01-31'),
    {
      nil: null,
    },
  ),
};
const maybe = fc.option(count, { nil: null });

const interpretation: fc.Arbitrary<QuickInterpretation> = fc.oneof(
  fc.record({
    kind: fc.constant('counts' as const),
    counts: fc.record({ start: maybe, new: maybe, lost: maybe, end: maybe, reactivated: maybe }),
    ...context,
  }),
  fc
    .record({
      kind: fc.constant('share' as const),
      whole: count,
      part: count,
      meaning: fc.constantFrom('kept' as const, 'returning' as const, 'lost' as const, 'unnamed' as const),
      ...context,
    })
    .map((share) => ({
      ...share,
      part: Math.min(share.part, share.whole),
      whole: Math.max(share.part, share.whole),
    })),
  fc.record({
    kind: fc.constant('rate' as const),
    of: fc.constantFrom('retention' as const, 'churn' as const),
    rate: percent,
    ...context,
  }),
);

/** Text made of what quick input is made of, so that it reaches every branch. */
const likelyText = fc
  .array(
    fc.oneof(fc.nat({ max: 3000 }).map(String), fc.constantFrom(...QUICK_WORDS), fc.string({ maxLength: 3 })),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

describe('quick input', () => {
  it('is a total function whose places lie in the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(likelyText, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        (text) => {
          const reading = parseQuickInput(text);
          if (reading.status !== 'error') return;
          expect(reading.message).not.toBe('');
          expect(reading.range.start).toBeGreaterThanOrEqual(0);
          expect(reading.range.end).toBeGreaterThan(reading.range.start);
          expect(reading.range.end).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('prints every interpretation so that it is read back as the same', () => {
    fc.assert(
      fc.property(interpretation, (original) => {
        const empty = printQuick(original) === '';
        const reading = parseQuickInput(printQuick(original));
        if (empty) expect(reading.status).toBe('empty');
        else expect(reading).toMatchObject({ status: 'read', interpretation: original });
      }),
      { numRuns: 1000 },
    );
  });

  it('reads whatever it understands the same after printing it', () => {
    let tried = 0;
    let read = 0;
    fc.assert(
      fc.property(likelyText, (text) => {
        tried++;
        const first = parseQuickInput(text);
        if (first.status !== 'read') return;
        read++;
        const printed = printQuick(first.interpretation);
        if (printed === '') return;
        expect(parseQuickInput(printed)).toMatchObject({
          status: 'read',
          interpretation: first.interpretation,
        });
      }),
      { numRuns: 1500 },
    );
    expect(read).toBeGreaterThan(tried / 15);
  });

  it('never reads a number that was not written, apart from k and M', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 99999 }), { minLength: 1, maxLength: 5 }), (numbers) => {
        const reading = parseQuickInput(numbers.map((number) => `${number} `).join(','));
        if (reading.status !== 'read' || reading.interpretation.kind !== 'counts')
          throw new Error('not read');
        const { start, new: added, lost, end, reactivated } = reading.interpretation.counts;
        expect([start, added, lost, end, reactivated].slice(0, numbers.length)).toEqual(numbers);
      }),
    );
  });

  it('echoes every interpretation with each of its numbers', () => {
    const plain = { decimal: '.', group: '', space: ' ', minus: '-' };
    fc.assert(
      fc.property(interpretation, (original) => {
        const echo = echoQuick(original, undefined, plain);
        const numbers =
          original.kind === 'counts'
            ? Object.values(original.counts).filter((value) => value !== null)
            : original.kind === 'share'
              ? [original.part, original.whole]
              : [];
        for (const number of numbers) expect(echo).toContain(String(number));
      }),
    );
  });
});
