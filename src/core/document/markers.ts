import { SPACE, afterEol, lineEnd, textStart } from '../text/chars';
import { isMarkerLine } from '../text/lines';

const LESS = 60;
const GREATER = 62;

/** Offsets of the conflict marker lines before `to`, which lie between settings or around the header. */
export function headMarkers(text: string, to: number): number[] {
  const found: number[] = [];
  for (let position = textStart(text); position < to; position = nextLine(text, position)) {
    if (isMarkerLine(text, position)) found.push(position);
  }
  return found;
}

/**
 * Offsets of the conflict marker lines inside the quotes of a record: git cuts through quoted cells too.
 * A line of `=======` in one may be the author's own.
 */
export function quotedMarkers(text: string, from: number, to: number): number[] {
  const found: number[] = [];
  let position = afterEol(text, lineEnd(text, from, to), to);
  while (position < to) {
    const code = text.charCodeAt(position);
    const isSide = code === LESS || code === GREATER;
    if (isSide && isMarkerLine(text, position) && text.charCodeAt(position + 7) === SPACE)
      found.push(position);
    position = afterEol(text, lineEnd(text, position, to), to);
  }
  return found;
}

/** Finds conflicts in a text, from its beginning to its end. */
export class ConflictSearch {
  /** No search that begins before this offset finds an end: one has failed that went so far. */
  private endless = 0;

  constructor(private readonly text: string) {}

  /**
   * Offsets of the marker lines of a conflict from the one at `from` to its last, `>>>>>>>`: what lies between them are
   * versions of rows, not rows. Only `from` where the conflict has no end before another one begins.
   */
  markersFrom(from: number): number[] {
    const { text } = this;
    const found = [from];
    if (from < this.endless || text.charCodeAt(from) === GREATER) return found;
    let position = nextLine(text, from);
    for (; position < text.length; position = nextLine(text, position)) {
      if (!isMarkerLine(text, position)) continue;
      const code = text.charCodeAt(position);
      if (code === LESS) break;
      found.push(position);
      if (code === GREATER) return found;
    }
    this.endless = position;
    return [from];
  }
}

function nextLine(text: string, from: number): number {
  return afterEol(text, lineEnd(text, from));
}

/** False for a text that can't hold a marker line, which most texts are: a search that costs next to nothing. */
export function mayHoldMarkers(text: string): boolean {
  return ['<<<<<<<', '=======', '>>>>>>>', '|||||||'].some((marker) => text.includes(marker));
}
