import type { StrategyTag } from './types';

/** What can be done about a kind of churn reason. */
export interface ReasonAnswer {
  /** Parts of a reason's name by which it is known: `too_expensive` has two of them. */
  readonly words: readonly string[];
  /** What to work on, the most direct first. */
  readonly tags: readonly StrategyTag[];
  /** Why that, as a sentence goes on after the reason's share. */
  readonly because: string;
}

/** Nobody knows more of these customers than that they are gone. */
const UNKNOWN: ReasonAnswer = {
  words: ['other', 'unknown', 'unspecified', 'misc', 'andere', 'inne', 'muu', 'andet'],
  tags: ['churn-reasons', 'feedback', 'research'],
  because: 'ask first what is behind it',
};

/**
 * The kinds of reasons, after Stripe's list of cancellation reasons and the words that files use for them, in English
 * and the main word in Dutch, Finnish, Polish and Danish. The first that knows a word counts, so that
 * `switched_service` is about the competitor and not about the service.
 */
const ANSWERS: readonly ReasonAnswer[] = [
  {
    words: [
      'price',
      'prices',
      'pricing',
      'expensive',
      'cost',
      'costs',
      'budget',
      'fee',
      'fees',
      'prijs',
      'hinta',
      'cena',
      'pris',
    ],
    tags: ['loyalty', 'research', 'mission'],
    because: 'who finds it too dear sees too little value in it, so show and reward that value',
  },
  {
    words: [
      'switched',
      'switch',
      'competitor',
      'competitors',
      'competition',
      'rival',
      'alternative',
      'concurrent',
      'kilpailija',
      'konkurencja',
      'konkurrent',
    ],
    tags: ['relationship', 'loyalty', 'research'],
    because: 'who goes to somebody else found more there: know why they buy, and be closer to them',
  },
  {
    words: [
      'feature',
      'features',
      'missing',
      'functionality',
      'integration',
      'integrations',
      'functie',
      'ominaisuus',
      'funkcja',
      'funktion',
    ],
    tags: ['feedback', 'education', 'research'],
    because: 'what is missing is either to be built, which feedback tells, or not known to be there',
  },
  {
    words: ['unused', 'used', 'usage', 'use', 'inactive', 'inactivity', 'adoption', 'ongebruikt'],
    tags: ['inactivity', 'onboarding', 'education'],
    because: 'who does not use it leaves: find them early, and show them the way in',
  },
  {
    words: [
      'complex',
      'complexity',
      'complicated',
      'difficult',
      'usability',
      'ux',
      'onboarding',
      'setup',
      'training',
      'complexiteit',
      'vaikea',
      'trudne',
      'komplekst',
    ],
    tags: ['onboarding', 'education', 'friction'],
    because: 'what is too hard gets easier with a better start, guidance and fewer steps',
  },
  {
    words: [
      'service',
      'support',
      'helpdesk',
      'response',
      'communication',
      'sales',
      'contact',
      'klantenservice',
      'tuki',
      'obsluga',
      'kundeservice',
    ],
    tags: ['support', 'contact', 'relationship'],
    because: 'poor service is answered by quicker help and regular contact',
  },
  {
    words: [
      'quality',
      'bug',
      'bugs',
      'buggy',
      'defect',
      'reliability',
      'outage',
      'outages',
      'performance',
      'kwaliteit',
      'laatu',
      'jakosc',
      'kvalitet',
    ],
    tags: ['feedback', 'health', 'support'],
    because: 'quality rises where complaints lead to changes and every customer is watched',
  },
  {
    words: [
      'payment',
      'payments',
      'card',
      'billing',
      'invoice',
      'involuntary',
      'disputed',
      'dunning',
      'betaling',
      'maksu',
      'platnosc',
    ],
    tags: ['friction', 'contact'],
    because: 'these customers did not choose to go: make paying easier and tell them in time',
  },
  {
    words: ['delivery', 'shipping', 'return', 'returns', 'refund', 'refunds', 'checkout', 'levering'],
    tags: ['friction', 'support'],
    because: 'fewer obstacles in buying and returning keep who stumbled over them',
  },
];

/**
 * What answers a churn reason, by the words of its name; for names that say nothing, finding out more.
 *
 * @param slug the name of its column without `reason_`.
 *
 * @example
 * answerTo('too_expensive').tags[0]; // 'loyalty'
 */
export function answerTo(slug: string): ReasonAnswer {
  const words = slug.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return ANSWERS.find((answer) => words.some((word) => answer.words.includes(word))) ?? UNKNOWN;
}

/** What answers losses that nobody knows a reason of. */
export function answerToUnknown(): ReasonAnswer {
  return UNKNOWN;
}

/** What to work on where one segment keeps fewer customers than the others. */
export const SEGMENT_TAGS: readonly StrategyTag[] = ['segmentation', 'relationship', 'personalise'];
