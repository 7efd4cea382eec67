import type { Strategy } from './types';

/** Vtiger's guide (Dutch). */
export function vtiger(): Strategy[] {
  return [
    {
      id: 'a-01',
      title: 'Calculate your retention rate first',
      tag: 'measure',
      guide: 'A',
      measure: 'CRR per period',
      checklist: ['S, N, E for the period', 'compute CRR before designing a strategy'],
    },
    {
      id: 'a-02',
      title: 'Find out why customers leave',
      tag: 'churn-reasons',
      guide: 'A',
      measure: "reason Pareto, share 'unknown'",
      checklist: [
        'cancellation survey by e-mail with an OPEN question',
        'candidate reasons: poor service, poor sales process, high cost, buggy product, bad UX',
      ],
    },
    {
      id: 'a-03',
      title: 'Change product or service from feedback',
      tag: 'feedback',
      guide: 'A',
      measure: 'CRR before/after, two-proportion test',
      checklist: [
        'ship the missing feature or give early access',
        'Threadless: $1.5M (2004) to $6.5M (2006)',
      ],
    },
    {
      id: 'a-04',
      title: 'Evaluate the loyalty programme',
      tag: 'loyalty',
      guide: 'A',
      measure: 'repeat rate, ARPC by segment',
      checklist: [
        'decide the aim first: more visits or more spend',
        'free offers, coupons, pre-releases',
        'Starbucks: reward visit frequency, not item',
      ],
    },
    {
      id: 'a-05',
      title: 'Build a strong relationship',
      tag: 'relationship',
      guide: 'A',
      measure: 'CRR by segment',
      checklist: [
        'one view of every customer detail',
        'personal re-engagement e-mails',
        'anticipate needs',
        'support sees history in seconds',
      ],
    },
  ];
}
