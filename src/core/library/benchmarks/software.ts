import { figures } from './types';
import type { Benchmark } from './types';

const DECODED =
  "Bar labels decoded from a garbled PDF text layer; bar-to-band order inferred (ascending); consistent with saasventurecapital.com summary ('GRR flatlines around 92-93 %').";

/** Contract value bands of SaaS Capital's survey with their median net and gross revenue retention. */
const BY_CONTRACT_VALUE = [
  ['<$12k', 100, 90],
  ['$12k-25k', 102, 90],
  ['$25k-50k', 103, 92],
  ['$50k-100k', 105, 93],
  ['$100k-250k', 107, 93],
  ['>$250k', 110, 93],
] as const;

/** Software sold by subscription: customers and revenue by the year. */
export function software(): Benchmark[] {
  const yearly = { period: 'year', quality: 'B' } as const;
  const customers = {
    ...yearly,
    metric: 'customer retention rate',
    measure: 'retention',
    basis: 'customers',
  } as const;
  const net = {
    ...yearly,
    metric: 'net revenue retention',
    measure: 'netRevenueRetention',
    basis: 'revenue',
  } as const;
  const grossMedian = {
    metric: 'gross revenue retention, median',
    measure: 'grossRevenueRetention',
  } as const;
  const dollars = {
    ...yearly,
    metric: 'gross dollar churn, median',
    measure: 'grossRevenueChurn',
    basis: 'revenue',
  } as const;
  const saas = { industry: 'saas' } as const;
  return [
    ...figures({ ...net, source: 'chartMogul2023', year: 2022 }, [
      { ...saas, group: 'SaaS, ARR < $300k, best-in-class', value: 95 },
      { ...saas, group: 'SaaS, ARR $15m-$30m, best-in-class', value: 110 },
      { ...saas, group: 'SaaS, ARPA < $25/month, best-in-class', value: 82 },
      { ...saas, group: 'SaaS, ARPA > $1000/month, best-in-class', value: 126 },
    ]),
    ...figures({ ...customers, source: 'chartMogul2023', year: 2022 }, [
      { ...saas, group: 'SaaS, ARPA < $25/month, best-in-class', value: 75 },
      { ...saas, group: 'SaaS, ARPA > $1000/month, best-in-class', value: 92 },
      { ...saas, group: 'SaaS, top quartile, lowest to highest ARR band', value: [82, 86] },
    ]),
    ...BY_CONTRACT_VALUE.flatMap(([band, netMedian, gross]) =>
      figures({ ...net, source: 'saasCapital2023', year: 2022, note: DECODED }, [
        {
          ...saas,
          group: `B2B SaaS, ACV ${band}`,
          metric: 'net revenue retention, median',
          value: netMedian,
        },
        { ...saas, group: `B2B SaaS, ACV ${band}`, ...grossMedian, value: gross },
      ]),
    ),
    ...figures({ ...net, source: 'saasCapital2022', year: 2021 }, [
      { ...saas, group: 'B2B SaaS, ACV > $50k, top quartile', value: [115, null], note: "'over 115 %'" },
    ]),
    ...figures({ ...dollars, source: 'kbcm2019', year: 2018, quality: 'A' }, [
      { ...saas, group: 'Private SaaS, ARR > $5M', value: 13 },
    ]),
    ...figures({ ...customers, source: 'pacificCrest2016', year: 2016 }, [
      {
        ...saas,
        group: 'Private SaaS',
        metric: 'customer (unit) churn, median',
        measure: 'churn',
        value: 10,
      },
    ]),
    ...figures({ ...dollars, source: 'pacificCrestSeries', year: 2016 }, [
      { ...saas, group: 'Private SaaS', value: 8 },
    ]),
  ];
}
