/** A longer text that begins with a sign is no number. */
export const LONGEST_NUMBER = 40;

/** True for a text that a spreadsheet would calculate; a signed number is harmless. */
export function looksLikeFormula(text: string): boolean {
  return isFormulaSign(text.charCodeAt(0)) && !/^[+-][\d\s.,]*\d\s?%?$/.test(text.slice(0, LONGEST_NUMBER));
}

/** `=`, `+`, `-` and `@`. */
export function isFormulaSign(code: number): boolean {
  return code === 61 || code === 43 || code === 45 || code === 64;
}
