import { parsePeriod } from '../document/period';
import type { TextRange } from '../text/edit';
import type { NumberToken, QuickFault, Token } from './tokens';
import type { QuickSpan, Translate } from './types';
import type { Meaning } from './words';
import { beginsAWord, LONGEST_PHRASE, meaningOf, nearestWord } from './words';

/** A number that waits for its name. */
export type NumberItem = NumberToken;

/** A word that names a number beside it. */
export interface NameItem extends TextRange {
  readonly type: 'name';
  readonly meaning: Extract<Meaning, { type: 'count' | 'part' | 'goal' | 'rate' }>;
  readonly text: string;
}

/** What is left of the tokens once phrases are known and lengths of time are taken out. */
export type Item =
  | NumberItem
  | NameItem
  | (TextRange & { readonly type: 'equals' | 'arrow' | 'of' | 'break' | 'goal-sign' | 'sign' });

export interface Items {
  readonly items: readonly Item[];
  readonly span: QuickSpan | null;
  readonly period: string | null;
  /** Something at the very end is only begun: a word, or `period=` without its value. */
  readonly unfinished: 'word' | 'period' | null;
  readonly notes: readonly string[];
  readonly fault: QuickFault | null;
}

type Draft = Item | (TextRange & { readonly type: 'lead' });

/** Finds phrases, lengths of time and the period among the tokens of `text`. */
export function collectItems(text: string, tokens: readonly Token[], t: Translate): Items {
  const drafts: Draft[] = [];
  const notes: string[] = [];
  let span: QuickSpan | null = null;
  let period: string | null = null;
  let unfinished: Items['unfinished'] = null;
  const result = (fault: QuickFault | null): Items => ({
    items: drafts.filter((draft): draft is Item => draft.type !== 'lead'),
    span,
    period,
    unfinished,
    notes,
    fault,
  });
  const faultAt = (range: TextRange, message: string, offers: QuickFault['offers'] = []): Items =>
    result({ message, range: { start: range.start, end: range.end }, offers });

  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) break;
    const last = index === tokens.length - 1;
    switch (token.type) {
      case 'period':
        if (period !== null) return faultAt(token, t('The period is given twice.'));
        if (parsePeriod(token.text) !== null) period = token.text;
        else if (last && token.end === text.length) unfinished = 'period';
        else {
          return faultAt(
            token,
            t('“{0}” is no period. Write 2024, 2024-Q1, 2024-01, 2024-W05 or 2024-01-15.', token.text),
          );
        }
        continue;
      case 'slash':
        drafts.push({ type: 'of', start: token.start, end: token.end });
        continue;
      case 'more-than':
        notes.push(t('A goal counts as reached when the rate equals it.'));
        drafts.push({ type: 'goal-sign', start: token.start, end: token.end });
        continue;
      case 'at-least':
        drafts.push({ type: 'goal-sign', start: token.start, end: token.end });
        continue;
      case 'word':
        break;
      case 'number':
        drafts.push(token);
        continue;
      default:
        drafts.push({ type: token.type, start: token.start, end: token.end });
        continue;
    }

    const phrase = longestPhrase(tokens, index);
    if (!phrase) {
      if (last && token.end === text.length && beginsAWord(token.text)) {
        unfinished = 'word';
        continue;
      }
      const near = nearestWord(token.text);
      const offers =
        near === null
          ? []
          : [
              {
                title: t('Replace by “{0}”', near),
                text: text.slice(0, token.start) + near + text.slice(token.end),
              },
            ];
      return faultAt(
        token,
        t('“{0}” is not a word I know. Use start, new, lost, end or goal.', token.text),
        offers,
      );
    }
    const range = { start: token.start, end: tokens[index + phrase.words - 1]?.end ?? token.end };
    index += phrase.words - 1;
    const { meaning } = phrase;
    switch (meaning.type) {
      case 'filler':
        break;
      case 'period':
        if (last) unfinished = 'period';
        break;
      case 'percent': {
        const before = drafts.at(-1);
        if (before?.type === 'number')
          drafts[drafts.length - 1] = { ...before, percent: true, end: range.end };
        break;
      }
      case 'arrow':
      case 'of':
        drafts.push({ type: meaning.type, ...range });
        break;
      case 'span-lead':
        drafts.push({ type: 'lead', ...range });
        break;
      case 'unit': {
        const next: QuickSpan = { count: takeCount(drafts, meaning.plural), unit: meaning.unit };
        if (span && (span.count !== next.count || span.unit !== next.unit)) {
          return faultAt(range, t('Two different lengths of time are given.'));
        }
        span = next;
        break;
      }
      default:
        drafts.push({ type: 'name', meaning, text: text.slice(range.start, range.end), ...range });
    }
  }
  return result(null);
}

function longestPhrase(tokens: readonly Token[], index: number): { meaning: Meaning; words: number } | null {
  const words: string[] = [];
  for (const token of tokens.slice(index, index + LONGEST_PHRASE)) {
    if (token.type !== 'word') break;
    words.push(token.text);
  }
  for (; words.length > 0; words.pop()) {
    const meaning = meaningOf(words.join(' '));
    if (meaning) return { meaning, words: words.length };
  }
  return null;
}

/**
 * Removes the words that lead to a unit of time and, where it belongs to the unit, the number: 2 of
 * `in 2 months`, 30 of `30 days`. The 100 of `500 50 100 month` stays a count.
 */
function takeCount(drafts: Draft[], plural: boolean): number {
  let count = 1;
  const before = drafts.at(-1);
  if (
    before?.type === 'number' &&
    before.sign === '' &&
    !before.percent &&
    /^[1-9]\d{0,3}$/.test(before.digits)
  ) {
    if (plural || before.digits === '1' || drafts.at(-2)?.type === 'lead') {
      drafts.pop();
      count = Number(before.digits);
    }
  }
  // `85% / month`: this slash means per.
  while (drafts.at(-1)?.type === 'lead' || drafts.at(-1)?.type === 'of') drafts.pop();
  return count;
}
