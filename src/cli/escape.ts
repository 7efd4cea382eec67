/** Making texts of a file harmless for other programs: they may come from anybody. */

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
