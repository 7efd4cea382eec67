/** The words of the churn reasons. */
export const reasonsText = {
  title: 'Churn reasons',
  lead: (span: string, biggest: string, count: string, of: string, share: string) =>
    `${span}: most left for \u201c${biggest}\u201d, ${count} of ${of} (${share}).`,
  leadNone: (span: string, why: string) => (span === '' ? why : `${span}: ${why}`),
  few: (n: number, count: string, line: string) =>
    n === 1 ? `One reason makes up ${line} of it.` : `${count} reasons make up ${line} of it.`,
  unexplained: 'No reason given',
  label: (span: string, bars: string) => `Why customers left in ${span}: ${bars}.`,
  amount: (count: string, share: string) => `${count} (${share})`,
  bar: (name: string, amount: string) => `${name} ${amount}`,
  answered: (n: number, count: string) =>
    n === 0
      ? 'No measure of the playbook answers it.'
      : `${count} ${n === 1 ? 'measure answers' : 'measures answer'} it.`,
  columns: ['Reason', 'Customers', 'Share', 'Running total', 'Measures'],
  legend: {
    vital: 'The few that make up most of it',
    other: 'The others',
    open: 'No reason given',
    total: 'Running total',
    line: (share: string) => `${share} line`,
  },
};
