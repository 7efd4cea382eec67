import { editDistance } from '../text/editDistance';
import { columnWords } from '../document/columnWords';
import type { QuickCount, SpanUnit } from './types';

/** What a word of quick input stands for. */
export type Meaning =
  | { readonly type: 'count'; readonly count: QuickCount }
  | { readonly type: 'part'; readonly part: 'kept' | 'returning' }
  | { readonly type: 'goal' }
  | { readonly type: 'rate'; readonly of: 'retention' | 'churn' }
  | { readonly type: 'period' }
  | { readonly type: 'arrow' }
  | { readonly type: 'of' }
  | { readonly type: 'percent' }
  /** `per`, `in`, `over`: a length of time follows. */
  | { readonly type: 'span-lead' }
  /** `plural` words take the number before them: `30 days`, but not `100 month`. */
  | { readonly type: 'unit'; readonly unit: SpanUnit; readonly plural: boolean }
  | { readonly type: 'filler' };

/**
 * Words by what they mean, English first, then Dutch, Finnish, Polish and Danish. Spaces also match `-` and `_`. With the
 * other names of columns stand those that mean it only in a sentence about customers.
 */
const VOCABULARY: readonly (readonly [Meaning, string])[] = [
  [
    { type: 'count', count: 'start' },
    `start|started|starting|begin|began|beginning|initial|from|before|begonnen|${columnWords('start')}`,
  ],
  [
    { type: 'count', count: 'new' },
    `new|won|added|gained|joined|signed up|signups|sign ups|${columnWords('new')}`,
  ],
  [{ type: 'count', count: 'lost' }, `lost|left|cancelled|canceled|gone|losses|weg|${columnWords('lost')}`],
  [{ type: 'count', count: 'end' }, `end|ended|ending|final|after|end customers|${columnWords('end')}`],
  [
    { type: 'count', count: 'reactivated' },
    `r|reactivated|recovered|resurrected|${columnWords('reactivated')}`,
  ],
  [
    { type: 'part', part: 'kept' },
    'kept|retained|stayed|remained|remaining|held|still customers|behouden|gebleven',
  ],
  [
    { type: 'part', part: 'returning' },
    'returning|returned|came back|bought again|repeat|teruggekomen|palasi|wróciło|vendte tilbage',
  ],
  [{ type: 'goal' }, `g|goal|aim|at least|${columnWords('goal')}`],
  [
    { type: 'rate', of: 'retention' },
    'retention|retention rate|crr|retentie|asiakaspysyvyys|retencja|fastholdelse',
  ],
  [{ type: 'rate', of: 'churn' }, 'churn|churn rate|attrition|verloop'],
  [{ type: 'period' }, `period|${columnWords('period')}`],
  [{ type: 'arrow' }, 'to|naar|til|became'],
  [{ type: 'of' }, 'of|out of|van|af'],
  [{ type: 'percent' }, 'percent|per cent|pct|procent|prosenttia'],
  [{ type: 'span-lead' }, 'per|a|an|each|every|in|over|within|for|during|this|last|elke|binnen'],
  [{ type: 'unit', unit: 'day', plural: false }, 'day|daily|dag|päivä|dzień|dziennie|dagelijks'],
  [{ type: 'unit', unit: 'day', plural: true }, 'days|dagen|päivää|dni|dage'],
  [{ type: 'unit', unit: 'week', plural: false }, 'week|weekly|viikko|tydzień|uge|wekelijks'],
  [{ type: 'unit', unit: 'week', plural: true }, 'weeks|weken|viikkoa|tygodni|tygodnie|uger'],
  [
    { type: 'unit', unit: 'month', plural: false },
    'month|monthly|mo|maand|maandelijks|kuukausi|miesiąc|miesięcznie|måned',
  ],
  [{ type: 'unit', unit: 'month', plural: true }, 'months|maanden|kuukautta|miesiące|miesięcy|måneder'],
  [{ type: 'unit', unit: 'quarter', plural: false }, 'quarter|quarterly|kwartaal|neljännes|kwartał|kvartal'],
  [{ type: 'unit', unit: 'quarter', plural: true }, 'quarters|kwartalen|neljännestä|kwartały|kvartaler'],
  [
    { type: 'unit', unit: 'year', plural: false },
    'year|yearly|annual|annually|annum|jaar|jaarlijks|vuosi|vuodessa|rok|rocznie|år',
  ],
  [{ type: 'unit', unit: 'year', plural: true }, 'years|jaren|vuotta|lata|lat'],
  [
    { type: 'filler' },
    'customers|customer|clients|users|subscribers|subscriptions|accounts|members|people|we|had|have|has|were|was|are|is' +
      '|derived|with|and|then|the|our|at|rate|existing|klanten|en|asiakasta|asiakkaat|klientów|klienci|i|kunder|og|ja',
  ],
];

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  VOCABULARY.flatMap(([meaning, words]) => words.split('|').map((word) => [word, meaning] as const)),
);

/** Phrases have at most this many words. */
export const LONGEST_PHRASE = 2;

/**
 * What a word or phrase means, or null when it is unknown. Case, and `-` or `_` for a space, do not matter.
 *
 * @example
 * meaningOf('Won-back'); // { type: 'count', count: 'reactivated' }
 */
export function meaningOf(words: string): Meaning | null {
  return MEANINGS.get(words.toLowerCase().replace(/[-_\s]+/g, ' ')) ?? null;
}

/** True when somebody may still be typing a word that is known. */
export function beginsAWord(text: string): boolean {
  const typed = text.toLowerCase();
  for (const word of MEANINGS.keys()) if (word.startsWith(typed)) return true;
  return false;
}

/**
 * The known word nearest to a misspelt one, or null when none is near.
 *
 * @example
 * nearestWord('lsot'); // 'lost'
 */
export function nearestWord(text: string): string | null {
  const typed = text.toLowerCase();
  if (typed.length < 3 || typed.length > 20) return null;
  let best: string | null = null;
  let bestDistance = typed.length < 5 ? 2 : 3;
  for (const word of MEANINGS.keys()) {
    if (word.length < 3) continue;
    const distance = editDistance(typed, word);
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return best;
}
