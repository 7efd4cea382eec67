import { CR, LF } from '../text/chars';
import type { Eol } from '../text/chars';

/** The line endings of a text: how many of each kind, and which one it writes. */
export interface EolCount {
  readonly eol: Eol;
  readonly mixed: boolean;
  /** Lines that end otherwise than most. */
  readonly deviating: number;
}

/** Counts line endings with native searches, which cost next to nothing in a text that has one kind only. */
export function countEols(text: string): EolCount {
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  if (!text.includes('\r')) {
    return { eol: '\n', mixed: false, deviating: 0 };
  }
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === LF) lf++;
    else if (code === CR) {
      if (text.charCodeAt(position + 1) === LF) {
        crlf++;
        position++;
      } else cr++;
    }
  }
  const most = Math.max(lf, crlf, cr);
  const eol = crlf === most ? '\r\n' : lf === most ? '\n' : '\r';
  const deviating = lf + crlf + cr - most;
  return { eol, mixed: deviating > 0, deviating };
}

/** True when a text holds a line ending other than `eol`. */
export function hasOtherEol(text: string, eol: Eol): boolean {
  if (eol === '\n') return text.includes('\r');
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code === LF) return true;
    if (code !== CR) continue;
    const pair = text.charCodeAt(position + 1) === LF;
    if (pair !== (eol === '\r\n')) return true;
    if (pair) position++;
  }
  return false;
}

/** Range of the first line ending that is not `eol`, to the end of the last one. */
export function deviatingRange(
  text: string,
  eol: Eol,
): { start: number; end: number; firstEnd: number } | null {
  let start = -1;
  let firstEnd = -1;
  let end = -1;
  for (let position = 0; position < text.length; position++) {
    const code = text.charCodeAt(position);
    if (code !== LF && code !== CR) continue;
    const length = code === CR && text.charCodeAt(position + 1) === LF ? 2 : 1;
    const found = length === 2 ? '\r\n' : code === LF ? '\n' : '\r';
    if (found !== eol) {
      if (start < 0) {
        start = position;
        firstEnd = position + length;
      }
      end = position + length;
    }
    position += length - 1;
  }
  return start < 0 ? null : { start, end, firstEnd };
}
