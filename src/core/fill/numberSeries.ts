/** A decimal number as it is written: `scaled` × 10^−`decimals`, and what stands behind it. */
export interface WrittenNumber {
  readonly scaled: bigint;
  readonly decimals: number;
  /** `%` with the space before it, or ''. */
  readonly unit: string;
}

/** Longer numbers are no counts; they are copied. */
const LONGEST = 40;

/**
 * A number without grouping, or null. Zeros in front make it a name (`007`), not a number.
 *
 * @param decimal the decimal separator of the file
 */
export function writtenNumber(text: string, decimal: '.' | ','): WrittenNumber | null {
  if (text.length > LONGEST) return null;
  const match = (decimal === '.' ? POINT : COMMA).exec(text);
  if (match === null) return null;
  const [, sign, whole, fraction = '', unit] = match;
  if (whole!.length > 1 && whole!.startsWith('0')) return null;
  const size = BigInt(whole! + fraction);
  return { scaled: sign === '-' ? -size : size, decimals: fraction.length, unit: unit! };
}

const POINT = /^(-?)(\d+)(?:\.(\d+))?(\s?%|)$/;
const COMMA = /^(-?)(\d+)(?:,(\d+))?(\s?%|)$/;

/**
 * The numbers that go on from some by their constant difference, calculated exactly; null when the numbers
 * have none, or are written with different units.
 *
 * @param step the difference where there is but one number, in units of its whole part
 * @returns the text at a distance from the last number, from 1
 */
export function numberSeries(
  numbers: readonly WrittenNumber[],
  decimal: '.' | ',',
  step: bigint,
): ((distance: number) => string) | null {
  const last = numbers.at(-1);
  if (last === undefined || numbers.some(({ unit }) => unit !== last.unit)) return null;
  const decimals = Math.max(...numbers.map((number) => number.decimals));
  const values = numbers.map((number) => number.scaled * 10n ** BigInt(decimals - number.decimals));
  const difference =
    constantDifference(values) ?? (values.length === 1 ? step * 10n ** BigInt(decimals) : null);
  if (difference === null) return null;
  // 1.00, 1.50 goes on with 2.00; but 1, 1.5 with 2.
  const keepsZeros = numbers.every((number) => number.decimals === decimals);
  return (distance) =>
    write(values.at(-1)! + difference * BigInt(distance), decimals, decimal, keepsZeros) + last.unit;
}

/** The difference between neighbours, when there is one and it is always the same. */
export function constantDifference(values: readonly bigint[]): bigint | null {
  if (values.length < 2) return null;
  const difference = values[1]! - values[0]!;
  return values.every((value, index) => index === 0 || value - values[index - 1]! === difference)
    ? difference
    : null;
}

function write(scaled: bigint, decimals: number, decimal: string, keepsZeros: boolean): string {
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = text.slice(0, text.length - decimals);
  const written = text.slice(text.length - decimals);
  const fraction = keepsZeros ? written : written.replace(/0+$/, '');
  return (scaled < 0n ? '-' : '') + whole + (fraction === '' ? '' : decimal + fraction);
}
