import { EXACT_DIGITS } from '../text/decimal';
import { parseNumber, repairNumber } from './number';
import type { Percent } from './types';

/** Above this a bare number is no percentage. */
const LARGEST = 1000;

/** How a text reads as a percentage. */
export interface PercentReading {
  readonly value: Percent | null;
  /**
   * `plain`: written as it should be (or as a ratio, or blank). `bare`: a percentage without its sign.
   * `ambiguous`: 1 may be 1 % or 100 %. `grouping`, `negative`, `bad`: see `repairNumber`.
   */
  readonly kind: 'plain' | 'bare' | 'ambiguous' | 'grouping' | 'negative' | 'bad';
  /** What may have been meant, written in the format's way. */
  readonly candidates: readonly string[];
}

const BAD: PercentReading = { value: null, kind: 'bad', candidates: [] };

/**
 * Reads a percentage: `85%`, `82.5 %`; a bare 0 < x < 1 is a ratio, a bare 1 < x ≤ 1000 a percentage whose
 * sign is missing, a bare 1 can't be told.
 *
 * @example
 * readPercent('82.5 %', '.').value; // { numerator: 825, denominator: 1000, share: 0.825 }
 */
export function readPercent(text: string, decimal: '.' | ','): PercentReading {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null, kind: 'plain', candidates: [] };
  const signed = trimmed.endsWith('%');
  const written = signed ? trimmed.slice(0, -1).trimEnd() : trimmed;
  const value = parseNumber(written, decimal);
  if (value === null) return repair(written, decimal);
  if (value > LARGEST) return BAD;
  if (signed) return { value: percentOf(written, decimal, 2), kind: 'plain', candidates: [] };
  if (value < 1) return { value: percentOf(written, decimal, 0), kind: 'plain', candidates: [] };
  if (value === 1) return { value: null, kind: 'ambiguous', candidates: ['100%', '1%'] };
  return { value: percentOf(written, decimal, 2), kind: 'bare', candidates: [`${written}%`] };
}

function repair(written: string, decimal: '.' | ','): PercentReading {
  const { kind, candidates } = repairNumber(written, decimal);
  return {
    value: null,
    kind: kind === 'large' ? 'bad' : kind,
    candidates: candidates.map((candidate) => `${candidate}%`),
  };
}

/** The exact share of a plain number divided by ten to the `hundredths`. */
function percentOf(written: string, decimal: '.' | ',', hundredths: number): Percent {
  const point = written.indexOf(decimal);
  const whole = point < 0 ? written : written.slice(0, point);
  let fraction = point < 0 ? '' : withoutTrailingZeros(written.slice(point + 1));
  const room = EXACT_DIGITS - Number(whole).toString().length;
  if (fraction.length > room) fraction = fraction.slice(0, Math.max(0, room));
  const numerator = Number(whole + fraction);
  const denominator = 10 ** (fraction.length + hundredths);
  return { numerator, denominator, share: numerator / denominator };
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

/**
 * An exact percentage from a text such as `85%`, `82.5 %` or `0.85`, or null when it is none or can't be
 * told (a bare `1`).
 */
export function parsePercent(text: string, decimal: '.' | ',' = '.'): Percent | null {
  return readPercent(text, decimal).value;
}
