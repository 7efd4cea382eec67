import { add, fractionOf, multiply, subtract, toNumber } from './exact';
import type { Fraction } from './exact';

const LIMB = 2 ** 30;
const LIMB_BITS = 30n;
/** Numbers below these go the fast way; a million of them keep every partial sum below 2^53. */
const WHOLE_LIMIT = 2 ** 32;
const FRACTION_LIMIT = 8;

/**
 * A sum of doubles that forgets nothing: what was added can be taken out again, in any order, and the sum is the same
 * as if it had never been in. So a total that is kept up to date through a thousand edits equals, bit for bit, the
 * one computed from the file that results.
 *
 * Whole numbers are summed as they are, shares as three whole numbers of 30 bits each, and the rest, which hardly
 * occurs, as fractions of BigInt.
 */
export class ExactSum {
  private whole = 0;
  private high = 0;
  private middle = 0;
  private low = 0;
  private rest: Fraction = { numerator: 0n, denominator: 1n };

  add(value: number): void {
    this.include(value, 1);
  }

  /** Takes out a number that was added before. */
  remove(value: number): void {
    this.include(value, -1);
  }

  /** The sum, exactly. */
  total(): Fraction {
    const limbs = (((BigInt(this.high) << LIMB_BITS) + BigInt(this.middle)) << LIMB_BITS) + BigInt(this.low);
    const fast = add({ numerator: limbs, denominator: LIMB_DENOMINATOR }, fractionOf(this.whole));
    return this.rest.numerator === 0n ? fast : add(fast, this.rest);
  }

  /** The sum as a double where all that was added are moderate whole numbers, else null. */
  get wholeTotal(): number | null {
    const onlyWhole = this.high === 0 && this.middle === 0 && this.low === 0 && this.rest.numerator === 0n;
    return onlyWhole && Number.isSafeInteger(this.whole) ? this.whole : null;
  }

  private include(value: number, sign: 1 | -1): void {
    if (Number.isInteger(value) && Math.abs(value) <= WHOLE_LIMIT) {
      this.whole += sign * value;
    } else if (Math.abs(value) < FRACTION_LIMIT) {
      // Each step multiplies by a power of two and takes out a whole number: no rounding. What is smaller
      // than 2^-90 is dropped, the same for adding and for taking out.
      const scaled = value * LIMB;
      const high = Math.trunc(scaled);
      const scaledRest = (scaled - high) * LIMB;
      const middle = Math.trunc(scaledRest);
      const low = Math.trunc((scaledRest - middle) * LIMB);
      this.high += sign * high;
      this.middle += sign * middle;
      this.low += sign * low;
    } else {
      const exact = fractionOf(value);
      this.rest = sign === 1 ? add(this.rest, exact) : subtract(this.rest, exact);
    }
  }
}

const LIMB_DENOMINATOR = 1n << (3n * LIMB_BITS);

/** The mean of a sum over `count` numbers, correctly rounded. */
export function meanOf(sum: ExactSum, count: number): number {
  return toNumber(multiply(sum.total(), { numerator: 1n, denominator: BigInt(count) }));
}
