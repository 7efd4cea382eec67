/**
 * Powers of ten that are exact doubles. A whole number of up to 15 digits is exact too, so that their quotient is
 * the double nearest to the decimal number written.
 */
export const POWERS_OF_TEN: readonly number[] = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/** Numbers of so many digits are exact whatever the digits are. */
export const EXACT_DIGITS = 15;
