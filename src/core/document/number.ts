import { isDigit } from '../text/chars';
import { POWERS_OF_TEN } from '../text/decimal';

const ZERO = 48;
/** The largest number that a file may hold: above it, doubles do not count one by one. */
export const LARGEST_NUMBER = Number.MAX_SAFE_INTEGER;
/** A longer cell is not looked at for grouping, symbols and exponents. */
const LONGEST = 48;
const LONG_NUMBER = /^[1-9]\d{16,}(?:[.,]\d*)?$/;

/**
 * The number written between `start` and `end` in the format's own way (digits, optionally the decimal
 * sign and digits), or −1 when it is anything else or larger than `LARGEST_NUMBER`. Makes no string.
 */
export function readPlainNumber(text: string, start: number, end: number, decimal: number): number {
  let mantissa = 0;
  let position = start;
  for (; position < end; position++) {
    const code = text.charCodeAt(position);
    if (!isDigit(code)) break;
    mantissa = mantissa * 10 + (code - ZERO);
  }
  if (position === start) return -1;
  if (mantissa > LARGEST_NUMBER) return -1;
  if (position === end) return mantissa;
  if (text.charCodeAt(position) !== decimal || position + 1 === end) return -1;
  const point = position;
  for (position++; position < end; position++) {
    const code = text.charCodeAt(position);
    if (!isDigit(code)) return -1;
    mantissa = mantissa * 10 + (code - ZERO);
  }
  const places = end - point - 1;
  if (mantissa <= LARGEST_NUMBER && places < POWERS_OF_TEN.length) return mantissa / POWERS_OF_TEN[places]!;
  const value = Number(`${text.slice(start, point)}.${text.slice(point + 1, end)}`);
  return value <= LARGEST_NUMBER ? value : -1;
}

/**
 * The value of a text in the format's own way of writing numbers, or null.
 *
 * @example
 * parseNumber('1250,50', ','); // 1250.5
 */
export function parseNumber(text: string, decimal: '.' | ',' = '.'): number | null {
  const trimmed = text.trim();
  const value = readPlainNumber(trimmed, 0, trimmed.length, decimal.charCodeAt(0));
  return value < 0 ? null : value;
}

/** So long is a number of two groups of digits: `1.000` to `999.999`. */
const SHORTEST_GROUPED = 5;
const LONGEST_GROUPED = 7;

/**
 * True for a number in the format's own way that would be a thousand times as large if its decimal sign
 * grouped digits: `1.234`, and `1.000` too. Makes no string.
 */
export function mayBeGrouped(text: string, start: number, end: number): boolean {
  const length = end - start;
  return (
    length >= SHORTEST_GROUPED &&
    length <= LONGEST_GROUPED &&
    !isDigit(text.charCodeAt(end - 4)) &&
    text.charCodeAt(start) !== ZERO
  );
}

/** One way to read a number that is not written in the format's way. */
export interface NumberReading {
  /** The number in the format's way. */
  readonly text: string;
  /** The decimal sign its author uses if this is what was meant; null where that makes no difference. */
  readonly sign: '.' | ',' | null;
}

/** What `readForeignNumber` found: see `NumberRepair` for the kinds. */
export interface ForeignReading {
  readonly kind: NumberRepair['kind'];
  readonly readings: readonly NumberReading[];
}

export interface NumberRepair {
  /**
   * `grouping`: grouping, sign, exponent, currency or another decimal sign; `negative`; `large`: above
   * `LARGEST_NUMBER`, however it is read; or no number at all.
   */
  readonly kind: 'grouping' | 'negative' | 'large' | 'bad';
  /** What may have been meant, written in the format's way, likeliest first. */
  readonly candidates: readonly string[];
}

/**
 * Says what is wrong with a text that is no number, and what may have been meant by it: `1,234` may be
 * 1234 or, if the comma was a decimal sign, 1.234. Nothing is decided here.
 */
export function repairNumber(text: string, decimal: '.' | ','): NumberRepair {
  const { kind, readings } = readForeignNumber(text, decimal);
  return { kind, candidates: readings.map((reading) => reading.text) };
}

/**
 * The same with the decimal sign that each reading supposes, so that a whole column can be read one way.
 *
 * @example
 * readForeignNumber('1,234', '.').readings; // [{ text: '1234', sign: '.' }, { text: '1.234', sign: ',' }]
 */
