/** The words of the trend. */
export const trendText = {
  title: 'Trend',
  lead: (mean: string, periods: string) => `${mean} on average over ${periods} (weighted by customers).`,
  label: (first: string, last: string, mean: string) =>
    `Customer retention rate from ${first} to ${last}, with its interval and the goal; on average ${mean}.`,
  nothing: 'There is nothing to draw yet.',
  periods: (n: number, count: string) => (n === 1 ? 'one complete period' : `${count} complete periods`),
  legend: {
    rate: 'Retention rate',
    interval: (level: string) => `${level} interval (Wilson)`,
    goal: 'Goal',
    rolling3: 'Mean of the last 3 periods',
    rolling12: 'Mean of the last 12 periods',
    incomplete: 'Not ended yet',
  },
  average: 'Rolling mean',
  averages: { rolling3: 'Last 3 periods', rolling12: 'Last 12 periods' },
  columns: ['Period', 'Retention', 'Interval', 'Goal', 'Rolling mean', 'Customers at start'],
  running: (period: string) => `${period} (not ended)`,
  point: (period: string, rate: string, interval: string) =>
    interval === '' ? `${period}: ${rate}` : `${period}: ${rate} (${interval})`,
  mark: (began: string) => `${began} began`,
};
