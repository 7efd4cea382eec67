/**
 * Exact arithmetic for counts, goals and rates.
 *
 * Customers are whole numbers and goals are decimals, so every question about them ("how many are 7 % of 100?")
 * has an exact answer that doubles miss: `Math.ceil(0.07 * 100)` is 8. Whole numbers take the fast way, with
 * each product checked against 2^53; everything else goes through fractions of BigInt and is rounded once.
 */

/** A fraction in whole numbers; the denominator is positive. It need not be in lowest terms. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fractions 0 and 1. */
export const ZERO: Fraction = { numerator: 0n, denominator: 1n };
export const ONE: Fraction = { numerator: 1n, denominator: 1n };

/**
 * The decimal a double was written as, exactly: 12.1 is 121/10, not the nearest binary number.
 *
 * @throws RangeError when the value is not finite.
 *
 * @example
 * fractionOf(12.5); // { numerator: 125n, denominator: 10n }
 */
export function fractionOf(value: number): Fraction {
  if (Number.isInteger(value)) return { numerator: BigInt(value), denominator: 1n };
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no exact value.`);
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const digits = BigInt(whole + decimals);
  // There are decimals behind the point: the value is not whole.
  return { numerator: digits, denominator: 10n ** BigInt(decimals.length - Number(exponent)) };
}

/** The exact fraction of a percentage; see `Percent`. */
export function fractionOfPercent(percent: {
  readonly numerator: number;
  readonly denominator: number;
}): Fraction {
  return divide(fractionOf(percent.numerator), fractionOf(percent.denominator));
}

export function add(a: Fraction, b: Fraction): Fraction {
  // Decimals have powers of ten below: staying on the greater one keeps long sums from growing.
  if (a.denominator % b.denominator === 0n) {
    const factor = a.denominator / b.denominator;
    return { numerator: a.numerator + b.numerator * factor, denominator: a.denominator };
  }
  if (b.denominator % a.denominator === 0n) return add(b, a);
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** @throws RangeError when `b` is 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.numerator === 0n) throw new RangeError('Division by 0.');
  const sign = b.numerator < 0n ? -1n : 1n;
  return {
    numerator: sign * a.numerator * b.denominator,
    denominator: sign * a.denominator * b.numerator,
  };
}

/**
 * The product of quotients of two numbers each; 1 for none. Whole ones are multiplied as doubles as long as these have
 * room for the product, and make a BigInt only then.
 *
 * @throws RangeError when a divisor is 0.
 *
 * @example
 * productOfQuotients([[90, 100], [400, 500]]); // { numerator: 36000n, denominator: 50000n }
 */
export function productOfQuotients(quotients: Iterable<readonly [a: number, b: number]>): Fraction {
  let product = ONE;
  let [above, below] = [1, 1];
  for (const [a, b] of quotients) {
    const [numerator, denominator] = [above * a, below * b];
    const isExact = Number.isInteger(a) && Number.isInteger(b) && b > 0;
    if (isExact && Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) {
      [above, below] = [numerator, denominator];
      continue;
    }
    product = multiply(product, { numerator: BigInt(above), denominator: BigInt(below) });
    [above, below] = [1, 1];
    product = multiply(product, divide(fractionOf(a), fractionOf(b)));
  }
  return multiply(product, { numerator: BigInt(above), denominator: BigInt(below) });
}

/** Negative, zero or positive, as `a` is smaller than, equal to or greater than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The greatest whole number that is not above the fraction. */
export function floor({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/** The smallest whole number that is not below the fraction. */
export function ceil({ numerator, denominator }: Fraction): bigint {
  return -floor({ numerator: -numerator, denominator });
}

/** Bits of the quotient that `toNumber` computes before it rounds: more than the 53 of a double. */
const QUOTIENT_BITS = 66;

/**
 * The double nearest to a fraction (ties to even); ±Infinity beyond the range of doubles.
 *
 * @example
 * toNumber({ numerator: 1n, denominator: 3n }) === 1 / 3; // true
 */
export function toNumber({ numerator, denominator }: Fraction): number {
  if (numerator < 0n) return -toNumber({ numerator: -numerator, denominator });
  const shift = Math.max(0, QUOTIENT_BITS - bitLength(numerator) + bitLength(denominator));
  const scaled = numerator << BigInt(shift);
  const quotient = scaled / denominator;
  // What the division left over must still break a tie, so it survives as the lowest bit.
  const sticky = quotient * denominator === scaled ? quotient : quotient | 1n;
  // Two steps, because 2^shift alone may be beyond a double where the result is not.
  const half = Math.floor(shift / 2);
  return Number(sticky) / 2 ** half / 2 ** (shift - half);
}

/**
 * `a / b`, correctly rounded, for two numbers that mean the decimals they print as.
 *
 * @throws RangeError when `b` is 0 or a number is not finite.
 *
 * @example
 * quotient(12.1, 0.1); // 121
 */
export function quotient(a: number, b: number): number {
  if (b === 0) throw new RangeError('Division by 0.');
  if (Number.isSafeInteger(a) && Number.isSafeInteger(b)) return a / b;
  return toNumber(divide(fractionOf(a), fractionOf(b)));
}

/** Splits a double of 53 bits into two halves whose products are exact (Veltkamp). */
const SPLITTER = 2 ** 27 + 1;

/**
 * What `rounded = quotient(a, b)` lacks: a/b − rounded, itself rounded. Together they are the quotient to twice the
 * precision. 0 where the numbers are not moderate whole ones.
 *
 * Source: T. J. Dekker (1971), "A floating-point technique for extending the available precision".
 *
 * @example
 * quotientError(1, 3, 1 / 3) > 0; // true, because 1 / 3 as a double is too small
 */
export function quotientError(a: number, b: number, rounded: number): number {
  if (!isSmallInteger(a) || !isSmallInteger(b)) return 0;
  const product = rounded * b;
  const p = rounded * SPLITTER;
  const q = b * SPLITTER;
  const roundedHigh = p - (p - rounded);
  const roundedLow = rounded - roundedHigh;
  const bHigh = q - (q - b);
  const bLow = b - bHigh;
  const productError =
    roundedHigh * bHigh - product + roundedHigh * bLow + roundedLow * bHigh + roundedLow * bLow;
  return (a - product - productError) / b;
}

/** Sums of up to eight whole numbers below this stay exact in a double. */
const SMALL = 2 ** 50;
/** Below this, amounts that differ by a cent are different doubles, and hundredths are exact whole numbers. */
const CENTS_LIMIT = 2 ** 40;

/**
 * `a + b + c − d`, correctly rounded, for numbers that mean the decimals they print as.
 *
 * @throws RangeError when a number is not finite.
 *
 * @example
 * sumLess(0.1, 0.2, 0, 0.3); // 0
 */
export function sumLess(a: number, b: number, c: number, d: number): number {
  if (isSmallInteger(a) && isSmallInteger(b) && isSmallInteger(c) && isSmallInteger(d)) return a + b + c - d;
  if (isCents(a) && isCents(b) && isCents(c) && isCents(d)) {
    return (Math.round(a * 100) + Math.round(b * 100) + Math.round(c * 100) - Math.round(d * 100)) / 100;
  }
  return toNumber(subtract(add(add(fractionOf(a), fractionOf(b)), fractionOf(c)), fractionOf(d)));
}

function isSmallInteger(value: number): boolean {
  return Number.isInteger(value) && value < SMALL && value > -SMALL;
}

/**
 * True for what is written with at most two decimals, as money is, and moderate: a sum of its hundredths is exact,
 * and the one division rounds correctly. Saves the fractions for a file of 100 000 amounts.
 */
function isCents(value: number): boolean {
  return value < CENTS_LIMIT && value > -CENTS_LIMIT && Math.round(value * 100) / 100 === value;
}

function bitLength(value: bigint): number {
  // Hexadecimal is the cheapest exact measure the language offers.
  const digits = value.toString(16);
  return digits.length * 4 - (Math.clz32(parseInt(digits[0]!, 16)) - 28);
}
