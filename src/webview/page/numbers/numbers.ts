import { roundDecimal } from '../../../core';
import { trimDecimal } from './decimal';

/** U+2212, as long as the plus sign and the digits are wide; a hyphen is neither. */
export const MINUS = '\u2212';
/** U+202F, narrow no-break space: keeps a unit with its number. */
export const NARROW_SPACE = '\u202f';

/** From here on the hundredths of an amount say nothing. */
const WHOLE_FROM = 1000;
/** More numbers than a page shows at once. */
const MOST_REMEMBERED = 5000;

/** Numbers as people read them, in one locale. What it returns is for display only, never for the file. */
export interface NumberDisplay {
  /** The locale in use, canonical. */
  readonly locale: string;
  /** A whole number with the locale's grouping: `50,000`. */
  readonly count: (value: number) => string;
  /** A change of a count with its sign: `+50`, `−100`, `0`. */
  readonly signedCount: (change: number) => string;
  /** Exact decimal text (ASCII, `-?digits[.digits]`) of any size: `1,050.3`. */
  readonly decimal: (text: string) => string;
  /** A share as a percentage with one decimal, half away from zero: `80.5 %` from 0.805. */
  readonly percent: (share: number) => string;
  /** A share somebody wrote, as precisely as it was written: `85 %`, `82.5 %`. */
  readonly exactPercent: (share: number) => string;
  /** As `percent` without the sign, for ranges that name the unit once: `80.5`. */
  readonly percentDigits: (share: number) => string;
  /** Percentage points with their sign and one decimal: `+5.0`, `−5.0`, `0.0`. */
  readonly signedPoints: (points: number) => string;
  /**
   * An amount of money, from a thousand on without the small change, which has as many digits as its currency
   * (ISO 4217) uses; without a currency a plain number: `€10.79`, `¥11`, `€25,000`.
   */
  readonly money: (amount: number, currency: string | null) => string;
  /** A change of an amount with its sign: `+€500`. */
  readonly signedMoney: (change: number, currency: string | null) => string;
}

/** `Intl.NumberFormat` as the language has it since 2023: decimal text is formatted exactly. */
interface ExactFormat {
  formatToParts(value: number | bigint | string): Intl.NumberFormatPart[];
}

/**
 * The display of numbers for a file: its own `locale` if it names one the platform knows, else the editor's.
 *
 * @param preferred BCP 47 tags, best first; unknown and malformed ones are passed over
 *
 * @example
 * numberDisplay(['de-DE']).percent(0.805); // '80,5 %' with a narrow no-break space
 */
export function numberDisplay(preferred: readonly (string | null | undefined)[]): NumberDisplay {
  const locale = firstKnownLocale(preferred);
  const format = (options: Intl.NumberFormatOptions): ExactFormat =>
    new Intl.NumberFormat(locale, options) as unknown as ExactFormat;
  const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const whole = format({ maximumFractionDigits: 0 });
  const changes = format({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const decimals = format({ maximumFractionDigits: 20 });
  const percents = format({ style: 'percent', ...oneDecimal });
  const exactPercents = format({ style: 'percent', maximumFractionDigits: 10 });
  const tenths = format(oneDecimal);
  const signed = format({ signDisplay: 'exceptZero', ...oneDecimal });
  const decimalsOf = remembered(currencyDecimals);
  const amounts = new Map<string, ExactFormat>();
  const money = (amount: number, currency: string | null, signDisplay: 'auto' | 'exceptZero'): string => {
    const small = decimalsOf(currency);
    // After rounding: 999.999 is a thousand, as it will be read.
    const shown = Number(roundDecimal(amount, small));
    const digits = Math.abs(shown) >= WHOLE_FROM || Number.isInteger(shown) ? 0 : small;
    const key = `${currency ?? ''} ${digits} ${signDisplay}`;
    let known = amounts.get(key);
    if (known === undefined) {
      const unit = currency === null ? {} : ({ style: 'currency', currency } as const);
      known = format({ ...unit, signDisplay, minimumFractionDigits: digits, maximumFractionDigits: digits });
      amounts.set(key, known);
    }
    return typeset(known.formatToParts(roundDecimal(amount, digits)));
  };
  // Locale data write `80%` in English; this product writes `80 %` (ISO 80000-1) in all its surfaces.
  const english = new Intl.Locale(locale).language === 'en';
  const spaced = (percent: string): string => (english ? percent.replace('%', `${NARROW_SPACE}%`) : percent);
  return {
    locale,
    count: remembered((value) => typeset(whole.formatToParts(value))),
    signedCount: remembered((change) => typeset(changes.formatToParts(change))),
    decimal: (text) => typeset(decimals.formatToParts(text)),
    percent: remembered((share) =>
      spaced(typeset(percents.formatToParts(`${roundDecimal(share, 1, 2)}e-2`))),
    ),
    exactPercent: remembered((share) =>
      spaced(typeset(exactPercents.formatToParts(`${trimDecimal(roundDecimal(share, 10, 2))}e-2`))),
    ),
    percentDigits: remembered((share) => typeset(tenths.formatToParts(roundDecimal(share, 1, 2)))),
    signedPoints: remembered((points) => typeset(signed.formatToParts(roundDecimal(points, 1)))),
    money: (amount, currency) => money(amount, currency, 'auto'),
    signedMoney: (change, currency) => money(change, currency, 'exceptZero'),
  };
}

/**
 * Formatting takes microseconds, and a page draws the same few numbers over and over: it keeps what it has formatted,
 * up to a size.
 */
function remembered<K, T>(format: (value: K) => T): (value: K) => T {
  const known = new Map<K, T>();
  return (value) => {
    // A map takes −0 for 0, which may look different.
    if (Object.is(value, -0)) return format(value);
    let result = known.get(value);
    if (result === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      result = format(value);
      known.set(value, result);
    }
    return result;
  };
}

/** How many digits of small change a currency uses: 2 for euros, 0 for yen, 3 for Kuwaiti dinars; 2 without one. */
function currencyDecimals(currency: string | null): number {
  if (currency === null) return 2;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** A true minus, and narrow spaces that do not break, whatever the platform's locale data hold. */
function typeset(parts: readonly Intl.NumberFormatPart[]): string {
  let text = '';
  for (const { type, value } of parts) {
    text += type === 'minusSign' ? value.replace('-', MINUS) : value.replace(/[\s\u00a0]/g, NARROW_SPACE);
  }
  return text;
}

function firstKnownLocale(preferred: readonly (string | null | undefined)[]): string {
  for (const tag of preferred) {
    if (tag === null || tag === undefined || tag === '') continue;
    try {
      const known = Intl.NumberFormat.supportedLocalesOf(tag)[0];
      if (known !== undefined) return known;
    } catch {
      // A malformed tag is the file's affair (R204); here the next choice serves.
    }
  }
  return 'en';
}
