/** Character codes the scanner compares with. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const BOM = 0xfeff;

/** Line endings a file may use. */
export type Eol = '\n' | '\r\n' | '\r';

/** Offset of the line ending (or of `to`) of the line that `from` lies in. */
export function lineEnd(text: string, from: number, to: number = text.length): number {
  let position = from;
  while (position < to) {
    const code = text.charCodeAt(position);
    if (code === LF || code === CR) break;
    position++;
  }
  return position;
}

/** Offset after the line ending at `position`; `position` itself where there is none. */
export function afterEol(text: string, position: number, to: number = text.length): number {
  if (position >= to) return position;
  const code = text.charCodeAt(position);
  if (code === LF) return position + 1;
  if (code !== CR) return position;
  return position + 1 < to && text.charCodeAt(position + 1) === LF ? position + 2 : position + 1;
}

/** True when the last line of a text has its ending; false for no text. */
export function endsLine(text: string): boolean {
  const code = text.charCodeAt(text.length - 1);
  return code === LF || code === CR;
}

/** Space, tab and the no-break spaces people paste from spreadsheets and web pages. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === TAB || code === 0xa0 || code === 0x202f;
}

/** Whether a text that begins or ends with a character is left as it is by `trim`. False for a few that are no spaces. */
export function isInk(code: number): boolean {
  return (code > SPACE && code < 0x1680 && code !== 0xa0) || (code > 0x3000 && code !== 0xfeff);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The text with every line ending written as \n. */
export function normaliseEols(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Where a text begins: behind its byte order mark, where it has one. */
export function textStart(text: string): number {
  return text.charCodeAt(0) === BOM ? 1 : 0;
}
