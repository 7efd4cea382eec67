import type { Column, RetentionDocument, SettingEntry, SettingKey } from '../../core';
import {
  catalogue,
  columnMeaning,
  convertRetention,
  DEFAULT_SETTINGS,
  formatPercent,
  INDUSTRIES,
  industryOf,
  isSettingKey,
  LABEL_MEANING,
  LABEL_PREFIX,
  markdownText,
  OWN_PREFIX,
  periodsPerYear,
  SETTING_HINTS,
  SETTING_MEANINGS,
} from '../../core';
import { text } from '../text';

const words = text.hover;

/** More metrics that read a column are counted, not named. */
const MOST_METRICS = 5;

/** A common year for conversions that differ a little between years: 365 days, 52 weeks. */
const COMMON_YEAR = 2023;

/** What a column of the header is about and which metrics read it, as Markdown. */
export function columnHover(column: Column): string {
  const lines = [`**${markdownText(column.name)}**: ${columnMeaning(column)}`];
  if (column.label !== column.name) lines.push(words.label(markdownText(column.label)));
  const { id } = column;
  const metrics = id === null ? [] : catalogue.filter(({ inputs }) => inputs.includes(id));
  if (metrics.length > 0) {
    const named = metrics.slice(0, MOST_METRICS).map(({ name }) => name);
    const rest = metrics.length - named.length;
    // Names of metrics have commas.
    lines.push(words.readBy([...named, ...(rest > 0 ? [words.more(rest)] : [])].join(' · ')));
  }
  return lines.join('\n\n');
}

/** What a setting is about, what its value must be and what holds without it, as Markdown. */
export function settingHover(document: RetentionDocument, { key }: SettingEntry): string {
  const title = `**${markdownText(key)}**: `;
  if (!isSettingKey(key)) return title + otherKey(key);
  const lines = [`${title}${SETTING_MEANINGS[key]} ${words.mustBe(SETTING_HINTS[key])}`];
  const now = present(document, key);
  if (now !== null) lines.push(now);
  const standard = standardOf(document, key);
  if (standard !== null) lines.push(words.standard(standard));
  return lines.join('\n\n');
}

function otherKey(key: string): string {
  if (key.startsWith(LABEL_PREFIX)) return LABEL_MEANING;
  return key.startsWith(OWN_PREFIX) ? words.ownKey : words.unknownKey;
}

/** What the present value comes to, where that is not plain to see. */
function present({ settings, granularity }: RetentionDocument, key: SettingKey): string | null {
  switch (key) {
    case 'goal':
    case 'goal_grr':
    case 'goal_nrr': {
      const goal = settings[key];
      const periods = periodsPerYear(granularity, COMMON_YEAR);
      if (goal === null || periods === null || periods === 1) return null;
      const year = convertRetention(goal.share, periods);
      if (year.value === null) return null;
      return words.yearly(formatPercent(goal.share), formatPercent(year.value), words.per[granularity]);
    }
    case 'industry': {
      const industry = settings.industry === null ? null : industryOf(settings.industry);
      return industry === null ? null : INDUSTRIES[industry];
    }
    default:
      return null;
  }
}

function standardOf(document: RetentionDocument, key: SettingKey): string | null {
  const { standards } = words;
  switch (key) {
    case 'retention':
      return null;
    case 'title':
    case 'locale':
    case 'segments':
      return standards[key];
    case 'granularity':
      return document.settings.granularity === null ? standards.granularity(document.granularity) : null;
    case 'method':
      return DEFAULT_SETTINGS.method;
    case 'delimiter':
      return standards.comma;
    case 'decimal':
      return `\`${DEFAULT_SETTINGS.decimal}\``;
    default:
      return null;
  }
}
