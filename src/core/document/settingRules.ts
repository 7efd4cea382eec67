import { parseNumber } from './number';
import { parsePercent } from './percent';
import type { Granularity, Method, Percent, Settings } from './types';

/** The keys of the settings, in the order in which the format lists them. */
export const SETTING_KEYS = [
  'retention',
  'title',
  'goal',
  'goal_grr',
  'goal_nrr',
  'granularity',
  'currency',
  'method',
  'locale',
  'delimiter',
  'decimal',
  'segments',
  'industry',
  'gross_margin',
  'discount_rate',
  'acquisition_cost',
  'revenue_per_customer',
] as const;

export type SettingKey = (typeof SETTING_KEYS)[number];

export const GRANULARITIES: readonly Granularity[] = ['day', 'week', 'month', 'quarter', 'year', 'custom'];
export const METHODS: readonly Method[] = ['classic', 'with-reactivated', 'lost'];

/** A key that begins so is a column's label. */
export const LABEL_PREFIX = 'label_';
/** A key that begins so is the author's own. */
export const OWN_PREFIX = 'x_';

/** Version of the format that this program reads and writes. */
export const FORMAT_VERSION = 1;

export const DEFAULT_SETTINGS: Settings = {
  version: FORMAT_VERSION,
  title: null,
  goal: null,
  goal_grr: null,
  goal_nrr: null,
  granularity: null,
  currency: null,
  method: 'classic',
  locale: null,
  delimiter: ',',
  decimal: '.',
  segments: [],
  industry: null,
  gross_margin: null,
  discount_rate: null,
  acquisition_cost: null,
  revenue_per_customer: null,
  labels: new Map(),
};

/** What a value must be, in words that finish "… must be". */
export const SETTING_HINTS: Readonly<Record<SettingKey, string>> = {
  retention: 'a whole number from 1, the version of the format',
  title: 'a text',
  goal: 'a percentage such as 85%',
  goal_grr: 'a percentage such as 85%',
  goal_nrr: 'a percentage such as 105%',
  granularity: 'day, week, month, quarter, year or custom',
  currency: 'a currency code of three letters such as EUR',
  method: 'classic, with-reactivated or lost',
  locale: 'a language tag such as en-GB',
  delimiter: "',', ';' or tab",
  decimal: "'.' or ','",
  segments: 'a list such as [SMB, Enterprise]',
  industry: 'a key of the benchmark table such as saas',
  gross_margin: 'a percentage from 0% to 100%',
  discount_rate: 'a percentage such as 10%',
  acquisition_cost: 'an amount such as 250.00, without grouping or currency sign',
  revenue_per_customer: 'an amount such as 49.90, without grouping or currency sign',
};

export function isSettingKey(key: string): key is SettingKey {
  return (SETTING_KEYS as readonly string[]).includes(key);
}

export function toVersion(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

export function toDelimiter(text: string): ',' | ';' | '\t' | null {
  if (text === ',' || text === ';') return text;
  return text === 'tab' || text === '\t' ? '\t' : null;
}

export function toDecimal(text: string): '.' | ',' | null {
  return text === '.' || text === ',' ? text : null;
}

export function toCurrency(text: string): string | null {
  return /^[A-Z]{3}$/.test(text) ? text : null;
}

export function toLocale(text: string): string | null {
  if (text.length > 100) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] === undefined ? null : text;
  } catch {
    return null;
  }
}

export function toMargin(text: string, decimal: '.' | ','): Percent | null {
  const percent = parsePercent(text, decimal);
  return percent !== null && percent.share <= 1 ? percent : null;
}

export function toMoney(text: string, decimal: '.' | ','): number | null {
  return parseNumber(text, decimal);
}
