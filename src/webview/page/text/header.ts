import type { Granularity, Method } from '../../../core';

/** Words of the header: title, goal and the other settings of the file. */
export const header = {
  region: 'Settings of this file',
  title: 'Title',
  titleHint: (title: string, fileName: string) =>
    title === ''
      ? `Title, kept in the file; without one, the file\u2019s name (${fileName}) stands here.`
      : `${title} (title, kept in the file)`,
  goal: 'Goal',
  goalUnit: (granularity: Granularity) => per[granularity],
  goalPlaceholder: 'none',
  goalHint: 'Retention you want to keep per period, such as 85 %. Empty: no goal.',
  granularity: 'Granularity',
  granularityHint: 'Length of a period. Automatic: the length most rows have.',
  automatic: (found: Granularity | null) =>
    found === null ? 'Automatic' : `Automatic (${granularity[found].toLowerCase()})`,
  method: 'Method',
  segment: 'Segment',
  segmentHint: 'Which customers the summary is about. Only the view changes, never the file.',
  allCustomers: 'All customers',
  eachSegment: 'Segments',
  openAsText: 'Open as Text',
  invalidGoal: (typed: string) =>
    `\u201c${typed}\u201d is not a percentage. Write the goal as a percentage, such as 85 %.`,
  ambiguousGoal: 'Write 1 % or 100 %: a bare 1 can mean either.',
  notWritable: (typed: string) => `\u201c${typed}\u201d cannot be kept here. Nothing was changed.`,
};

export const granularity = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
  custom: 'Custom',
} satisfies Record<Granularity, string>;

export const per = {
  day: 'per day',
  week: 'per week',
  month: 'per month',
  quarter: 'per quarter',
  year: 'per year',
  custom: 'per period',
} satisfies Record<Granularity, string>;

export const method = {
  classic: 'Classic',
  'with-reactivated': 'With won back',
  lost: 'From lost',
} satisfies Record<Method, string>;

export const methodFormula = {
  classic: '(end \u2212 new \u2212 reactivated) / start',
  'with-reactivated': '(end \u2212 new) / start',
  lost: '(start \u2212 lost) / start',
} satisfies Record<Method, string>;
