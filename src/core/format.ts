/** How numbers are written for people. Files and the command line's JSON never use it. */
export interface NumberFormat {
  /** Decimal separator. */
  readonly decimal: string;
  /** Between groups of three digits; '' for none. */
  readonly group: string;
  /** Between a number and its unit (`%`, `pt`); '' where space is scarce. */
  readonly space: string;
  readonly minus: string;
}

/** `1 050`, `80.0 %`, `−5.0 pt`: digits grouped by a narrow space that does not break. */
export const PLAIN_FORMAT: NumberFormat = { decimal: '.', group: '\u202f', space: ' ', minus: '\u2212' };

/** `80.0%`: for the cells of a table. */
export const COMPACT_FORMAT: NumberFormat = { decimal: '.', group: '\u202f', space: '', minus: '\u2212' };

/** What other programs read: `80.0%`, `-5.0`, `50000`. */
export const COPY_FORMAT: NumberFormat = { decimal: '.', group: '', space: '', minus: '-' };

/**
 * A number as decimal digits, rounded half away from zero to `digits` decimals: `2.25` → `2.3`, `-2.25` → `-2.3`.
 *
 * It rounds the shortest decimal that names the double, not its binary value, because people mean the
 * decimal they see: 3 of 2000 is 0.15 % and becomes 0.2 %, where `(0.15).toFixed(1)` says `0.1`.
 *
 * @param shift moves the decimal point to the right first: 2 turns a share into a percentage without a rounding error.
 * @returns digits with an ASCII minus and a point; a result of zero has no sign. Not finite: `String(value)`.
 *
 * @example
 * roundDecimal(0.0015, 1, 2); // '0.2'
 */
export function roundDecimal(value: number, digits: number, shift = 0): string {
  if (!Number.isFinite(value)) return String(value);
  // Counts, of which a sheet is full, are their own digits.
  if (digits === 0 && shift === 0 && Number.isSafeInteger(value)) return String(value);
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const fraction = mantissa.replace('.', '');
  // The value is 0.<fraction> × 10^point.
  const point = Number(exponent) + 1 + shift;
  const kept = point + digits;
  let scaled = kept <= 0 ? '0' : fraction.slice(0, kept).padEnd(kept, '0');
  const next = kept < 0 ? '0' : (fraction[kept] ?? '0');
  if (next >= '5') scaled = String(BigInt(scaled) + 1n);
  const padded = scaled.replace(/^0+(?=\d)/, '').padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const text = digits > 0 ? `${whole}.${padded.slice(padded.length - digits)}` : whole;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/**
 * A number for people, with a real minus sign.
 *
 * @example
 * formatNumber(-1050.5, 1); // '−1 050.5'
 */
export function formatNumber(value: number, digits: number, format: NumberFormat = PLAIN_FORMAT): string {
  return dress(roundDecimal(value, digits), format);
}

/**
 * A whole number of customers; a fraction, where somebody typed one, stays visible.
 *
 * @example
 * formatCount(50000); // '50 000'
 */
export function formatCount(value: number, format: NumberFormat = PLAIN_FORMAT): string {
  return Number.isInteger(value)
    ? dress(roundDecimal(value, 0), format)
    : dress(String(value).includes('e') ? roundDecimal(value, 6) : String(value), format);
}

/**
 * A share as a percentage with one decimal, half away from zero.
 *
 * @example
 * formatPercent(0.8); // '80.0 %'
 */
export function formatPercent(share: number, format: NumberFormat = PLAIN_FORMAT): string {
  return `${dress(roundDecimal(share, 1, 2), format)}${format.space}%`;
}

/**
 * A difference in percentage points, always with its sign: a goal gap of nothing is `0.0 pt`.
 *
 * @example
 * formatPoints(-5); // '−5.0 pt'
 */
export function formatPoints(points: number, format: NumberFormat = PLAIN_FORMAT): string {
  const digits = roundDecimal(points, 1);
  const sign = points > 0 && /[1-9]/.test(digits) ? '+' : '';
  return `${sign}${dress(digits, format)}${format.space}pt`;
}

/**
 * A p-value as it is written: three decimals, and no zeros that it does not have.
 *
 * @example
 * formatProbability(0.0123); // 'p = 0.012'
 * formatProbability(1e-9); // 'p < 0.001'
 */
export function formatProbability(p: number, format: NumberFormat = PLAIN_FORMAT): string {
  return p < 0.001 ? `p < ${formatNumber(0.001, 3, format)}` : `p = ${formatNumber(p, 3, format)}`;
}

function dress(digits: string, format: NumberFormat): string {
  const negative = digits.startsWith('-');
  const [whole = '', fraction] = (negative ? digits.slice(1) : digits).split('.');
  const grouped = format.group === '' ? whole : whole.replace(/\B(?=(?:\d{3})+$)/g, format.group);
  return (negative ? format.minus : '') + grouped + (fraction === undefined ? '' : format.decimal + fraction);
}
