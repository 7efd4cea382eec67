/** Where a published figure was read. */
export interface BenchmarkSource {
  /** Who published it and in what. */
  readonly text: string;
  /** The page it was read on, where it has an address. */
  readonly url: string | null;
}

/**
 * The publications. A figure that was found in somebody else's page names both: the survey it comes from and where it
 * was read.
 */
export const BENCHMARK_SOURCES = {
  explodingTopics: {
    text: "Exploding Topics, “Average Customer Retention By Industry (2024)” (page dated 2023-12-05); the same list at answeriq.com; the rows for retail, banking, telecommunications and IT also in Paddle's industry retention rates (2021-12-13)",
    url: 'https://explodingtopics.com/blog/customer-retention-rates',
  },
  explodingTopics2020: {
    text: 'Exploding Topics, the same page, citing “2020 research”',
    url: 'https://explodingtopics.com/blog/customer-retention-rates',
  },
  truckerTalk: {
    text: 'truckertalkradio.com, “Customer retention rates across industries in 2025”: a copy of data of 2020',
    url: 'https://truckertalkradio.com/customer-retention-rates-across-industries-in-2025',
  },
  recurly2018: {
    text: 'Recurly report (900+ sites, January 2017 to December 2018), read at e-strategy.com',
    url: 'https://e-strategy.com/2019/11/01/subscription-business-churn-rates/',
  },
  recurly1200Sites: {
    text: 'Recurly Research, churn-rate benchmarks: edition with 1,200 sites over 12 months (undated page)',
    url: 'https://recurly.com/research/churn-rate-benchmarks/',
  },
  recurly1500Sites: {
    text: 'Recurly Research, churn-rate benchmarks: edition with 1,500 sites over 12 months (undated page; mentions retry models of 2018)',
    url: 'https://recurly.com/research/churn-rate-benchmarks/',
  },
  recurly19Months: {
    text: 'Recurly Research, churn-rate benchmarks: edition with 1,500 sites over 19 months (undated page; year estimated)',
    url: 'https://recurly.com/research/churn-rate-benchmarks/',
  },
  recurlyLater: {
    text: 'Recurly Research, churn-rate benchmarks: later edition (undated page; year estimated)',
    url: 'https://recurly.com/research/churn-rate-benchmarks/',
  },
  recurly2019: {
    text: 'Recurly, Annual Subscription Billing Metrics Report (nearly 2,000 sites, January to December 2019)',
    url: 'https://recurly.com/research/annual-subscription-billling-metrics-report/',
  },
  chartMogul2023: {
    text: 'ChartMogul, SaaS Benchmarks Report 2023 (2,100+ SaaS businesses, data of 2022), as reported by Finerva',
    url: 'https://finerva.com/news/saas-revenue-retention-rates-vary-according-to-business-stage-customer-type/',
  },
  saasCapital2023: {
    text: 'SaaS Capital, Research Brief 28, “2023 B2B SaaS Retention Benchmarks” (12th survey, 1,500+ private companies, ARR of $1M and more), figure 1; read in a copy of the text',
    url: 'https://alexisfairbanks.com/acvs-in-a-multi-year-contract-1486',
  },
  saasCapital2022: {
    text: 'SaaS Capital, Research Brief 26 (2022, 11th survey), summary, scribd 707761431',
    url: null,
  },
  kbcm2019: {
    text: 'KBCM, 2019 Private SaaS Company Survey (10th annual, about 424 companies), scribd 486191576: “~13 % of 2017 year-end ARR”',
    url: null,
  },
  pacificCrest2016: {
    text: 'Private SaaS survey (Pacific Crest, edition of 2016), as quoted by Insivia',
    url: 'https://www.insivia.com/quoter/companies-with-longer-contracts-2-years-reported-the-lowest-annual-unit-churn/',
  },
  pacificCrestSeries: {
    text: 'Private SaaS survey (Pacific Crest, edition of 2016), as quoted by Insivia; years before: 7 (2015), 6 (2014), 8 (2013)',
    url: 'https://www.insivia.com/quoter/companies-with-longer-contracts-2-years-reported-the-lowest-annual-unit-churn/',
  },
  antennaTenure: {
    text: 'Antenna (estimates from a panel in the US), “Why subscriber tenure matters” (December 2023)',
    url: 'https://www.antenna.live/post/why-subscriber-tenure-matters',
  },
  antennaRethinking: {
    text: 'Antenna (estimates from a panel in the US), “A case for rethinking churn” (August 2024)',
    url: 'https://antenna.live/post/a-case-for-rethinking-churn',
  },
  antennaNetChurn: {
    text: "Antenna (estimates from a panel in the US), “Antenna's 2024 top subscription insights: net churn” (September 2024)",
    url: 'http://antenna.live/post/antennas-2024-top-subscription-insights-net-churn',
  },
  jdPower2009: {
    text: 'J.D. Power, 2009 Personal Insurance Retention Special Report, read in Claims Journal',
    url: 'https://claimsjournal.com/news/national/2009/04/22/99851.htm',
  },
  jdPower2008: {
    text: 'J.D. Power, 2008 Insurance Retention/Defection Study, read in Insurance Journal',
    url: 'http://www.insurancejournal.com/news/national/2008/12/17/96404.htm',
  },
  lexisNexis2018: {
    text: 'LexisNexis Risk Solutions, “Auto policyholder retention” (first quarter of 2018; 93 % of US policies)',
    url: 'https://blogs.lexisnexis.com/insurance-insights/2019/07/auto-policyholder-retention-whats-happening-out-there/',
  },
  burand: {
    text: 'C. Burand, “Customer churn” (a practitioner: 90 ± 2)',
    url: 'https://burand-associates.com/post/customer-churn',
  },
  statista2017: {
    text: 'Statista 283511 (fourth quarter of 2017)',
    url: 'https://www.statista.com/statistics/283511/',
  },
  statista2016Q4: {
    text: 'Statista 283511, text (fourth quarter of 2016)',
    url: 'https://www.statista.com/statistics/283511/',
  },
  statista2016: {
    text: 'Statista 283511, text (2016)',
    url: 'https://www.statista.com/statistics/283511/',
  },
  spectrumMatters: {
    text: 'Spectrum Matters Indeed, “US mobile churn is low and dropping” (third quarter of 2017)',
    url: 'https://spectrummattersindeed.blogspot.com/2017/11/us-mobile-churn-is-low-and-dropping-net.html',
  },
  opensend: {
    text: 'Opensend, “Repeat purchase rate in e-commerce” (2025-04-20)',
    url: 'https://opensend.com/post/repeat-purchase-rate-ecommerce',
  },
  omniconvert: {
    text: 'Omniconvert, “Calculate repeat purchase rate” (cites a study on ResearchGate)',
    url: 'https://www.omniconvert.com/blog/calculate-repeat-purchase-rate/',
  },
  leanAnalytics: {
    text: 'A. Croll, B. Yoskovitz, Lean Analytics, quoted at cofounderslab.com/discuss/repeat-customer-rate-in-e-commerce',
    url: null,
  },
  guideC: { text: 'A Dutch guide to customer retention: “meer dan 85%”', url: null },
  guideD: { text: "crowdspring's guide to customer retention (Polish): “Ponad 60%”", url: null },
} as const satisfies Readonly<Record<string, BenchmarkSource>>;

export type SourceKey = keyof typeof BENCHMARK_SOURCES;
