/**
 * Sums that forget nothing: what was added can be taken out again, in any order, and the sum is the same as if it had
 * never been in. So a total that is kept up to date through a thousand edits equals, bit for bit, the one computed from
 * the file that results.
 */
import { ZERO, add, fractionOf, multiply, subtract, toNumber } from './exact';
import type { Fraction } from './exact';

/** Whole numbers up to this are summed as doubles: two million of them keep the sum below 2^53. */
const WHOLE_LIMIT = 2 ** 32;

/** A sum of counts. Numbers with decimals mean the decimals they print as. */
export class CountSum {
  private whole = 0;
  private rest: Fraction = ZERO;

  add(value: number): void {
    if (isModerate(value)) this.whole += value;
    else this.rest = add(this.rest, fractionOf(value));
  }

  /** Takes out a number that was added before. */
  remove(value: number): void {
    if (isModerate(value)) this.whole -= value;
    else this.rest = subtract(this.rest, fractionOf(value));
  }

  /** The sum, exactly. */
  total(): Fraction {
    return add(this.rest, fractionOf(this.whole));
  }

  /** The sum as a number where all that is in it are moderate whole numbers, else null. */
  get wholeTotal(): number | null {
    return this.rest.numerator === 0n ? this.whole : null;
  }
}

/** True for a whole number of which a million can be added as doubles without rounding. */
export function isModerate(value: number): boolean {
  return Number.isInteger(value) && value <= WHOLE_LIMIT && value >= -WHOLE_LIMIT;
}

const LIMB = 2 ** 30;
const LIMB_BITS = 30n;
const LIMBS_DENOMINATOR = 1n << (3n * LIMB_BITS);
/** Shares below this are summed as limbs: a million of them keep each limb's sum below 2^53. */
const SHARE_LIMIT = 8;

/**
 * A sum of shares or of their logarithms, to 90 binary places: three whole numbers of 30 bits each. What lies beyond is
 * dropped from each number the same way whenever it is added or taken out.
 */
export class ShareSum {
  private high = 0;
  private middle = 0;
  private low = 0;
  /** Numbers too large for limbs; hardly ever any. */
  private rest: Fraction = ZERO;

  add(value: number): void {
    this.include(value, 1);
  }

  /** Takes out a number that was added before. */
  remove(value: number): void {
    this.include(value, -1);
  }

  /** The sum as a double. */
  total(): number {
    return toNumber(this.exact());
  }

  /** The sum divided by `count`, rounded once. */
  mean(count: number): number {
    return toNumber(multiply(this.exact(), { numerator: 1n, denominator: BigInt(count) }));
  }

  private exact(): Fraction {
    const limbs = (((BigInt(this.high) << LIMB_BITS) + BigInt(this.middle)) << LIMB_BITS) + BigInt(this.low);
    return add({ numerator: limbs, denominator: LIMBS_DENOMINATOR }, this.rest);
  }

  private include(value: number, sign: 1 | -1): void {
    if (Math.abs(value) >= SHARE_LIMIT) {
      const exact = fractionOf(value);
      this.rest = sign === 1 ? add(this.rest, exact) : subtract(this.rest, exact);
      return;
    }
    // Each step multiplies by a power of two and takes out a whole number: no rounding.
    const scaled = value * LIMB;
    const high = Math.trunc(scaled);
    const scaledRest = (scaled - high) * LIMB;
    const middle = Math.trunc(scaledRest);
    this.high += sign * high;
    this.middle += sign * middle;
    this.low += sign * Math.trunc((scaledRest - middle) * LIMB);
  }
}
