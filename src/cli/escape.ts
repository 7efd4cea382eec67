/** Making texts of a file harmless where they are shown: they may come from anybody. */

/** Control characters (C0 without newline and tab, DEL, C1) and marks that turn the direction of text around. */
const UNSAFE_IN_TERMINAL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text for a terminal: escape sequences and other control characters become `�`, so that a cell can neither
 * colour, clear nor retitle the window.
 *
 * @example
 * terminalText('\u001b[31mred'); // '�[31mred'
 */
export function terminalText(text: string): string {
  return text.replace(UNSAFE_IN_TERMINAL, '\ufffd');
}

/** Terminal text on one line. */
export function terminalLine(text: string): string {
  return terminalText(text.replace(/\r\n|[\r\n\t]/g, ' '));
}

/**
 * Text inside a Markdown table or paragraph: shown as it is, never as markup or HTML.
 *
 * @example
 * markdownText('a|b <i>'); // 'a\\|b \\<i\\>'
 */
export function markdownText(text: string): string {
  return terminalLine(text).replace(/[\\`*_{}[\]()<>#+!|~&]/g, '\\$&');
}

/**
 * A CSV field; quoted where it has to be.
 *
 * Spreadsheet programs run text that starts with `=`, `+`, `-` or `@` (also after a tab or a newline) as a formula,
 * so such text gets an apostrophe in front. Numbers are none of these: give them as numbers.
 *
 * @example
 * csvField('=1+1'); // "'=1+1"
 */
export function csvField(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;#\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Message of a GitHub workflow command. */
export function githubData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Property of a GitHub workflow command, such as the file's name. */
export function githubProperty(text: string): string {
  return githubData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
