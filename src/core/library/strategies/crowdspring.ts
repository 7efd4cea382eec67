import type { Strategy } from './types';

/** crowdspring's guide (Polish). */
export function crowdspring(): Strategy[] {
  return [
    {
      id: 'd-01',
      title: 'Reward current customers',
      tag: 'loyalty',
      guide: 'D',
      measure: 'repeat rate',
      checklist: ['rewards match interests', 'simple rules', 'gamification: badges, levels'],
    },
    {
      id: 'd-02',
      title: 'Collect and act on feedback',
      tag: 'feedback',
      guide: 'D',
      measure: 'themes closed',
      checklist: [
        'survey after purchase or service contact',
        'look for themes',
        'tell customers what changed',
      ],
    },
    {
      id: 'd-03',
      title: 'Answer quickly',
      tag: 'support',
      guide: 'D',
      measure: 'response time vs target',
      checklist: ['phone, e-mail, chat, social', 'train empathy', 'response-time targets, monitored'],
    },
    {
      id: 'd-04',
      title: 'Personalise',
      tag: 'personalise',
      guide: 'D',
      measure: 'A/B CRR',
      checklist: ['first name, history, interests', 'matched recommendations', 'storytelling'],
    },
    {
      id: 'd-05',
      title: 'Easy returns and refunds',
      tag: 'friction',
      guide: 'D',
      measure: 'return reasons Pareto',
      checklist: ['policy easy to find', 'simple process, prepaid labels', 'track return reasons'],
    },
    {
      id: 'd-06',
      title: 'Solid onboarding',
      tag: 'onboarding',
      guide: 'D',
      measure: 'CRR of newest cohort',
      checklist: ['product tour', 'videos, guides', 'welcome message'],
    },
    {
      id: 'd-07',
      title: 'Value in every interaction',
      tag: 'contact',
      guide: 'D',
      measure: null,
      checklist: ['recommendations', 'social replies', 'content'],
    },
    {
      id: 'd-08',
      title: 'Have a mission',
      tag: 'mission',
      guide: 'D',
      measure: null,
      checklist: ['Toms: pair for a pair', 'Athletic Brewing: trail conservation'],
    },
    {
      id: 'd-09',
      title: 'Convenient buying',
      tag: 'friction',
      guide: 'D',
      measure: 'subscription share',
      checklist: ['subscriptions, discount or free shipping', 'many payment options', 'usable site'],
    },
  ];
}
