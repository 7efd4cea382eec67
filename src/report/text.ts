/** The words of the report. */
export const text = {
  title: 'Customer retention',
  allCustomers: 'All customers',
  lastComplete: (period: string) => `${period}, the last complete period`,
  noPeriod: 'no complete period yet',
  separator: ' · ',
  nothing: '–',

  stayed: (period: string, rate: string, bounds: string) =>
    `In ${period}, ${rate} of the customers stayed${bounds}.`,
  bounds: (low: string, high: string) => ` (between ${low} and ${high} with 95 % confidence)`,
  noRate: (period: string, why: string) => `${period} has no retention rate. ${why}`,
  missed: (points: string, goal: string, customers: string) =>
    `That is ${points} below the goal of ${goal}: ${customers} short.`,
  reached: (goal: string, spare: string) => `The goal of ${goal} is reached${spare}.`,
  spare: (customers: string) => `, with ${customers} to spare`,
  missedBeyondChance: (p: string) => `A miss of this size is more than chance explains (${p}).`,
  missedPerhaps: (p: string) =>
    `A miss of this size may be chance: there is no evidence that the goal is out of reach of what customers do (${p}).`,
  customers: (count: string, one: boolean) => `${count} ${one ? 'customer' : 'customers'}`,

  figures: {
    retention: 'Retention',
    interval: (interval: string) => `${interval} (95 %)`,
    churn: 'Churn',
    lost: (count: string) => `${count} lost`,
    gap: 'Goal gap',
    goal: (goal: string) => `goal ${goal}`,
    short: 'Customers short',
    year: (label: string | null) => (label === null ? 'Year so far' : `${label} so far`),
    required: (rate: string, left: number) =>
      left === 1 ? `needs ${rate} in the period left` : `needs ${rate} in each of the ${left} left`,
    yearDone: (done: number, of: number) => `${done} of ${of} periods`,
  },

  changed: 'What changed',
  mix: (total: string, rates: string, mix: string) =>
    `Of the ${total}, ${rates} come from the rates of the segments and ${mix} from how customers are spread over them.`,
  contributor: (segment: string, points: string) => `${segment} contributes most: ${points}.`,
  simpson: 'Every segment moved one way and the total the other: look at the segments, not at the total.',

  reasons: 'Why customers left',
  reason: (label: string, count: string, share: string) => `${label}: ${count} (${share})`,
  unexplained: (count: string, share: string) => `No reason known: ${count} (${share})`,
  otherReasons: (count: number) => (count === 1 ? 'One smaller reason' : `${count} smaller reasons`),

  segments: 'Segments',
  weakest: (segment: string, rate: string) => `${segment} keeps the fewest: ${rate}.`,
  differ: (p: string) => `The segments differ by more than chance explains (${p}).`,
  alike: (p: string) => `There is no evidence that the segments differ (${p}).`,
  segmentsLeftOut: (shown: number, all: string) => `The ${shown} largest of ${all} segments.`,
  segmentColumns: ['Segment', 'Customers', 'Retention', '95 % interval', 'Change', 'Against the others'],
  better: 'better',
  worse: 'worse',
  noEvidence: 'no evidence',

  revenue: 'Revenue',
  grr: 'Gross revenue retention',
  nrr: 'Net revenue retention',
  endRevenue: 'Recurring revenue at the end',
  gain: (points: number, gain: string, baseline: string, unit: string, discount: string) =>
    `${points} points more retention would make a customer worth ${gain} more, at a baseline of ${baseline} per ${unit}, ${discount}. That is the value of a customer over time, not profit of next year.`,
  period: 'period',
  undiscounted: 'undiscounted',
  discounted: (rate: string) => `discounted by ${rate} a year`,

  plan: 'The plan',
  noPlan: 'The playbook is empty: no measure is planned or under way.',
  status: { active: 'active', planned: 'planned', done: 'done', unknown: 'status unknown' },
  dropped: (count: number) => (count === 1 ? 'One measure was dropped.' : `${count} measures were dropped.`),
  since: (period: string) => `since ${period}`,
  due: (day: string) => `due ${day}`,
  overdue: (day: string) => `was due ${day}`,
  forSegment: (segment: string) => `for ${segment}`,
  against: (reason: string) => `against “${reason}”`,

  numbers: 'The numbers',
  numberColumns: [
    'Period',
    'Start',
    'New',
    'Won back',
    'Lost',
    'End',
    'Retention',
    '95 % interval',
    'Goal',
    'Short',
  ],
  running: (period: string) => `${period} (not over yet)`,

  care: 'Read with care',
  problems: (problems: string) => `The file has ${problems}; the notebook and “retention check” list them.`,
  and: ' and ',
  count: (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`,
  footer: (file: string, day: string, method: string) =>
    `Calculated from ${file} as of ${day}; method ${method}; intervals by Wilson, 95 %.`,
  trendLabel: (first: string, last: string) =>
    `Customer retention rate from ${first} to ${last}, with its interval and the goal.`,
  trendCaption: {
    rate: 'The line is the retention rate, the band its 95 % interval',
    goal: 'dashed the goal',
    average: 'dotted the mean of 3 periods',
    incomplete: 'hollow what is not over yet',
  },
  reasonsCaption: 'The line adds the reasons up; dashed is 80 %.',
  reasonsLabel: 'Churn reasons, the biggest first',
  noReason: 'No reason known',
};
