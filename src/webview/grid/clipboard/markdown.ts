/**
 * Writes cells as a Markdown table (GitHub's). What Markdown or HTML would take for markup is escaped, so
 * that the reader sees the cell's text; line breaks become `<br>`.
 *
 * @param header the first line, one cell per column
 * @param numeric whether a column is aligned to the right
 *
 * @example
 * formatMarkdown(['start', 'note'], [['500', 'a|b']], [true, false]);
 * // '| start | note |\n| ---: | --- |\n| 500 | a\\|b |\n'
 */
export function formatMarkdown(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  numeric: readonly boolean[],
): string {
  const rule = numeric.map((right) => (right ? '---:' : '---'));
  const lines = [header.map(escaped), rule, ...rows.map((cells) => cells.map(escaped))];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]<>|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/(?<!\w)_|_(?!\w)/g, '\\_')
    .replace(/\r\n?|\n/g, '<br>');
}
