import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { netPromoterScore, npsInterval } from '../../../../../src/core/metrics/statistics/nps';
import { reasonPareto } from '../../../../../src/core/metrics/statistics/reasons';

const count = fc.nat(1000);

describe('the net promoter score', () => {
  it('lies inside its interval, within −100 and 100', () => {
    fc.assert(
      fc.property(count, count, count, (promoters, passives, detractors) => {
        const answers = { promoters, passives, detractors };
        const score = netPromoterScore(answers);
        if (score.value === null) {
          expect(score.reason).toBe('zero-denominator');
          return;
        }
        const interval = npsInterval(answers);
        if (!('low' in interval)) {
          expect(interval.reason).toBe('no-variation');
          return;
        }
        expect(interval.low).toBeGreaterThanOrEqual(-100);
        expect(interval.low).toBeLessThanOrEqual(score.value);
        expect(interval.high).toBeGreaterThanOrEqual(score.value);
        expect(interval.high).toBeLessThanOrEqual(100);
        const turned = netPromoterScore({ promoters: detractors, passives, detractors: promoters });
        expect(turned.value).toBeCloseTo(-score.value, 12);
      }),
    );
  });

  it('needs an answer, of any kind', () => {
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 })).toMatchObject({
      reason: 'zero-denominator',
      message: 'There is no answer.',
    });
    expect(netPromoterScore({ promoters: 0, passives: 4, detractors: 0 })).toEqual({ value: 0 });
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 4 })).toEqual({ value: -100 });
  });

  it('claims no certainty from answers that are all alike', () => {
    expect(netPromoterScore({ promoters: 3, passives: 0, detractors: 0 })).toEqual({ value: 100 });
    expect(npsInterval({ promoters: 3, passives: 0, detractors: 0 })).toMatchObject({
      reason: 'no-variation',
    });
    expect(npsInterval({ promoters: 3, passives: 1, detractors: 0 }, 2)).toMatchObject({
      reason: 'out-of-range',
    });
  });

  it('needs all three counts', () => {
    expect(netPromoterScore({ promoters: 3, passives: null, detractors: 0 })).toMatchObject({
      reason: 'blank',
    });
    expect(netPromoterScore({ promoters: 3, passives: undefined, detractors: 0 })).toMatchObject({
      reason: 'needs-column',
    });
    expect(netPromoterScore({ promoters: 3, passives: -1, detractors: 0 })).toMatchObject({
      reason: 'out-of-range',
    });
  });
});

describe('churn reasons', () => {
  it('are sorted by count, then by name, with the rest unexplained', () => {
    const pareto = reasonPareto(
      [
        { name: 'unused', count: 2 },
        { name: 'price', count: 5 },
        { name: 'bugs', count: 2 },
        { name: 'other', count: null },
      ],
      10,
    );
    expect(pareto).toEqual({
      of: 10,
      unexplained: { value: 1 },
      reasons: [
        { name: 'price', count: 5, share: 0.5, cumulative: 0.5, vital: true },
        { name: 'bugs', count: 2, share: 0.2, cumulative: 0.7, vital: true },
        { name: 'unused', count: 2, share: 0.2, cumulative: 0.9, vital: true },
      ],
    });
  });

  it('mark those up to the line', () => {
    const vital = (...counts: readonly number[]): boolean[] => {
      const pareto = reasonPareto(
        counts.map((count, index) => ({ name: `reason ${index}`, count })),
        null,
      );
      return 'reasons' in pareto ? pareto.reasons.map((reason) => reason.vital) : [];
    };
    expect(vital(80, 20)).toEqual([true, false]);
    expect(vital(79, 21)).toEqual([true, true]);
    expect(vital(10, 0)).toEqual([true, false]);
  });

  it('that exceed the lost leave no rest and are shares of themselves', () => {
    const pareto = reasonPareto([{ name: 'price', count: 12 }], 10);
    expect(pareto).toMatchObject({ of: 12, unexplained: { reason: 'out-of-range' } });
  });

  it.each([
    [[], 10, 'blank'],
    [[{ name: 'price', count: null }], 10, 'blank'],
    [[{ name: 'price', count: 0 }], 0, 'zero-denominator'],
    [[{ name: 'price', count: -1 }], 10, 'out-of-range'],
  ])('of %j and %i lost do not exist: %s', (reasons, lost, reason) => {
    expect(reasonPareto(reasons, lost)).toMatchObject({ reason });
  });

  it('add up with the rest to the lost', () => {
    const reason = fc.record({ name: fc.string(), count: fc.option(count) });
    fc.assert(
      fc.property(fc.array(reason, { minLength: 1 }), count, (reasons, extra) => {
        const named = reasons.reduce((sum, one) => sum + (one.count ?? 0), 0);
        const pareto = reasonPareto(reasons, named + extra);
        if (!('reasons' in pareto)) return;
        expect(pareto.unexplained).toEqual({ value: extra });
        expect(pareto.reasons.reduce((sum, one) => sum + one.count, extra)).toBe(pareto.of);
        pareto.reasons.slice(1).forEach((one, index) => {
          expect(one.count).toBeLessThanOrEqual(pareto.reasons[index]!.count);
          expect(one.cumulative).toBeGreaterThanOrEqual(pareto.reasons[index]!.cumulative);
        });
        const firstOther = pareto.reasons.findIndex(({ vital }) => !vital);
        expect(pareto.reasons.slice(Math.max(0, firstOther)).some(({ vital }) => vital)).toBe(
          firstOther === -1,
        );
      }),
    );
  });
});
