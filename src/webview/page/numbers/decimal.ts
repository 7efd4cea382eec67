/**
 * Decimal text rounded to `digits` decimals, half away from zero; exact, whatever its length.
 *
 * @param decimal `-?digits[.digits]`
 *
 * @example
 * roundDecimalText('262.5', 0); // '263'
 */
export function roundDecimalText(decimal: string, digits: number): string {
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? decimal.slice(1) : decimal).split('.');
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const rounded = kept + (fraction.charCodeAt(digits) >= FIVE ? 1n : 0n);
  return scaledToDecimal(negative ? -rounded : rounded, digits);
}

/**
 * A whole number of 10⁻ˢᶜᵃˡᵉ as decimal text with exactly `scale` decimals.
 *
 * @example
 * scaledToDecimal(2625n, 1); // '262.5'
 */
export function scaledToDecimal(scaled: bigint, scale: number): string {
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(scale + 1, '0');
  const split = digits.length - scale;
  return (negative ? '-' : '') + digits.slice(0, split) + (scale > 0 ? `.${digits.slice(split)}` : '');
}

/**
 * Decimal text without the zeros at its end that say nothing.
 *
 * @example
 * trimDecimal('262.50'); // '262.5'
 */
export function trimDecimal(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

const FIVE = '5'.charCodeAt(0);
