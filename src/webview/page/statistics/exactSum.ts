import { roundDecimalText, scaledToDecimal, trimDecimal } from '../numbers';

/** Largest number of decimals tried without going through text. */
const FAST_SCALES = 6;
/** A running sum is moved to a big integer before it could pass 2⁵³. */
const FLUSH_AT = 2 ** 52;

/**
 * Count, sum, mean, minimum and maximum of numbers that were *written* as decimals: 0.1 + 0.2 is 0.3.
 *
 * Every double is taken for the shortest decimal that reads back as it, which is what the file says, and
 * is added as a whole number of its own power of ten. Whole numbers cost one addition.
 *
 * @example
 * const sum = new ExactSum();
 * sum.add(0.1);
 * sum.add(0.2);
 * sum.total(); // '0.3'
 */
export class ExactSum {
  count = 0;
  minimum = Infinity;
  maximum = -Infinity;
  /** Sum of the numbers with that many decimals, in units of the last one; small part and flushed part. */
  readonly #small: number[] = [0];
  readonly #large: bigint[] = [0n];

  /** Adds a finite number. */
  add(value: number): void {
    this.count++;
    if (value < this.minimum) this.minimum = value;
    if (value > this.maximum) this.maximum = value;
    if (Number.isSafeInteger(value)) {
      this.#addScaled(value, 0);
      return;
    }
    let power = 1;
    for (let scale = 1; scale <= FAST_SCALES; scale++) {
      power *= 10;
      const scaled = Math.round(value * power);
      if (!Number.isSafeInteger(scaled)) break;
      // Division rounds correctly, so equality means: `value` is the double of this decimal.
      if (scaled / power === value) {
        this.#addScaled(scaled, scale);
        return;
      }
    }
    const { digits, scale } = decimalOf(value);
    this.#grow(scale);
    this.#large[scale] = (this.#large[scale] ?? 0n) + digits;
  }

  /** The exact sum as decimal text, '0' when nothing was added. */
  total(): string {
    const { sum, scale } = this.#sum();
    return trimDecimal(scaledToDecimal(sum, scale));
  }

  /** The mean with two decimals more than the numbers have, half away from zero; null when nothing was added. */
  mean(): string | null {
    if (this.count === 0) return null;
    const { sum, scale } = this.#sum();
    const digits = scale + 2;
    // Three more digits and a sticky one decide the rounding exactly.
    const scaled = sum * 10n ** 5n;
    const quotient = scaled / BigInt(this.count);
    const inexact = quotient * BigInt(this.count) !== scaled;
    const decimal = scaledToDecimal(quotient, scale + 5) + (inexact ? '1' : '0');
    return trimDecimal(roundDecimalText(decimal, digits));
  }

  #addScaled(scaled: number, scale: number): void {
    this.#grow(scale);
    const sum = (this.#small[scale] ?? 0) + scaled;
    if (Math.abs(sum) < FLUSH_AT) {
      this.#small[scale] = sum;
    } else {
      // Added as big integers, because the sum of two safe integers need not be one.
      this.#large[scale] = (this.#large[scale] ?? 0n) + BigInt(this.#small[scale] ?? 0) + BigInt(scaled);
      this.#small[scale] = 0;
    }
  }

  #grow(scale: number): void {
    while (this.#small.length <= scale) {
      this.#small.push(0);
      this.#large.push(0n);
    }
  }

  #sum(): { sum: bigint; scale: number } {
    const scale = this.#small.length - 1;
    let sum = 0n;
    for (let at = 0; at <= scale; at++) {
      const part = BigInt(this.#small[at] ?? 0) + (this.#large[at] ?? 0n);
      sum += part * 10n ** BigInt(scale - at);
    }
    return { sum, scale };
  }
}

/** The shortest decimal that reads back as this double, as a whole number of 10⁻ˢᶜᵃˡᵉ. */
function decimalOf(value: number): { digits: bigint; scale: number } {
  const [mantissa = '0', exponent = '0'] = value.toString().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}
