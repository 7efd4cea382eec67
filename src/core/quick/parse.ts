import { assemble } from './assemble';
import { bindNames } from './bind';
import { collectItems } from './items';
import { hintFor } from './hint';
import { tokenize } from './tokens';
import type { QuickOffer, QuickOptions, QuickReading } from './types';
import { english } from './types';

/** Nobody types more; a pasted file must not be read as one calculation. */
const LONGEST_INPUT = 2000;

const FORMULA =
  /^\s*\(\s*(\d+)\s*[-−–]\s*(\d+)\s*(?:[-−–]\s*(\d+)\s*)?\)\s*[/÷]\s*(\d+)\s*(?:[×x*]\s*100\s*%?\s*)?(?:=\s*\d[\d.]*\s*%?\s*)?$/;

/**
 * Reads what people write when they want one retention figure:
 *
 * - signs: `500 +50 -100`, `500 + 50 − 100 = 450`
 * - places: `500 50 100 450` are start, new, lost, end (and won back)
 * - names in any order, before or after their numbers: `s=500 n=50 l=100`, `50 new, 100 lost, start 500`
 * - `100 -> 99` (also `→`, `to`) for start and end; `900 of 2000` for a part of the customers
 * - a goal (`goal 85%`, `at least 85%`), a rate (`churn 5%`), a length of time (`per month`, `in 30 days`) and a
 *   period (`2024-Q1`, `Q1 2024`, `2024: …`, `period=2024-01`)
 * - the formula itself: `(450 − 50) / 500`
 *
 * Numbers whose meaning depends on the country (`50,000`) or that may be one (`1 234 +50`) are never guessed: the reading
 * is an error whose `offers` hold the whole input in each way it may have been meant. Never throws.
 *
 * @example
 * parseQuickInput('500 +50 -100'); // { status: 'read', interpretation: { kind: 'counts', … }, … }
 */
export function parseQuickInput(text: string, options: QuickOptions = {}): QuickReading {
  const t = options.t ?? english;
  if (text.trim() === '') return { status: 'empty' };
  if (text.length > LONGEST_INPUT) {
    return {
      status: 'error',
      message: t('This is too long for one calculation: give the numbers of one period.'),
      range: { start: LONGEST_INPUT, end: text.length },
      offers: [],
    };
  }
  const formula = FORMULA.exec(text);
  if (formula) {
    const [, end = '', added = '', reactivated, start = ''] = formula;
    const won = reactivated === undefined ? '' : ` reactivated=${reactivated}`;
    const reading = parseQuickInput(`start=${start} new=${added} end=${end}${won}`, options);
    if (reading.status !== 'error') return reading;
    // Its place is one in the names; what was typed is wrong as a whole.
    return { ...reading, range: { start: text.search(/\S/), end: text.trimEnd().length } };
  }

  const lexed = tokenize(text, options);
  if (lexed.fault)
    return { status: 'error', ...lexed.fault, offers: everywhere(lexed.fault.offers, options) };
  const collected = collectItems(text, lexed.tokens, t);
  if (collected.fault) return { status: 'error', ...collected.fault };
  const binding = bindNames(text, collected.items, t);
  if (binding.fault) return { status: 'error', ...binding.fault };
  const assembled = assemble(text, binding, { span: collected.span, period: collected.period }, t);
  if ('message' in assembled) return { status: 'error', ...assembled };
  return {
    status: 'read',
    interpretation: assembled.interpretation,
    notes: [...lexed.notes, ...collected.notes, ...assembled.notes],
    hint: hintFor(assembled.interpretation, binding.waiting, collected.unfinished, t),
  };
}

/**
 * Offers that settle a kind of doubt in the whole input: who writes `50,000 +1,000` means both alike, so the
 * choice made for the first number is made for the others.
 */
function everywhere(offers: readonly QuickOffer[], options: QuickOptions): readonly QuickOffer[] {
  return offers.map((offer, index) => {
    let { text } = offer;
    // Each round removes one doubt; the limit only stops inputs that are nothing but doubts.
    for (let round = 0; round < 12; round++) {
      const next = tokenize(text, options).fault?.offers;
      const choice = next?.length === offers.length ? next[index] : undefined;
      if (choice === undefined) break;
      text = choice.text;
    }
    return { title: offer.title, text };
  });
}
