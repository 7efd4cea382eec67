/**
 * Lines of ours in a file of somebody else, between two marks. What stands outside the marks stays byte for byte as it
 * is: taking the lines out gives the text that was there before they were put in.
 */

const BEGIN = '# >>> Retention Notebook';
const END = '# <<< Retention Notebook';
const HINT = ': written by its command Set Up Git, removed by Undo Git Set-Up';

interface Block {
  readonly start: number;
  /** After the line ending of its last line. */
  readonly end: number;
}

/**
 * A text with our lines in it: in the place of those that are there, else at the end.
 *
 * @example
 * withoutLines(withLines('* text=auto', ['*.retention merge=retention'])); // '* text=auto'
 */
export function withLines(text: string, lines: readonly string[]): string {
  const block = blockOf(text);
  const eol = eolOf(block === null ? text : text.slice(block.start, block.end));
  const body = marked(lines).join(eol);
  if (block !== null) {
    const last = text[block.end - 1] === '\n' ? eol : '';
    return text.slice(0, block.start) + body + last + text.slice(block.end);
  }
  // A text without a last line ending keeps having none, so that taking the lines out knows what to leave.
  return text === '' || text.endsWith('\n') ? text + body + eol : text + eol + body;
}

/** A text without our lines; the same text when it has none. */
export function withoutLines(text: string): string {
  const block = blockOf(text);
  if (block === null) return text;
  const before = text.slice(0, block.start);
  if (text[block.end - 1] === '\n') return before + text.slice(block.end);
  return before.slice(0, before.length - eolOf(text.slice(block.start)).length);
}

/** Lines with our marks around them. */
export function marked(lines: readonly string[]): readonly string[] {
  return [BEGIN + HINT, ...lines, END];
}

/** Our lines as they are in a text, with the marks, or null. */
export function linesIn(text: string): readonly string[] | null {
  const block = blockOf(text);
  if (block === null) return null;
  return text
    .slice(block.start, block.end)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function blockOf(text: string): Block | null {
  const first = lineWith(text, BEGIN, 0);
  const last = first === -1 ? -1 : lineWith(text, END, first);
  if (last === -1) return null;
  // A mark that lost its counterpart must not make what follows ours.
  let start = first;
  for (let next = first; next !== -1 && next < last; next = lineWith(text, BEGIN, next + 1)) start = next;
  const eol = text.indexOf('\n', last);
  return { start, end: eol === -1 ? text.length : eol + 1 };
}

/** Offset of the first line from an offset on that begins with a text, or -1. */
function lineWith(text: string, beginning: string, from: number): number {
  for (let at = text.indexOf(beginning, from); at !== -1; at = text.indexOf(beginning, at + 1)) {
    if (at === 0 || text[at - 1] === '\n') return at;
  }
  return -1;
}
