/** Digits after the decimal point that a double computed from counts can be trusted to. */
const TRUSTED_DIGITS = 12;

/**
 * A number rounded to `digits` decimals, half away from zero, as plain decimal text.
 *
 * `Intl` and `toFixed` round the *binary* value: 80.05 is stored as 80.04999… and would show as 80.0.
 * Here the value is first written with twelve decimals, which removes the noise of a few operations
 * on doubles (about 1e-14), and then rounded as a decimal. Two different results of dividing counts
 * below 10¹⁰ lie further apart than that, so no true value is moved across a half.
 *
 * @param value a finite number
 * @returns digits with an ASCII minus where the rounded value is below zero: never `-0.0`
 *
 * @example
 * roundHalfAway(80.05, 1); // '80.1'
 * roundHalfAway(-0.04, 1); // '0.0'
 */
export function roundHalfAway(value: number, digits: number): string {
  // From 10²¹ on `toFixed` answers with an exponent; such doubles are whole numbers anyway.
  const decimal = Math.abs(value) < 1e21 ? value.toFixed(TRUSTED_DIGITS) : BigInt(value).toString();
  return roundDecimal(decimal, digits);
}

/**
 * Decimal text rounded to `digits` decimals, half away from zero; exact, whatever its length.
 *
 * @param decimal `-?digits[.digits]`
 *
 * @example
 * roundDecimal('262.5', 0); // '263'
 */
export function roundDecimal(decimal: string, digits: number): string {
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
