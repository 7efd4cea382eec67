import { afterEol, normaliseEols } from '../../text/chars';
import { diffTexts } from '../../text/diff';
import type { TextEdit } from '../../text/edit';
import type { NoteLine } from '../notes';
import type { RetentionDocument } from '../types';

/**
 * The edits that make the notes say a Markdown text: only the lines that differ change. New notes go behind
 * the rows, a line `#` before them. An empty text removes all note lines.
 *
 * @example
 * setNotes(parseDocument('period\n2024\n'), 'Good year'); // [{ start: 12, end: 12, text: '#\n#> Good year\n' }]
 */
export function setNotes(document: RetentionDocument, markdown: string): TextEdit[] {
  const lines = normaliseEols(markdown).split('\n');
  const old = document.noteLines;
  if (old.length === 0) return markdown === '' ? [] : [newNotes(document, lines)];
  const isRemoval = markdown === '' && (old.length > 1 || old[0]!.text !== '');
  const hunks = diffTexts(
    old.map((line) => line.text),
    isRemoval ? [] : lines,
  );
  const { text } = document;
  const edits = hunks.flatMap(({ from, fromEnd, to, toEnd }) =>
    replaceLines(document, old, from, fromEnd, isRemoval ? [] : lines.slice(to, toEnd)),
  );
  return withoutOpenEnd(text, edits);
}

/** Replaces note lines one by one; surplus old ones go, surplus new ones follow the last. */
function replaceLines(
  document: RetentionDocument,
  old: readonly NoteLine[],
  from: number,
  fromEnd: number,
  lines: readonly string[],
): TextEdit[] {
  const { eol } = document;
  const edits: TextEdit[] = [];
  const paired = Math.min(fromEnd - from, lines.length);
  for (let index = 0; index < paired; index++) {
    const { range } = old[from + index]!;
    edits.push({ ...range, text: noteLine(lines[index]!) });
  }
  const more = lines.slice(paired).map(noteLine);
  if (more.length > 0) {
    if (paired > 0) {
      const last = edits[edits.length - 1]!;
      edits[edits.length - 1] = { ...last, text: [last.text, ...more].join(eol) };
    } else if (from > 0) {
      const { end } = old[from - 1]!.range;
      edits.push({ start: end, end, text: more.map((line) => eol + line).join('') });
    } else {
      const { start } = old[0]!.range;
      edits.push({ start, end: start, text: more.map((line) => line + eol).join('') });
    }
  }
  for (let index = from + paired; index < fromEnd; index++) edits.push(deletion(document.text, old[index]!));
  return edits;
}

/** Deletes a whole line with its ending. */
function deletion(text: string, { range }: NoteLine): TextEdit {
  return { start: range.start, end: afterEol(text, range.end), text: '' };
}

/**
 * Lines deleted at the end of a text without final newline leave one behind: the line ending before them
 * goes as well.
 */
function withoutOpenEnd(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const last = edits.at(-1);
  const open = !/[\r\n]$/.test(text.slice(-1));
  if (last === undefined || !open || last.end < text.length || last.text !== '' || last.start === last.end) {
    return [...edits];
  }
  let first = edits.length - 1;
  while (first > 0 && edits[first - 1]!.text === '' && edits[first - 1]!.end === edits[first]!.start) first--;
  const { start } = edits[first]!;
  const before = text.endsWith('\r\n', start) ? 2 : /[\r\n]$/.test(text.slice(0, start).slice(-1)) ? 1 : 0;
  return [...edits.slice(0, first), { start: start - before, end: last.end, text: '' }];
}

function newNotes(document: RetentionDocument, lines: readonly string[]): TextEdit {
  const { text, eol, length } = document;
  const written = lines.map(noteLine);
  if (document.header !== null && !endsWithComment(text)) written.unshift('#');
  if (document.header === null && document.front?.close === null) written.unshift('#---');
  const isOpen = length > (document.hasBom ? 1 : 0) && !/[\r\n]$/.test(text.slice(-1));
  return { start: length, end: length, text: isOpen ? eol + written.join(eol) : written.join(eol) + eol };
}

function noteLine(text: string): string {
  return text === '' ? '#>' : `#> ${text}`;
}

/** True when the last line is a comment, which separates notes from rows as well as a bare `#` does. */
function endsWithComment(text: string): boolean {
  const end = text.endsWith('\r\n')
    ? text.length - 2
    : /[\r\n]$/.test(text.slice(-1))
      ? text.length - 1
      : text.length;
  const start = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
  return text[start] === '#';
}
