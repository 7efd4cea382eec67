/** The words of the segments. */
export const segmentsText = {
  title: 'Segments',
  chosen: 'Segments',
  choice: (chosen: number, all: number, counted: string, of: string) =>
    chosen === all ? `All ${of}` : `${counted} of ${of}`,
  listed: 'All in the list',
  search: 'Search segments',
  show: 'Show',
  views: {
    rates: 'Side by side',
    time: 'Over time',
    moved: 'What moved the total',
    pairs: 'Every pair',
  },
  after: 'Period',
  before: 'Compared with',
  order: 'Order',
  orders: {
    rate: 'Lowest retention first',
    size: 'Most customers first',
    file: 'As in the file',
  },
  more: (count: string) => `Show all ${count}`,
  fewer: (count: string) => `Show the first ${count} only`,
  shown: (count: string, of: string) => `${count} of ${of} segments are shown.`,
  everybody: 'All customers',
  together: (count: string) => `These ${count} together`,
  theseTogether: 'The segments together',
  running: (period: string) => `${period} (not ended)`,

  lead: {
    differ: (period: string, p: string) =>
      `In ${period} the segments differ by more than chance explains (${p})`,
    alike: (period: string, p: string) => `In ${period} there is no evidence that the segments differ (${p})`,
    unknown: (period: string, why: string) =>
      `Whether the segments differ in ${period} cannot be said. ${why}`,
    one: (name: string, rate: string, period: string) => `${name} kept ${rate} in ${period}.`,
    ends: (low: string, lowRate: string, high: string, highRate: string) =>
      `: ${low} keeps ${lowRate}, ${high} ${highRate}.`,
    noEnds: '.',
    moved: (points: string, before: string, rate: string, mix: string) =>
      `Since ${before} they moved together by ${points}: ${rate} because rates moved, ${mix} because customers did.`,
  },
  simpson: (up: boolean) =>
    up
      ? 'Every segment fell, yet together they rose, because more of the customers are in segments with a higher rate. Judge the segments, not their total (Simpson\u2019s paradox).'
      : 'Every segment rose, yet together they fell, because more of the customers are in segments with a lower rate. Judge the segments, not their total (Simpson\u2019s paradox).',
  isSum: 'No row is for all customers: the total is the sum of the segments.',

  points: (signed: string) => `${signed}\u202fpt`,
  p: (value: string) => `p = ${value}`,
  pBelow: (value: string) => `p < ${value}`,
  interval: (low: string, high: string) => `${low}\u2013${high}`,
  between: (low: string, high: string) => `${low} to ${high}\u202fpt`,

  sign: { above: '\u25b2', below: '\u25bc', 'no-evidence': '', unknown: '' },
  note: {
    above: 'above the others',
    below: 'below the others',
    'no-evidence': 'no evidence of a difference',
    unknown: '',
  },
  verdict: {
    above: (points: string, interval: string, p: string) =>
      `${points} against the others (${interval}), more than chance (${p})`,
    below: (points: string, interval: string, p: string) =>
      `${points} against the others (${interval}), more than chance (${p})`,
    'no-evidence': (points: string, interval: string, p: string) =>
      `${points} against the others (${interval}), no evidence of a difference (${p})`,
  },
  row: (name: string, rate: string, interval: string, verdict: string) =>
    `${name}: ${rate}${interval === '' ? '' : ` (${interval})`}${verdict === '' ? '' : `, ${verdict}`}`,
  unknown: (name: string, why: string) => `${name}: ${why}`,
  many: 'Judged together: the p-values allow for there being many segments (Holm).',

  rates: {
    label: (period: string, reference: string, rows: string) =>
      `Retention by segment in ${period}${reference === '' ? '' : `; all customers ${reference}`}. ${rows}.`,
    columns: [
      'Segment',
      'Retention',
      'Interval',
      'Goal',
      'Customers at start',
      'Share',
      'Against the others',
    ],
    legend: {
      interval: (level: string) => `${level} interval (Wilson)`,
      reference: (isSum: boolean) => (isSum ? 'All customers, as the sum of the segments' : 'All customers'),
      goal: 'Goal',
    },
    hint: 'Choose a segment in the picture and the whole notebook shows it; choose it again for all customers.',
  },
  time: {
    label: (first: string, last: string, rows: string) =>
      `Retention by segment from ${first} to ${last}. ${rows}.`,
    cell: (name: string, last: string) => `${name}: last ${last}`,
    nothing: (name: string) => `${name}: no rate in these periods`,
    legend: {
      rate: 'Segment',
      incomplete: 'Not ended yet',
    },
    period: 'Period',
  },
  moved: {
    label: (before: string, after: string, total: string, rows: string) =>
      `What moved retention from ${before} to ${after} by ${total}. ${rows}.`,
    row: (name: string, rate: string, mix: string) =>
      `${name}: ${rate} because its rate moved, ${mix} because its share of the customers moved`,
    value: (rate: string, mix: string) => `${rate} / ${mix}`,
    columns: [
      'Segment',
      'Because its rate moved',
      'Because its share moved',
      'Retention before',
      'Retention after',
      'Customers before',
      'Customers after',
    ],
    others: (count: string) => `${count} others`,
    legend: {
      rate: 'Because its rate moved',
      mix: 'Because its share of the customers moved',
    },
  },
  pairs: {
    columns: ['Pair', 'In words', 'Difference', 'Interval', 'p (Holm)'],
    caption: (period: string) => `Every pair of segments in ${period}`,
    pair: (first: string, second: string) => `${first} and ${second}`,
    words: {
      evidence: (high: string) => `${high} keeps more`,
      none: 'No evidence of a difference',
    },
  },
};
