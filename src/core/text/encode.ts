import { CellFlag } from './cells';
import type { Eol } from './chars';
import { QUOTE, isSpace, normaliseEols } from './chars';

/**
 * The decoded text of the cell at `start`–`end`: without its quotes, doubled quotes single, line endings
 * as \n. Text after a closing quote is appended, spaces there are left out, as other readers do.
 */
export function decodeCell(text: string, start: number, end: number, flags: number): string {
  if ((flags & CellFlag.Quoted) === 0) return text.slice(start, end);
  let closing = end - 1;
  if ((flags & CellFlag.TextAfterQuote) !== 0) closing = closingQuote(text, start);
  let inner = text.slice(start + 1, closing);
  if ((flags & CellFlag.Escaped) !== 0) inner = inner.replaceAll('""', '"');
  if ((flags & CellFlag.MultiLine) !== 0) inner = normaliseEols(inner);
  const after = closing === end - 1 ? '' : text.slice(closing + 1, end);
  return isBlank(after) ? inner : inner + after;
}

/** True for a text of nothing but spaces. */
export function isBlank(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (!isSpace(text.charCodeAt(index))) return false;
  }
  return true;
}

/** Offset of the quote that closes the one at `start`; the scanner has found that there is one. */
export function closingQuote(text: string, start: number): number {
  let position = start + 1;
  for (;;) {
    position = text.indexOf('"', position);
    if (position < 0) return text.length;
    if (text.charCodeAt(position + 1) !== QUOTE) return position;
    position += 2;
  }
}

/** True when a text can't stand in a cell without quotes. */
export function needsQuotes(text: string, delimiter: string): boolean {
  if (text === '') return false;
  if (isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1))) return true;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (char === delimiter || char === '"' || char === '#' || char === '\n' || char === '\r') return true;
  }
  return false;
}

/**
 * A text as it stands in a cell: quoted when it must be or when `quoted` asks for it, its line breaks as
 * the file writes them.
 *
 * @example
 * encodeCell('see #482', ',', '\n'); // '"see #482"'
 */
export function encodeCell(text: string, delimiter: string, eol: Eol, quoted = false): string {
  if (!quoted && !needsQuotes(text, delimiter)) return text;
  const lines = normaliseEols(text).replaceAll('"', '""');
  return `"${eol === '\n' ? lines : lines.replaceAll('\n', eol)}"`;
}
