import type { Percent } from '../document/types';
import type { QuickOffer, Translate } from './types';

/**
 * What a run of digits and separators (`50,000`, `82.5`, `1 234`) can be read as: one number, several
 * numbers (`500,50,100`), or nothing certain. Then `offers` replace the run.
 */
export type RunReading =
  | { readonly type: 'number'; readonly digits: string; readonly note: string | null }
  | { readonly type: 'list'; readonly parts: readonly string[] }
  | { readonly type: 'unclear'; readonly message: string; readonly offers: readonly QuickOffer[] };

/** Separators that can only group digits. Plain spaces are not among them: they separate numbers. */
const GROUPING_ONLY = /['’_\u00a0\u2009\u202f]/;

/**
 * Reads a run that starts and ends with a digit and has single separators inside.
 *
 * @param percent true when a percent sign follows: then a point is a decimal point, whatever follows it.
 *
 * @example
 * readRun('50,000', '.', false, english); // unclear: 50000 or 50.000
 */
export function readRun(run: string, decimal: '.' | ',', percent: boolean, t: Translate): RunReading {
  const separators = new Set(run.replace(/\d/g, ''));
  if (separators.size === 0) return { type: 'number', digits: run, note: null };
  if (separators.size > 2) return unreadable(run, t);

  const groups = run.split(/\D/);
  const last = groups.at(-1) ?? '';
  const [first, second] = [...separators];
  if (first === undefined) return unreadable(run, t);

  if (second !== undefined) {
    // `1.234,56`: two kinds are certain when the last one stands once and the other groups by three.
    const point = run[run.length - last.length - 1] ?? '';
    const whole = groups.slice(0, -1);
    const once = run.indexOf(point) === run.length - last.length - 1;
    const groupsByThree = once && (point === '.' || point === ',') && isGrouped(whole);
    return groupsByThree ? regrouped(run, `${whole.join('')}.${last}`, t) : unreadable(run, t);
  }

  const grouped = isGrouped(groups);
  if (GROUPING_ONLY.test(first)) return grouped ? regrouped(run, groups.join(''), t) : unreadable(run, t);
  if (first === '.') {
    if (groups.length > 2) return grouped ? regrouped(run, groups.join(''), t) : unreadable(run, t);
    if (percent || !grouped) return { type: 'number', digits: run, note: null };
    return unclearGrouping(run, groups, t);
  }
  // A comma groups, is a decimal sign, or separates the cells of a row.
  if (grouped) return unclearGrouping(run, groups, t);
  if (groups.length > 2) return { type: 'list', parts: groups };
  const asDecimal = groups.join('.');
  if (decimal === ',') return { type: 'number', digits: asDecimal, note: null };
  const offers = [{ title: t('{0} with a decimal point', asDecimal), text: asDecimal }];
  if (!percent)
    offers.push({ title: t('two numbers: {0} and {1}', groups[0] ?? '', last), text: groups.join(' ') });
  return {
    type: 'unclear',
    message: t('The comma in “{0}” is not clear: write a decimal point.', run),
    offers,
  };
}

const SPACED = /[1-9]\d{0,2}(?: +\d{3})+(?![\d.,'’_])/y;
const SIGNED_NUMBER = / *[-+−–] *\d/y;

/**
 * Numbers with plain spaces between them at a place of quick input where they may be one, or null. Plain spaces
 * separate numbers, but nobody counts the 000 customers of `50 000`, and before the first signed number stands one:
 * `1 234 +50 -100`.
 */
export function spacedRun(
  text: string,
  at: number,
  t: Translate,
): { readonly run: string; readonly message: string; readonly offers: readonly QuickOffer[] } | null {
  SPACED.lastIndex = at;
  const run = SPACED.exec(text)?.[0];
  if (run === undefined) return null;
  SIGNED_NUMBER.lastIndex = at + run.length;
  if (!/ 0/.test(run) && !SIGNED_NUMBER.test(text)) return null;
  const parts = run.split(/ +/);
  const numbers = parts.map(Number);
  return {
    run,
    message: t('“{0}” can be read in more than one way.', run),
    offers: [
      { title: t('the number {0}', parts.join('')), text: parts.join('') },
      { title: t('separate numbers: {0}', numbers.join(' ')), text: numbers.join(', ') },
    ],
  };
}

/** 1 to 3 digits without a leading zero, then groups of exactly 3. */
function isGrouped(groups: readonly string[]): boolean {
  return groups.every((group, index) => (index === 0 ? /^[1-9]\d{0,2}$/ : /^\d{3}$/).test(group));
}

function regrouped(run: string, digits: string, t: Translate): RunReading {
  return { type: 'number', digits, note: t('Read {0} as {1}.', run, digits) };
}

function unclearGrouping(run: string, groups: readonly string[], t: Translate): RunReading {
  const joined = groups.join('');
  const offers: QuickOffer[] = [{ title: t('{0}, written without separators', joined), text: joined }];
  if (groups.length === 2) {
    const decimal = `${groups[0] ?? ''}.${(groups[1] ?? '').replace(/0+$/, '')}`.replace(/\.$/, '');
    // Three decimals would be as unclear as before; a fourth tells them from thousands.
    const clear = /\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal;
    offers.push({ title: t('{0}, read as a decimal number', decimal), text: clear });
  }
  // Nobody lists 000 customers.
  if (run.includes(',') && !groups.some((group) => group.startsWith('0'))) {
    const list = groups.map((group) => String(Number(group)));
    offers.push({ title: t('separate numbers: {0}', list.join(' ')), text: list.join(' ') });
  }
  return {
    type: 'unclear',
    message: t('“{0}”: are these thousands or decimals? Choose what you mean.', run),
    offers,
  };
}

function unreadable(run: string, t: Translate): RunReading {
  const digits = run.replace(/\D/g, '');
  return {
    type: 'unclear',
    message: t('“{0}” is not a number I can read. Write it without separators.', run),
    offers: [{ title: t('{0}, written without separators', digits), text: digits }],
  };
}

/** Longer ones would not be exact as doubles. */
const MOST_DIGITS = 15;

/**
 * The exact fraction that digits mean as a percentage (`82.5` → 825/1000) or, with `asShare`, as a share
 * (`0.85` → 85/100). The denominator is a power of ten, at least 100, and as small as it can be. Null when
 * there are too many digits to be exact.
 */
export function percentOf(digits: string, asShare: boolean): Percent | null {
  const [whole = '', fraction = ''] = digits.split('.');
  const decimals = fraction.replace(/0+$/, '');
  if (whole.replace(/^0+/, '').length + decimals.length > MOST_DIGITS || decimals.length > MOST_DIGITS - 3)
    return null;
  let numerator = Number(whole + decimals);
  let denominator = 10 ** (decimals.length + (asShare ? 0 : 2));
  if (denominator < 100) {
    numerator *= 100 / denominator;
    denominator = 100;
  }
  return { numerator, denominator, share: numerator / denominator };
}
