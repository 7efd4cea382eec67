import { figures } from './types';
import type { Benchmark } from './types';

const YEAR_ESTIMATED = 'Year estimated from page wording.';
const ONLY_A_PART = 'It is only a part of churn, and a file counts all of it.';
const ONLY_SOME = 'It is about customers of a certain age only, and a file counts all of them.';

/** Churn of subscribers by the month: billing services and panels. */
export function subscriptions(): Benchmark[] {
  return [...billed(), ...streamed()];
}

function billed(): Benchmark[] {
  const monthly = { measure: 'churn', basis: 'subscribers', period: 'month', quality: 'B' } as const;
  const churn = { ...monthly, metric: 'subscriber churn rate' } as const;
  const estimated = { ...churn, note: YEAR_ESTIMATED } as const;
  const median = { ...monthly, metric: 'subscriber churn rate, median' } as const;
  const all = { industry: 'subscriptions', group: 'Subscription, all' } as const;
  const b2b = { industry: 'subscriptions-b2b', group: 'Subscription, B2B' } as const;
  const b2c = { industry: 'subscriptions-b2c', group: 'Subscription, B2C' } as const;
  const part = { industry: 'subscriptions', incomparable: ONLY_A_PART } as const;
  const voluntary = { ...part, group: 'Subscription, voluntary (all)' } as const;
  const involuntary = { ...part, group: 'Subscription, involuntary (all)' } as const;
  return [
    ...figures({ ...churn, source: 'recurly2018', year: 2018 }, [
      {
        industry: 'subscriptions',
        group: 'Subscription, all (Recurly customers)',
        metric: 'subscriber churn rate, median',
        value: 7.02,
        note: 'Card-billed subscriptions; invoiced B2B mostly excluded.',
      },
      { industry: 'streaming', group: 'OTT / streaming video', value: 10.65 },
      { industry: 'subscription-box', group: 'Box of the month', value: 12.71 },
    ]),
    ...figures({ ...estimated, source: 'recurly1200Sites', year: 2018 }, [
      { ...b2b, value: 6.22 },
      { ...b2c, value: 8.11 },
      { ...voluntary, value: 4.78 },
      { ...involuntary, value: 1.73 },
    ]),
    ...figures({ ...estimated, source: 'recurly1500Sites', year: 2019 }, [
      { ...b2b, value: 5 },
      { ...b2c, value: 7.05 },
      { ...voluntary, value: 4.21 },
      { ...involuntary, value: 1.39 },
    ]),
    ...figures({ ...estimated, source: 'recurly19Months', year: 2021 }, [
      { ...all, value: 5.6 },
      { ...b2b, value: 4.91 },
      { ...b2c, value: 6.77 },
      { ...voluntary, value: 3.95 },
      { ...involuntary, value: 1.38 },
    ]),
    ...figures({ ...estimated, source: 'recurlyLater', year: 2024 }, [
      { ...all, value: 3.27 },
      { ...voluntary, value: 2.41 },
      { ...involuntary, value: 0.86 },
    ]),
    ...figures({ ...median, source: 'recurly2019', year: 2019 }, [
      { ...all, value: 5.48 },
      { ...b2b, value: 5.15 },
      { ...b2c, value: 6.81 },
      { ...part, group: 'Subscription, involuntary', metric: 'involuntary churn rate', value: 1.89 },
    ]),
  ];
}

/** A subscription that is cancelled counts, not its customer, who may keep another one. */
function streamed(): Benchmark[] {
  const gross = {
    metric: 'gross churn rate',
    measure: 'churn',
    basis: 'subscriptions',
    period: 'month',
    quality: 'A',
  } as const;
  const weighted = { metric: 'gross churn rate, weighted average' } as const;
  const net = { metric: 'net churn rate, weighted average', measure: 'netChurn' } as const;
  const premium = { industry: 'streaming', group: 'Premium SVOD (US)' } as const;
  const netflix = { industry: 'streaming', group: 'Netflix (US)' } as const;
  return [
    ...figures({ ...gross, source: 'antennaTenure', year: 2023 }, [
      {
        ...premium,
        ...weighted,
        value: 5.5,
        note: 'December 2023; cancels / subscriptions of previous month.',
      },
      { ...netflix, value: 2 },
    ]),
    ...figures({ ...gross, source: 'antennaRethinking', year: 2024 }, [
      { ...premium, ...weighted, value: 5.2 },
      {
        ...premium,
        ...net,
        metric: 'net churn rate (cancels - resubscribes), weighted average',
        value: 3.5,
      },
    ]),
    ...figures({ ...gross, source: 'antennaNetChurn', year: 2024 }, [
      { ...premium, ...weighted, value: 5.3 },
      { ...premium, ...net, value: 3.1 },
      { ...netflix, value: 1.8, note: 'net 1.0' },
      { industry: 'streaming', group: 'Peacock (US)', value: 7.4, note: 'net 4.0' },
    ]),
    ...figures({ ...gross, ...weighted, source: 'antennaTenure', year: 2023, incomparable: ONLY_SOME }, [
      {
        industry: 'streaming',
        group: 'Premium SVOD (US, ex Netflix) subscriptions in year 1 of tenure',
        value: 8.6,
      },
      { industry: 'streaming', group: 'Premium SVOD (US) subscriptions in year 2 of tenure', value: 4 },
    ]),
  ];
}
