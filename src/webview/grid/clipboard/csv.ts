/**
 * Writes cells as CSV after RFC 4180: commas, CRLF, quotes where a cell holds a comma, a quote or a line
 * break (or space at its ends, which some readers would cut off). The last line ends like the others.
 *
 * @example
 * formatCsv([['note'], ['a, "b"']]); // 'note\r\n"a, ""b"""\r\n'
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.length === 1 && cells[0] === '' ? '""' : line(cells)}\r\n`).join('');
}

function line(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
