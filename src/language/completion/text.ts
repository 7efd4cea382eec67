import type { Granularity, Method, PlaybookStatus, SettingKey } from '../../core';

/** A value to begin with, where none follows from the file; `${1:…}` is a place to type in. */
export const SAMPLE_VALUES: Readonly<Partial<Record<SettingKey, string>>> = {
  retention: '1',
  title: '${1:Customer retention}',
  goal: '${1:85%}',
  goal_grr: '${1:85%}',
  goal_nrr: '${1:105%}',
  segments: '[${1:SMB}, ${2:Enterprise}]',
  gross_margin: '${1:80%}',
  discount_rate: '${1:10%}',
  acquisition_cost: '${1:250}',
  revenue_per_customer: '${1:49}',
};

export const LABEL_HINT = 'a text';

export const GRANULARITY_DETAILS: Readonly<Record<Granularity, string>> = {
  day: 'periods such as 2024-01-15',
  week: 'periods such as 2024-W05',
  month: 'periods such as 2024-01',
  quarter: 'periods such as 2024-Q1',
  year: 'periods such as 2024',
  custom: 'periods such as 2024-01-15/P30D',
};

export const METHOD_DETAILS: Readonly<Record<Method, string>> = {
  classic: '(end − new − reactivated) / start',
  'with-reactivated': '(end − new) / start',
  lost: '(start − lost) / start',
};

/** Values of the settings that say how the table is written, with what they are called. */
export const WRITING: Readonly<Record<'delimiter' | 'decimal', readonly (readonly [string, string])[]>> = {
  delimiter: [
    ["','", 'comma'],
    ["';'", 'semicolon'],
    ['tab', 'tab'],
  ],
  decimal: [
    ["'.'", 'point: 12.5'],
    ["','", 'comma: 12,5'],
  ],
};

/** Currencies that files most often have, before all others. */
export const FIRST_CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'DKK',
  'NOK',
  'SEK',
  'PLN',
  'CZK',
  'CAD',
  'AUD',
  'JPY',
] as const;

/** Languages with the regions in which numbers are written differently. */
export const LOCALES = [
  'en-GB',
  'en-US',
  'nl-NL',
  'nl-BE',
  'fi-FI',
  'sv-FI',
  'pl-PL',
  'da-DK',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'fr-CH',
  'es-ES',
  'it-IT',
  'pt-PT',
  'pt-BR',
  'sv-SE',
  'nb-NO',
  'cs-CZ',
  'en-IN',
  'ja-JP',
] as const;

/** Why customers leave, in one word each: columns to begin with. */
export const COMMON_REASONS = [
  'price',
  'competitor',
  'support',
  'quality',
  'missing_features',
  'unused',
  'closed',
  'other',
] as const;

export const STATUS_DETAILS: Readonly<Record<PlaybookStatus, string>> = {
  planned: 'planned',
  active: 'active',
  done: 'done',
  dropped: 'dropped',
};

/** The attributes of a task with what they say, in the order in which they are offered. */
export const ATTRIBUTES: readonly {
  readonly key: string;
  readonly detail: string;
  /** What is written behind the equals sign; '' where there are suggestions. */
  readonly value: string;
}[] = [
  { key: 'due', detail: 'the day by which it is to be done', value: '' },
  { key: 'since', detail: 'the period in which it began to work', value: '' },
  { key: 'segment', detail: 'the segment it is for', value: '' },
  { key: 'reason', detail: 'the churn reason it answers', value: '' },
  { key: 'strategy', detail: 'the strategy it puts into practice', value: '' },
  { key: 'control', detail: 'retained/exposed customers without it', value: '${1:498}/${2:600}' },
  { key: 'variant', detail: 'retained/exposed customers with it', value: '${1:540}/${2:600}' },
];

/** Sentences and words of suggestions. */
export const text = {
  settings: 'settings',
  settingsDetail: 'the block of settings at the beginning of the file',
  header: (columns: string): string => `a table with the columns ${columns}`,
  reasonOf: (reason: string): string => `lost customers: ${reason.replaceAll('_', ' ')}`,
  after: (period: string): string => `after ${period}`,
  afterIn: (period: string, segments: string): string => `after ${period} (${segments})`,
  complete: 'the last one that is over',
  newRow: 'new row',
  newRowFrom: (start: string): string => `new row, start ${start}`,
  allCustomers: 'all customers',
  noRowYet: (period: string): string => `no row for ${period} yet`,
  hasRow: (period: string): string => `has a row for ${period} already`,
  task: 'task',
  taskDetail: 'a task of the playbook',
  playbook: 'Playbook',
  playbookDetail: 'the heading of the tasks',
  inOneWeek: 'in a week',
  inTwoWeeks: 'in two weeks',
  endOfMonth: 'the end of the month',
  endOfQuarter: 'the end of the quarter',
  measure: (measure: string): string => `Measure: ${measure}.`,
  inPlaybook: 'in the playbook already',
};
