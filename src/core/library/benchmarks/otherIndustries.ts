import { figures } from './types';
import type { Benchmark } from './types';

const ORDERS =
  'It counts customers with two or more orders among all customers, not who stayed from one period to the next.';

/** Insurance, mobile telephony and shops. */
export function otherIndustries(): Benchmark[] {
  return [...insurance(), ...telephony(), ...shops()];
}

function insurance(): Benchmark[] {
  const yearly = {
    metric: 'customer retention rate',
    measure: 'retention',
    basis: 'customers',
    period: 'year',
    quality: 'A',
  } as const;
  const insured = { industry: 'insurance' } as const;
  return [
    ...figures({ ...yearly, source: 'jdPower2009', year: 2009 }, [
      { ...insured, group: 'US personal insurance, all customers', value: 90 },
      { ...insured, group: 'US personal insurance, home + auto bundle', value: 95 },
      { ...insured, group: 'US personal insurance, auto + renters bundle', value: 92 },
      { ...insured, group: 'US personal insurance, mono-line auto', value: 83 },
      { ...insured, group: 'US personal insurance, unbundled auto and home', value: 85 },
    ]),
    ...figures({ ...yearly, source: 'jdPower2008', year: 2008 }, [
      {
        ...insured,
        group: 'US auto insurance',
        metric: 'customer defection (churn) rate',
        measure: 'churn',
        value: 15,
      },
    ]),
    ...figures({ ...yearly, source: 'lexisNexis2018', year: 2018 }, [
      {
        ...insured,
        group: 'US auto insurance, households',
        metric: 'retention (kept carrier through at least one renewal)',
        value: 81,
        incomparable:
          'It counts households that kept their insurer through at least one renewal, which is not a rate of a period.',
      },
    ]),
    ...figures({ ...yearly, source: 'burand', year: 2025 }, [
      {
        ...insured,
        group: 'US independent insurance agencies',
        metric: 'client retention rate',
        value: [88, 92],
        quality: 'C',
      },
    ]),
  ];
}

function telephony(): Benchmark[] {
  const monthly = {
    metric: 'subscriber churn rate',
    measure: 'churn',
    basis: 'subscribers',
    period: 'month',
    quality: 'A',
  } as const;
  const mobile = { industry: 'telecommunications' } as const;
  return [
    ...figures({ ...monthly, source: 'statista2017', year: 2017 }, [
      { ...mobile, group: 'Wireless, Verizon (US)', value: 1.23 },
    ]),
    ...figures({ ...monthly, source: 'statista2016', year: 2016 }, [
      { ...mobile, group: 'Wireless, AT&T (US)', value: 1.71, source: 'statista2016Q4' },
      { ...mobile, group: 'Wireless, Sprint (US)', value: 2.8 },
    ]),
    ...figures({ ...monthly, source: 'spectrumMatters', year: 2017, quality: 'B' }, [
      {
        ...mobile,
        group: 'Wireless, AT&T postpaid (US)',
        value: 0.84,
        note: 'The blog calls it quarterly churn; carriers publish monthly averages.',
      },
    ]),
  ];
}

function shops(): Benchmark[] {
  const unspecified = { measure: 'other', basis: 'customers', period: null, quality: 'C' } as const;
  const shop = { industry: 'ecommerce' } as const;
  const again = {
    ...unspecified,
    metric: 'repeat purchase rate',
    source: 'opensend',
    year: 2025,
    incomparable: ORDERS,
  } as const;
  return [
    ...figures(again, [
      {
        ...shop,
        group: 'E-commerce',
        metric: 'repeat purchase rate, average',
        value: 28.2,
        note: 'Not CRR: customers with >=2 orders / all customers.',
      },
      { ...shop, group: 'E-commerce', value: [15, 30] },
    ]),
    ...figures({ ...again, metric: 'repeat customer rate', source: 'omniconvert', year: null }, [
      { ...shop, group: 'E-commerce', value: [21, 37] },
    ]),
    ...figures(
      {
        metric: 'annual repurchase rate (rule of thumb)',
        measure: 'returning',
        basis: 'customers',
        period: 'year',
        source: 'leanAnalytics',
        year: 2013,
        quality: 'B',
      },
      [
        {
          ...shop,
          group: 'E-commerce, acquisition mode',
          value: [0, 40],
          note: '0-40 acquisition, 40-60 hybrid, 60-100 loyalty mode.',
        },
        { ...shop, group: 'E-commerce, hybrid mode', value: [40, 60] },
        { ...shop, group: 'E-commerce, loyalty mode', value: [60, 100] },
      ],
    ),
    ...figures(
      {
        ...unspecified,
        metric: 'share of projects from returning customers',
        basis: 'orders',
        source: 'guideD',
        year: 2023,
        quality: 'D',
        incomparable: 'It is a share of orders, not of customers.',
      },
      [
        {
          industry: 'marketplace',
          group: 'crowdspring (one company)',
          value: [60, null],
          note: 'Share of orders, not of customers.',
        },
      ],
    ),
  ];
}
