import type { SessionDocument } from './sessionTypes';

/** A text that is not longer is at the page as soon as its beginning. */
const LARGE = 500_000;

/** More rows than any screen shows, with what may stand before them: little enough to be read and drawn at once. */
const MOST_LINES = 300;
const MOST_CHARACTERS = 50_000;

/** Whether a page is to be sent the first lines ahead of the whole text. */
export function isLarge(document: Pick<SessionDocument, 'lines'>): boolean {
  return isLongerThan(document.lines(), LARGE);
}

/** The first lines of a large text, all of them whole; null when it is not large. */
export function firstLines(document: Pick<SessionDocument, 'lines'>): string | null {
  if (!isLarge(document)) return null;
  const first: string[] = [];
  let left = MOST_CHARACTERS;
  for (const line of document.lines()) {
    left -= line.length;
    if (left < 0 || first.length === MOST_LINES) break;
    first.push(line);
  }
  return first.length === 0 ? null : first.join('');
}

/** Whether lines have more characters than a number, reading no more of them than it takes. */
export function isLongerThan(lines: Iterable<string>, length: number): boolean {
  let left = length;
  for (const line of lines) {
    left -= line.length;
    if (left < 0) return true;
  }
  return false;
}
