/** A longer text that begins with a sign is no number. */
export const LONGEST_NUMBER = 40;

/** True for a text that a spreadsheet would calculate; a signed number is harmless. */
export function looksLikeFormula(text: string): boolean {
  if (!isFormulaSign(text.charCodeAt(0))) return false;
  return text.length > LONGEST_NUMBER || !/^[+-][\d\s.,]*\d\s?%?$/.test(text);
}

/** `=`, `+`, `-` and `@`. */
export function isFormulaSign(code: number): boolean {
  return code === 61 || code === 43 || code === 45 || code === 64;
}

/** How a spreadsheet recognises a formula: these signs, wide or not, also behind blanks; a tab or a line break it drops. */
const CALCULATED = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * A text for CSV that may end in a spreadsheet: with an apostrophe in front where it would be calculated, and with it
 * could send what else is in the sheet to an address. Signed numbers stay numbers.
 *
 * @example
 * uncalculated('=1+1'); // "'=1+1"
 * uncalculated('-5'); // '-5'
 */
export function uncalculated(text: string): string {
  return CALCULATED.test(text) && (looksLikeFormula(text) || !isFormulaSign(text.charCodeAt(0)))
    ? `'${text}`
    : text;
}
