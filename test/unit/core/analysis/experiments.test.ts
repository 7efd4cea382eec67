import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseExperiments, parseDocument } from '../../../../src/core';
import type { Experiments } from '../../../../src/core';

function experiments(...tasks: string[]): Experiments {
  return analyseExperiments(
    parseDocument(`period\n2024\n#\n${tasks.map((task) => `#> ${task}\n`).join('')}`),
  );
}

describe('analyseExperiments', () => {
  it('compares the variant with the control', () => {
    const [only] = experiments(
      '- [ ] No experiment {due=2024-11-30}',
      '- [x] Welcome calls {segment=SMB control=498/600 variant=540/600}',
    ).experiments;
    expect(only).toMatchObject({
      item: 1,
      text: 'Welcome calls',
      status: 'done',
      segment: 'SMB',
      points: 7,
      verdict: 'better',
      comparison: { test: 'pooled-z', evidence: true },
    });
    expect(only?.sentence).toBe(
      '90.0 % (540 of 600) stayed with it, 83.0 % (498 of 600) without: +7.0 pt, between +3.1 pt and +10.9 pt with 95 % confidence. That is more than chance explains (p < 0.001).',
    );
  });

  it.each([
    ['control=540/600 variant=498/600', 'worse', 'more than chance'],
    ['control=90/100 variant=91/100', 'no-evidence', 'no evidence of a difference (p = 0.8'],
    ['control=5/6 variant=6/6', 'no-evidence', 'no evidence of a difference (p = 1.000)'],
    ['control=6/6 variant=6/6', 'no-evidence', '0.0 pt'],
    ['control=0/5 variant=0/9', 'no-evidence', '0.0 pt'],
  ])('%s: %s', (attributes, verdict, words) => {
    const [only] = experiments(`- [ ] A {${attributes}}`).experiments;
    expect(only?.verdict).toBe(verdict);
    expect(only?.sentence).toContain(words);
  });

  it.each([
    ['control=498/600', /its variant group is missing/],
    ['variant=498/600', /its control group is missing/],
    ['control=700/600 variant=540/600', /its control group cannot be read/],
    ['control=498/600 variant=most', /its variant group cannot be read/],
  ])('says of %s what it lacks', (attributes, message) => {
    const { experiments: none, gaps } = experiments(`- [ ] Calls {${attributes}}`);
    expect(none).toEqual([]);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.message).toMatch(message);
    expect(gaps[0]?.message).toContain('“Calls”');
  });

  it('turns round with its groups', () => {
    const group = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500))
      .map(([exposed, retained]) => `${Math.min(retained, exposed)}/${exposed}`);
    fc.assert(
      fc.property(group, group, (one, other) => {
        const [there, back] = experiments(
          `- [ ] A {control=${one} variant=${other}}`,
          `- [ ] A {control=${other} variant=${one}}`,
        ).experiments;
        expect(back?.points).toBe(0 - there!.points);
        const opposite = { better: 'worse', worse: 'better', 'no-evidence': 'no-evidence' } as const;
        expect(back?.verdict).toBe(opposite[there!.verdict]);
      }),
    );
  });
});
