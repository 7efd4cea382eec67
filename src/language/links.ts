import type { RetentionDocument, TextRange } from '../core';
import { lineStart } from './lines';

/** A ticket that is named in the notes or in a note of a row, and where it is found. */
export interface TicketLink {
  readonly range: TextRange;
  readonly url: string;
}

/** What stands for the ticket in the pattern of an address. */
const TICKET = '{ticket}';

/** More tickets are not looked for. */
const MOST = 5000;

/** `#482` and `ABC-123`, not in the middle of a word or an address. */
const TICKETS = /(?<![\w/#&-])(?:#(\d{1,9})|([A-Z][A-Z][A-Z0-9_]*-\d{1,9}))(?![\w-])/g;

/**
 * The tickets of the notes and of the column `note`, as links by a pattern such as
 * `https://example.com/browse/{ticket}`. None without such a pattern: then they are text. Costs the length of the text.
 *
 * @example
 * ticketLinks(document, 'https://example.com/{ticket}')[0].url; // 'https://example.com/482'
 */
export function ticketLinks(document: RetentionDocument, pattern: string): readonly TicketLink[] {
  if (!/^https?:\/\//i.test(pattern) || !pattern.includes(TICKET)) return [];
  const links: TicketLink[] = [];
  const { text } = document;
  for (const match of text.matchAll(TICKETS)) {
    if (links.length === MOST) break;
    const range = { start: match.index, end: match.index + match[0].length };
    if (!isInNote(document, text, range.start)) continue;
    const ticket = encodeURIComponent(match[1] ?? match[2]!);
    links.push({ range, url: pattern.replaceAll(TICKET, () => ticket) });
  }
  return links;
}

function isInNote(document: RetentionDocument, text: string, offset: number): boolean {
  const row = document.rowAt(offset);
  if (row !== null) {
    const note = document.column('note');
    const range = note === null ? null : document.cellRange(row, note.index);
    return range !== null && offset >= range.start && offset < range.end;
  }
  return text.startsWith('#>', lineStart(text, offset));
}
