/** Words of the text view, besides those of problems and metrics, which come from the core. */
export const text = {
  moreProblems: (count: string) =>
    `${count} more problems are not listed, none of them worse than those listed. Fix some of these first.`,

  fixAll: 'Fix all that can be fixed without changing a number',
  fixKind: (code: string, title: string) => `Fix all in the file: ${title} (${code})`,

  hint: {
    short: (count: string) => `${count} short`,
    soFar: (rate: string) => `${rate} so far`,
    none: '–',
  },

  hover: {
    dates: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
    incomplete: 'not ended yet',
    retention: 'Retention',
    churn: 'Churn',
    interval: (level: string, low: string, high: string) => `${level} interval: ${low} to ${high}`,
    endStartRatio: 'End/start ratio, which is no retention rate',
    goal: (goal: string) => `Goal ${goal}`,
    reached: 'reached',
    short: (n: number, count: string) => (n === 1 ? '1 customer short' : `${count} customers short`),
    notJudged: 'not judged before the period has ended',
    allowance: (count: string) => `it allows ${count} lost`,
    derived: (count: string) => `${capital(count)} follows from the others`,
    refused: (count: string) => `${capital(count)} does not follow from the others`,
    reason: (count: string, lost: string, share: string) => `${count} of ${lost} lost customers: ${share}`,
    readBy: (metrics: string) => `Read by: ${metrics}`,
    more: (count: number) => `${count} more`,
    label: (label: string) => `Shown as “${label}”.`,
    mustBe: (hint: string) => `It must be ${hint}.`,
    standard: (value: string) => `Without it: ${value}.`,
    yearly: (goal: string, year: string, per: string) => `${goal} ${per} is ${year} per year.`,
    ownKey: 'A setting of your own: kept, without effect.',
    unknownKey: 'The format has no such setting: it is kept, without effect.',
    per: {
      day: 'per day',
      week: 'per week',
      month: 'per month',
      quarter: 'per quarter',
      year: 'per year',
      custom: 'per period',
    },
    standards: {
      title: 'the name of the file',
      granularity: (found: string) => `the length most rows have (${found})`,
      locale: 'the language of the editor',
      segments: 'the order in which they appear',
      comma: 'comma',
    },
  },
};

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
