/** Making texts of a file harmless where they are shown: they may come from anybody. */

/** Control characters (C0 without newline and tab, DEL, C1) and marks that turn the direction of text around. */
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text without control characters: they become `�`, so that a cell can neither colour a terminal nor turn a line
 * around.
 *
 * @example
 * harmless('\u001b[31mred'); // '�[31mred'
 */
export function harmless(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}

/** The same on one line. */
export function oneLine(text: string): string {
  return harmless(text.replace(/\r\n|[\r\n\t]/g, ' '));
}

/** What Markdown reads as markup wherever it stands; an underscore inside a word is none, nor is `p < 0.001`. */
const MARKUP = /[\\`*[\]|~#]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?!\s|$)|&(?=[#\w])/gu;
/** What it reads as the beginning of a quotation, a list or a rule, at the beginning of a line only. */
const OPENING = /^(\d{0,9})(>|[-+](?=\s|$)|[-=](?=[-=\s]*$)|(?<=\d)[.)](?=\s|$))/;

/**
 * Text inside a Markdown table or paragraph: shown as it is, never as markup or HTML, and readable where nobody renders
 * it.
 *
 * @example
 * markdownText('a|b <i>'); // 'a\\|b \\<i>'
 */
export function markdownText(text: string): string {
  return oneLine(text).trim().replace(MARKUP, '\\$&').replace(OPENING, '$1\\$2');
}