export function readForeignNumber(text: string, decimal: '.' | ','): ForeignReading {
  const bad: ForeignReading = { kind: 'bad', readings: [] };
  const large: ForeignReading = { kind: 'large', readings: [] };
  let rest = text.trim();
  if (rest.length > LONGEST) return LONG_NUMBER.test(rest) ? large : bad;
  if (!/\d/.test(rest)) return bad;
  const parenthesised = /^\((.*)\)$/.exec(rest);
  if (parenthesised !== null) rest = parenthesised[1]!;
  rest = withoutCurrency(rest);
  const sign = /^([+\-−–])\s?|\s?([-−–])$/.exec(rest);
  let negative = parenthesised !== null;
  if (sign !== null) {
    negative ||= sign[0].trim() !== '+';
    rest = sign.index === 0 ? rest.slice(sign[0].length) : rest.slice(0, sign.index);
  }
  rest = withoutCurrency(rest);
  const forms = plainForms(rest, decimal);
  if (forms.length === 0) return bad;
  const readings = forms.filter((form) => parseNumber(form.text, decimal) !== null);
  if (readings.length === 0) return large;
  const isZero = readings.every((reading) => parseNumber(reading.text, decimal) === 0);
  return { kind: negative && !isZero ? 'negative' : 'grouping', readings };
}

function withoutCurrency(text: string): string {
  return text
    .replace(/^(?:\p{Sc}|[A-Z]{3}\b|kr\.?|zł)\s?/u, '')
    .replace(/\s?(?:\p{Sc}|[A-Z]{3}|kr\.?|zł|,-)$/u, '');
}

/** The plain spellings of a number written with grouping, an exponent or another decimal sign. */
function plainForms(text: string, decimal: '.' | ','): readonly NumberReading[] {
  const anySign = (form: string): NumberReading => ({ text: form, sign: null });
  if (/^\d+$/.test(text)) return [anySign(text)];
  const exponent = /^(\d+)(?:[.,](\d+))?[eE]([+-]?\d{1,2})$/.exec(text);
  if (exponent !== null) {
    return shifted(exponent[1]!, exponent[2] ?? '', Number(exponent[3]), decimal).map(anySign);
  }
  const half = /^[.,](\d+)$/.exec(text);
  if (half !== null) return [anySign(`0${decimal}${half[1]}`)];
  const open = /^(\d+)[.,]$/.exec(text);
  if (open !== null) return [anySign(open[1]!)];
  const match = /^(\d+)((?:[.,'’_\s]\d+)+)$/.exec(text);
  if (match === null) return [];
  const separators = match[2]!.replace(/\d/g, '');
  const last = separators.at(-1)!;
  const fraction = text.slice(text.lastIndexOf(last) + 1);
  const asGrouping = isGrouped(text) ? text.replace(/\D/g, '') : null;
  const whole = text.slice(0, text.lastIndexOf(last));
  const mayBeDecimal =
    (last === '.' || last === ',') && separators.indexOf(last) === separators.length - 1 && isGrouped(whole);
  const asDecimal = mayBeDecimal ? whole.replace(/\D/g, '') + decimal + fraction : null;
  const readings: NumberReading[] = [];
  if (asGrouping !== null) readings.push({ text: asGrouping, sign: otherSign(last) });
  if (asDecimal !== null && (last === '.' || last === ',')) readings.push({ text: asDecimal, sign: last });
  return readings;
}

/** Who groups by one sign takes the other one for decimals. */
function otherSign(grouping: string): '.' | ',' | null {
  return grouping === '.' ? ',' : grouping === ',' ? '.' : null;
}

/** True for digits in groups of three by one kind of separator (two in the Indian way, but for the last). */
function isGrouped(text: string): boolean {
  if (/^\d+$/.test(text)) return true;
  const groups = text.split(/\D/);
  const separators = new Set(text.replace(/\d/g, ''));
  if (separators.size !== 1 || groups[0]!.length > 3 || groups.at(-1)!.length !== 3) return false;
  const middle = groups.slice(1, -1);
  return middle.every((group) => group.length === 3) || middle.every((group) => group.length === 2);
}

function shifted(whole: string, fraction: string, exponent: number, decimal: string): readonly string[] {
  const all = whole + fraction;
  const point = whole.length + exponent;
  if (point < -9) return [];
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0');
  const place = Math.max(point, 1);
  const integer = padded.slice(0, place).replace(/^0+(?=\d)/, '');
  const rest = padded.slice(place).replace(/0+$/, '');
  return [rest === '' ? integer : integer + decimal + rest];
}
