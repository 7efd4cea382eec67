import type { TextRange } from '../text/edit';
import { readRun, spacedRun } from './numbers';
import { periodAt } from './periods';
import type { QuickOffer, QuickOptions } from './types';
import { english } from './types';
import { meaningOf } from './words';

export interface NumberToken extends TextRange {
  readonly type: 'number';
  /** As `Number` reads them: no separators, a point for decimals. */
  readonly digits: string;
  readonly sign: '' | '+' | '-';
  readonly percent: boolean;
}

/** One piece of quick input with its place. */
export type Token =
  | NumberToken
  | (TextRange & { readonly type: 'word' | 'period'; readonly text: string })
  | (TextRange & {
      readonly type: 'equals' | 'arrow' | 'slash' | 'break' | 'at-least' | 'more-than' | 'sign';
    });

/** A place that cannot be read, with other ways to write the whole input. */
export interface QuickFault {
  readonly message: string;
  readonly range: TextRange;
  readonly offers: readonly QuickOffer[];
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly notes: readonly string[];
  readonly fault: QuickFault | null;
}

const SPACE = /[ \u00a0\u2009\u202f()]+/y;
/** A point ends a sentence only where no digit follows. */
const BREAK = /(?:[,;|·!?\t\r\n]|\.(?!\d))+/y;
/** `Q2` in a sentence says that a quarter is meant. */
const QUARTER = /[Qq][1-4](?![\p{L}\d])/uy;
const ARROW = /[-–—=]+>|[→⇒➔]/y;
const COMPARISON = />=|≥|=>|>/y;
const WORD = /\p{L}[\p{L}\p{M}]*(?:[-_][\p{L}\p{M}]+)*/uy;
const SIGN = /[-+−–—]/y;
const RUN = /\d+(?:[.,'’_\u00a0\u2009\u202f]\d+)*/y;
const MULTIPLE = /(k|K|M|mln|mio)(?!\p{L})/uy;
const PERCENT = /[ \u00a0\u2009\u202f]*%/y;
const EXPONENT = /(\d+(?:\.\d+)?)[eE]\+?(\d{1,2})(?![\d\p{L}])/uy;
/** `2024-10` may be October, or 2024 customers and 10 lost. */
const PERIOD_OR_LOSS = /((?:19|20)\d\d)-(1[0-2])(?![\p{L}\d])/uy;
const PERIOD_VALUE = /[ \u00a0]*[=:]?[ \u00a0]*(\d[^\s,;|·]*)/y;
const CURRENCY = /[$€£¥₹₽]/y;

/** Cuts quick input into tokens; stops at the first place that cannot be read. Never throws. */
export function tokenize(text: string, options: QuickOptions): Tokens {
  const t = options.t ?? english;
  const tokens: Token[] = [];
  const notes: string[] = [];
  let at = 0;

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const fault = (message: string, end: number, offers: readonly QuickOffer[] = []): Tokens => ({
    tokens,
    notes,
    fault: {
      message,
      range: { start: at, end },
      offers: offers.map((offer) => inPlace(text, at, end, offer)),
    },
  });
  const push = (type: Exclude<Token['type'], 'number' | 'word' | 'period'>, length: number): void => {
    tokens.push({ type, start: at, end: at + length });
    at += length;
  };

  while (at < text.length) {
    const space = match(SPACE);
    if (space) {
      at += space[0].length;
      continue;
    }
    const simple = simpleToken(match);
    if (simple) {
      push(simple.type, simple.length);
      continue;
    }
    const named = periodAt(text, at, tokens.length === 0);
    if (named !== null) {
      const { found, period } = named;
      tokens.push({ type: 'period', text: period, start: at, end: at + found.length });
      if (found.toUpperCase() !== period) notes.push(t('Read {0} as the period {1}.', found, period));
      at += found.length;
      continue;
    }
    const quarter = match(QUARTER)?.[0];
    if (quarter !== undefined) {
      tokens.push({ type: 'word', text: 'quarter', start: at, end: at + quarter.length });
      at += quarter.length;
      continue;
    }
    const word = match(WORD)?.[0];
    if (word !== undefined) {
      tokens.push({ type: 'word', text: word, start: at, end: at + word.length });
      at += word.length;
      const value = meaningOf(word)?.type === 'period' ? match(PERIOD_VALUE) : null;
      if (value) {
        const end = at + value[0].length;
        tokens.push({
          type: 'period',
          text: (value[1] ?? '').toUpperCase(),
          start: end - (value[1] ?? '').length,
          end,
        });
        at = end;
      }
      continue;
    }
    const unsure = match(PERIOD_OR_LOSS);
    if (unsure) {
      const [found, year = '', number = ''] = unsure;
      return fault(
        t('“{0}” may be a month, or {1} customers of whom {2} were lost.', found, year, number),
        at + found.length,
        [
          { title: t('the period {0}', found), text: `period=${found}` },
          { title: t('start {0}, lost {1}', year, number), text: `${year} -${number}` },
        ],
      );
    }
    const power = match(EXPONENT);
    if (power) {
      const [found, mantissa = '', exponent = ''] = power;
      const value = Number(`${mantissa}e${exponent}`);
      const offers: QuickOffer[] = [
        { title: t('start {0}, end {1}', mantissa, exponent), text: `${mantissa} -> ${exponent}` },
      ];
      if (value < 1e15) offers.unshift({ title: t('the number {0}', value), text: String(value) });
      return fault(t('“{0}” can be read in more than one way.', found), at + found.length, offers);
    }
    const spaced = spacedRun(text, at, t);
    if (spaced !== null) return fault(spaced.message, at + spaced.run.length, spaced.offers);
    const run = match(RUN)?.[0];
    if (run !== undefined) {
      const stop = numberTokens(run);
      if (stop) return stop;
      continue;
    }
    const end = at + String.fromCodePoint(text.codePointAt(at) ?? 0).length;
    if (match(CURRENCY))
      return fault(t('Customers are counted, not paid: leave the currency sign out.'), end);
    return fault(t('“{0}” has no meaning here.', text.slice(at, end)), end);
  }
  return { tokens, notes, fault: null };

  /** Appends the number or numbers that start here, with the sign before and the percent sign after them. */
  function numberTokens(run: string): Tokens | null {
    const before = tokens.at(-1);
    const signed = before?.type === 'sign' ? before : null;
    const end = at + run.length;
    at = end;
    const multiple = match(MULTIPLE)?.[1] ?? '';
    at += multiple.length;
    const percent = match(PERCENT)?.[0] ?? '';
    at = end - run.length;

    const reading = readRun(run, options.decimal ?? '.', percent !== '', t);
    if (reading.type === 'unclear') return fault(reading.message, end, reading.offers);
    if (reading.type === 'number' && reading.note !== null) notes.push(reading.note);
    if (signed) tokens.pop();
    const parts = reading.type === 'number' ? [reading.digits] : reading.parts;
    let start = at;
    for (const [index, part] of parts.entries()) {
      const last = index === parts.length - 1;
      const stop = last ? end + multiple.length + percent.length : start + part.length;
      tokens.push({
        type: 'number',
        digits: last && multiple !== '' ? times(part, multiple === 'k' || multiple === 'K' ? 3 : 6) : part,
        sign: index === 0 && signed ? (text[signed.start] === '+' ? '+' : '-') : '',
        percent: last && percent !== '',
        start: index === 0 && signed ? signed.start : start,
        end: stop,
      });
      if (!last) tokens.push({ type: 'break', start: stop, end: stop + 1 });
      start = stop + 1;
    }
    if (multiple !== '') notes.push(t('Read {0} as {1}.', run + multiple, tokenDigits(tokens.at(-1))));
    at = end + multiple.length + percent.length;
    return null;
  }
}

type Simple = 'break' | 'arrow' | 'at-least' | 'more-than' | 'equals' | 'slash' | 'sign';

function simpleToken(
  match: (pattern: RegExp) => RegExpExecArray | null,
): { type: Simple; length: number } | null {
  const arrow = match(ARROW)?.[0];
  // `=>` is an arrow, `>=` a comparison; both are common.
  if (arrow !== undefined) return { type: 'arrow', length: arrow.length };
  const comparison = match(COMPARISON)?.[0];
  if (comparison !== undefined)
    return { type: comparison === '>' ? 'more-than' : 'at-least', length: comparison.length };
  const patterns: readonly (readonly [Simple, RegExp])[] = [
    ['break', BREAK],
    ['equals', /[=:]/y],
    ['slash', /[/÷]/y],
    ['sign', SIGN],
  ];
  for (const [type, pattern] of patterns) {
    const found = match(pattern)?.[0];
    if (found !== undefined) return { type, length: found.length };
  }
  return null;
}

function tokenDigits(token: Token | undefined): string {
  return token?.type === 'number' ? token.digits : '';
}

/** Decimal digits times a power of ten, exactly. */
function times(digits: string, zeros: number): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const moved = fraction.padEnd(zeros, '0');
  const rest = moved.slice(zeros).replace(/0+$/, '');
  return whole + moved.slice(0, zeros) + (rest === '' ? '' : `.${rest}`);
}

function inPlace(text: string, start: number, end: number, offer: QuickOffer): QuickOffer {
  return { title: offer.title, text: text.slice(0, start) + offer.text + text.slice(end) };
}
