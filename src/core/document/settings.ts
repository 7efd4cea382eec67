import type { TextRange } from '../text/edit';
import type { Eol } from '../text/chars';
import { nearest } from './knownColumns';
import type { Front, SettingEntry } from './front';
import { readPercent } from './percent';
import type { Problem } from './problem';
import { problemAt, quotation, replace, unsafeFix } from './reportProblem';
import { lineProblems } from './settingLines';
import {
  DEFAULT_SETTINGS,
  SETTING_HINTS,
  FORMAT_VERSION,
  GRANULARITIES,
  LABEL_PREFIX,
  METHODS,
  toCurrency,
  toDecimal,
  toDelimiter,
  toLocale,
  toMargin,
  toMoney,
  toVersion,
} from './settingRules';
import type { SettingKey } from './settingRules';
import { writeSettingValue } from './settingWrite';
import type { Percent, Settings } from './types';

export interface ResolvedSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** The settings of a file with their defaults, and what is wrong with the lines they stand in. */
export function resolveSettings(text: string, front: Front | null, eol: Eol): ResolvedSettings {
  if (front === null) return { settings: DEFAULT_SETTINGS, problems: [] };
  const resolver = new Resolver(text, front, eol);
  return { settings: resolver.settings(), problems: resolver.problems };
}

class Resolver {
  readonly problems: Problem[];
  private readonly last: ReadonlyMap<string, SettingEntry>;

  constructor(
    private readonly text: string,
    front: Front,
    eol: Eol,
  ) {
    this.problems = lineProblems(text, front, eol);
    this.last = new Map(front.entries.map((entry) => [entry.key, entry]));
  }

  settings(): Settings {
    const delimiter = this.value('delimiter', toDelimiter) ?? DEFAULT_SETTINGS.delimiter;
    const decimal = this.decimal(delimiter);
    return {
      version: this.version(),
      title: this.value('title', (text) => text),
      goal: this.percent('goal', decimal),
      goal_grr: this.percent('goal_grr', decimal),
      goal_nrr: this.percent('goal_nrr', decimal),
      granularity: this.oneOf('granularity', GRANULARITIES),
      currency: this.value('currency', toCurrency, (text) => toCurrency(text.toUpperCase())),
      method: this.oneOf('method', METHODS) ?? DEFAULT_SETTINGS.method,
      locale: this.value('locale', toLocale, (text) => toLocale(text.replaceAll('_', '-'))),
      delimiter,
      decimal,
      segments: this.segments(),
      industry: this.value('industry', (text) => text),
      gross_margin: this.percent('gross_margin', decimal, toMargin),
      discount_rate: this.percent('discount_rate', decimal),
      acquisition_cost: this.value('acquisition_cost', (text) => toMoney(text, decimal)),
      revenue_per_customer: this.value('revenue_per_customer', (text) => toMoney(text, decimal)),
      labels: this.labels(),
    };
  }

  private version(): number {
    const version = this.value('retention', toVersion) ?? FORMAT_VERSION;
    if (version > FORMAT_VERSION) {
      this.report(
        'R103',
        this.last.get('retention')!.valueRange,
        `The file is of version ${version} of the format; this program knows ${FORMAT_VERSION}. ` +
          'It can be read but not edited: update Retention Notebook.',
        [],
      );
    }
    return version;
  }

  private decimal(delimiter: string): '.' | ',' {
    const decimal = this.value('decimal', toDecimal) ?? DEFAULT_SETTINGS.decimal;
    if (decimal !== delimiter) return decimal;
    this.report(
      'R204',
      this.last.get('decimal')!.valueRange,
      "The decimal sign is the delimiter too, so “.” is used. Set delimiter: ';' or remove the decimal sign.",
      [],
    );
    return DEFAULT_SETTINGS.decimal;
  }

  /** The value a key has, or null when it is absent, blank or (then reported) invalid. */
  private value<T>(
    key: SettingKey,
    read: (text: string) => T | null,
    repair?: (text: string) => T | null,
  ): T | null {
    const entry = this.scalar(key);
    if (entry === null) return null;
    const value = read(entry.text);
    if (value !== null) return value;
    const repaired = repair?.(entry.text) ?? null;
    this.reportInvalid(key, entry, repaired === null ? [] : [String(repaired)]);
    return null;
  }

  private oneOf<T extends string>(key: SettingKey, allowed: readonly T[]): T | null {
    const find = (text: string): T | null => allowed.find((candidate) => candidate === text) ?? null;
    return this.value(key, find, (text) => {
      const lower = text
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, '-');
      return find(lower) ?? find(lower.replace(/s$/, '')) ?? nearest(lower, allowed);
    });
  }

  private percent(
    key: SettingKey,
    decimal: '.' | ',',
    narrow?: (text: string, decimal: '.' | ',') => Percent | null,
  ): Percent | null {
    const entry = this.scalar(key);
    if (entry === null) return null;
    const { value, kind, candidates } = readPercent(entry.text, decimal);
    const fixes = candidates.map((text) => ({
      title: `Write ${text}`,
      edits: [replace(entry.valueRange, text)],
      safe: kind === 'bare',
    }));
    if (kind === 'ambiguous') {
      this.report('R421', entry.valueRange, '“1” may be 1% or 100%. Write the one that is meant.', fixes);
      return null;
    }
    if (value === null || (narrow !== undefined && narrow(entry.text, decimal) === null)) {
      this.reportInvalid(key, entry, candidates);
      return null;
    }
    if (kind === 'bare') {
      const written = quotation(entry.text);
      this.report(
        'R422',
        entry.valueRange,
        `${written} is read as ${candidates[0]}. Write the % sign.`,
        fixes,
      );
    }
    return value;
  }

  private segments(): readonly string[] {
    const entry = this.last.get('segments');
    if (entry === undefined || entry.style === 'blank') return [];
    if (entry.items !== null) return [...new Set(entry.items.map((item) => item.trim()))];
    this.reportInvalid(
      'segments',
      entry,
      entry.literal ? [] : [writeSettingValue(entry.text.split(/\s*,\s*/))],
    );
    return [];
  }

  private labels(): ReadonlyMap<string, string> {
    const labels = new Map<string, string>();
    for (const [key, entry] of this.last) {
      if (key.startsWith(LABEL_PREFIX) && entry.text !== '')
        labels.set(key.slice(LABEL_PREFIX.length).toLowerCase(), entry.text);
    }
    return labels;
  }

  private scalar(key: SettingKey): SettingEntry | null {
    const entry = this.last.get(key);
    if (entry === undefined || entry.style === 'blank') return null;
    if (entry.items === null) return entry;
    this.reportInvalid(key, entry, []);
    return null;
  }

  private reportInvalid(key: SettingKey, entry: SettingEntry, candidates: readonly string[]): void {
    const written = quotation(this.text.slice(entry.valueRange.start, entry.valueRange.end));
    this.report(
      'R204',
      entry.valueRange,
      `${written} is no valid ${key}; the default is used. It must be ${SETTING_HINTS[key]}.`,
      candidates.map((text) => unsafeFix(`Write ${text}`, replace(entry.valueRange, text))),
    );
  }

  private report(code: Problem['code'], range: TextRange, message: string, fixes: Problem['fixes']): void {
    this.problems.push(problemAt(code, range, message, fixes));
  }
}
