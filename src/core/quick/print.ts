import { PLAIN_FORMAT, formatCount } from '../format';
import type { NumberFormat } from '../format';
import { deriveCounts } from '../metrics/identity';
import { percentDigits, percentText } from './percent';
import type { QuickCount, QuickInterpretation, QuickSpan, Translate } from './types';
import { english } from './types';

const COUNTS: readonly QuickCount[] = ['start', 'new', 'lost', 'end', 'reactivated'];

/**
 * An interpretation as quick input: what it prints is read back as the same interpretation.
 *
 * @example
 * printQuick(interpretation); // 'start=500 new=50 lost=100 goal=85% per month'
 */
export function printQuick(interpretation: QuickInterpretation): string {
  const words: string[] = [];
  if (interpretation.period !== null) words.push(`period=${interpretation.period}`);
  switch (interpretation.kind) {
    case 'counts':
      for (const name of COUNTS) {
        const value = interpretation.counts[name];
        if (value !== null) words.push(`${name}=${value}`);
      }
      break;
    case 'share':
      words.push(`${interpretation.part} of ${interpretation.whole}`);
      if (interpretation.meaning !== 'unnamed') words.push(interpretation.meaning);
      break;
    case 'rate':
      words.push(`${interpretation.of}=${percentDigits(interpretation.rate)}%`);
  }
  if (interpretation.goal) words.push(`goal=${percentDigits(interpretation.goal)}%`);
  if (interpretation.span) words.push(`per ${spanWords(interpretation.span)}`);
  return words.join(' ');
}

/**
 * How an input was understood, for people: every number with its name, and what follows from them.
 *
 * @example
 * echoQuick(interpretation); // 'start 500 · new 50 · lost 100 → end 450 (derived)'
 */
export function echoQuick(
  interpretation: QuickInterpretation,
  t: Translate = english,
  format: NumberFormat = PLAIN_FORMAT,
): string {
  const count = (value: number): string => formatCount(value, format);
  const parts: string[] = [];
  let derived = '';
  switch (interpretation.kind) {
    case 'counts': {
      const complete = deriveCounts(interpretation.counts);
      for (const name of COUNTS) {
        const value = interpretation.counts[name];
        if (value !== null) parts.push(`${name} ${count(value)}`);
      }
      for (const name of complete.derived) {
        derived = t(' → {0} {1} (derived)', name, count(complete.counts[name] ?? 0));
      }
      break;
    }
    case 'share':
      parts.push(
        t('{0} of {1}', count(interpretation.part), count(interpretation.whole)) +
          meaning(interpretation.meaning, t),
      );
      break;
    case 'rate':
      parts.push(
        `${interpretation.of === 'churn' ? t('churn') : t('retention')} ${percentText(interpretation.rate)}`,
      );
  }
  if (interpretation.goal) parts.push(t('goal {0}', percentText(interpretation.goal)));
  if (interpretation.span) parts.push(spanText(interpretation.span, t));
  if (interpretation.period !== null) parts.push(interpretation.period);
  return parts.join(' · ') + derived;
}

/** `per month`, `in 30 days`. */
export function spanText({ count, unit }: QuickSpan, t: Translate): string {
  if (count === 1) {
    switch (unit) {
      case 'day':
        return t('per day');
      case 'week':
        return t('per week');
      case 'month':
        return t('per month');
      case 'quarter':
        return t('per quarter');
      case 'year':
        return t('per year');
    }
  }
  switch (unit) {
    case 'day':
      return t('in {0} days', count);
    case 'week':
      return t('in {0} weeks', count);
    case 'month':
      return t('in {0} months', count);
    case 'quarter':
      return t('in {0} quarters', count);
    case 'year':
      return t('in {0} years', count);
  }
}

function spanWords({ count, unit }: QuickSpan): string {
  return count === 1 ? unit : `${count} ${unit}s`;
}

function meaning(said: 'kept' | 'returning' | 'lost' | 'unnamed', t: Translate): string {
  switch (said) {
    case 'kept':
      return t(' kept');
    case 'returning':
      return t(' returning');
    case 'lost':
      return t(' lost');
    case 'unnamed':
      return '';
  }
}
