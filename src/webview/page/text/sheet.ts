/** Words of the table itself, of the line below it and of a table without rows. */
export const columns = {
  derivedFrom: 'Derived from start + new + reactivated \u2212 lost = end',
  incomplete: 'Period not over yet; left out of means and goals',
};

export const computed = { crr: 'CRR', churn: 'churn', gapPoints: 'gap', customersShort: 'short' };

export const announce = {
  crr: (rate: string) => `CRR ${rate}`,
  gap: (points: string) => `gap ${points} points`,
  short: (n: number, count: string) => (n === 1 ? '1 customer short' : `${count} customers short`),
  goalReached: 'goal reached',
  noRate: (reason: string) => `No CRR: ${reason}`,
  problems: (n: number, count: string) =>
    n === 1 ? '1 problem in this row' : `${count} problems in this row`,
};

export const statistics = {
  region: 'Statistics of the selection',
  cells: (n: number, count: string) => (n === 1 ? '1 cell' : `${count} cells`),
  numbers: (n: number, count: string) => (n === 1 ? '1 number' : `${count} numbers`),
  sum: (value: string) => `sum ${value}`,
  mean: (value: string) => `mean ${value}`,
  min: (value: string) => `min ${value}`,
  max: (value: string) => `max ${value}`,
  counting: 'counting\u2026',
  rows: (n: number, count: string) => (n === 1 ? '1 row' : `${count} rows`),
  rowsOf: (n: number, shown: string, total: string) =>
    n === 1 ? `${shown} of 1 row` : `${shown} of ${total} rows`,
  mixed: 'Only the counts and amounts; percentages and results are left out.',
};

export const empty = {
  heading: 'No periods yet',
  body: 'A row is one period: customers at the start, new, lost, at the end. Retention, churn and the gap to your goal appear as you type.',
  firstPeriod: 'First period',
  firstPeriodHint: 'A year 2024, quarter 2024-Q1, month 2024-01, week 2024-W05 or day 2024-01-15',
  invalidPeriod: (typed: string) =>
    `\u201c${typed}\u201d is not a period. Write 2024, 2024-Q1, 2024-01, 2024-W05 or 2024-01-15.`,
  add: 'Add first period',
};
