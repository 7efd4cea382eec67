/** The industries of the published figures: what the setting `industry` may say, and how people read it. */
export const INDUSTRIES = {
  all: 'All industries',
  automotive: 'Automotive and transportation',
  banking: 'Banking',
  construction: 'Construction and engineering',
  'consumer-services': 'Consumer services',
  ecommerce: 'E-commerce',
  'financial-services': 'Financial services',
  healthcare: 'Healthcare',
  hospitality: 'Hospitality, travel, restaurants',
  insurance: 'Insurance',
  'it-services': 'IT services',
  manufacturing: 'Manufacturing',
  marketplace: 'Marketplaces',
  media: 'Media',
  'professional-services': 'Professional services',
  retail: 'Retail',
  saas: 'SaaS',
  software: 'IT and software',
  streaming: 'Streaming video',
  'subscription-box': 'Subscription boxes',
  subscriptions: 'Subscriptions, all',
  'subscriptions-b2b': 'Subscriptions, business customers',
  'subscriptions-b2c': 'Subscriptions, consumers',
  telecommunications: 'Telecommunications',
} as const;

export type IndustryKey = keyof typeof INDUSTRIES;

/**
 * The industry that a setting names, by its key or by what people read, in any case; null when there is none.
 *
 * @example
 * industryOf(' SaaS'); // 'saas'
 */
export function industryOf(text: string): IndustryKey | null {
  const wanted = text.trim().toLowerCase();
  const keys = Object.keys(INDUSTRIES) as IndustryKey[];
  return keys.find((key) => key === wanted || INDUSTRIES[key].toLowerCase() === wanted) ?? null;
}
