import type { BenchmarkQuality } from '../../../../core';

/** The words of the benchmarks. */
export const benchmarksText = {
  title: 'Benchmarks',
  industry: 'Industry',
  setIndustry: 'Keep in the File',
  keptIndustry: (industry: string) => `Set the industry to ${industry}`,
  lead: (n: number, count: string, comparable: string, industry: string) =>
    `${industry}: ${count} published ${n === 1 ? 'figure' : 'figures'}, ${comparable} of them of a kind and length that this file can be compared with.`,
  label: (rows: string) => `Published figures and yours: ${rows}.`,
  row: (name: string, published: string, yours: string) => `${name}: ${published} published, ${yours} yours`,
  range: (low: string, high: string) => `${low}\u2013${high}`,
  over: (low: string) => `over ${low}`,
  year: (year: string) => `of ${year}`,
  unknownYear: 'of an unknown year',
  quality: {
    A: 'quality A: a survey, a panel or a company\u2019s own reports',
    B: 'quality B: measured, but retold or of an estimated year',
    C: 'quality C: copied from page to page',
    D: 'quality D: one company\u2019s word or a rule of thumb',
  } satisfies Record<BenchmarkQuality, string>,
  period: { month: 'per month', year: 'per year' },
  columns: ['Published figure', 'Published', 'Yours', 'Difference'],
  points: (points: string) => `${points}\u202fpt`,
  better: 'better',
  worse: 'worse',
  even: 'the same',
  notComparable: 'Not comparable',
  why: (reason: string) => `Not comparable: ${reason}`,
  more: (count: string) => `Show all ${count}`,
  fewer: 'Show fewer',
  legend: { published: 'Published', yours: 'Yours, with its interval where there is one' },
};
