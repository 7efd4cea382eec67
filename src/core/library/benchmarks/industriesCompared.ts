import { figures } from './types';
import type { Benchmark } from './types';

const COPIED_LIST =
  'Copied list; primary survey, sample and period not stated and not located. Use only as rough context.';

/** Lists that set many industries side by side. */
export function industriesCompared(): Benchmark[] {
  const yearly = { measure: 'retention', basis: 'customers', period: 'year', periodAssumed: true } as const;
  const copied = { source: 'explodingTopics', year: 2023, quality: 'C' } as const;
  return [
    ...figures({ ...yearly, ...copied, metric: 'customer retention rate', note: COPIED_LIST }, [
      { industry: 'media', group: 'Media', value: 84 },
      { industry: 'professional-services', group: 'Professional services', value: 84 },
      { industry: 'automotive', group: 'Automotive & transportation', value: 83 },
      { industry: 'insurance', group: 'Insurance', value: 83 },
      { industry: 'it-services', group: 'IT services', value: 81 },
      { industry: 'construction', group: 'Construction & engineering', value: 80 },
      { industry: 'financial-services', group: 'Financial services', value: 78 },
      { industry: 'telecommunications', group: 'Telecommunications', value: 78 },
      { industry: 'healthcare', group: 'Healthcare', value: 77 },
      { industry: 'software', group: 'IT & software', value: 77 },
      { industry: 'banking', group: 'Banking', value: 75 },
      { industry: 'consumer-services', group: 'Consumer services', value: 67 },
      { industry: 'manufacturing', group: 'Manufacturing', value: 67 },
      { industry: 'retail', group: 'Retail', value: 63 },
      { industry: 'hospitality', group: 'Hospitality, travel, restaurants', value: 55 },
    ]),
    ...figures({ ...yearly, ...copied, metric: 'customer retention rate, simple mean of list' }, [
      {
        industry: 'all',
        group: 'All (15 industries of the list)',
        value: 75,
        note: 'Published as 75 %; answeriq prints 75.5 %. Arithmetic mean of the 15 rows is 75.47 %, unweighted.',
      },
    ]),
    ...figures(
      {
        ...yearly,
        metric: 'customer churn rate',
        measure: 'churn',
        source: 'explodingTopics2020',
        year: 2020,
        quality: 'C',
      },
      [
        { industry: 'financial-services', group: 'Financial/credit and cable (US)', value: 25 },
        {
          industry: 'retail',
          group: 'General retail (US)',
          value: 24,
          source: 'truckerTalk',
          note: 'Conflicts with the retail retention rate of 63 % (churn 37 %) in the copied list.',
        },
      ],
    ),
    ...figures(
      {
        metric: 'customer retention rate target (rule of thumb)',
        measure: 'retention',
        basis: 'customers',
        period: null,
        source: 'guideC',
        year: null,
        quality: 'D',
      },
      [
        {
          industry: 'all',
          group: 'Any',
          value: [85, null],
          note: 'No period, no source. 85 %/month is 14 %/year; 85 %/year is 98.65 %/month. Never apply without a period.',
          incomparable: 'It does not say of which period: 85 % a month and 85 % a year are far apart.',
        },
      ],
    ),
  ];
}
