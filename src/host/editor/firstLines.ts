import type { SessionDocument } from './sessionTypes';

/** A shorter text is at the page as soon as its beginning. */
const LARGE = 500_000;

/** More rows than any screen shows, and little enough to be drawn at once. */
const LENGTH = 50_000;

/** The first lines of a large text, the last of them whole; null when it is not large. */
export function firstLines(document: Pick<SessionDocument, 'length' | 'slice'>): string | null {
  if (document.length() < LARGE) return null;
  const text = document.slice(0, LENGTH);
  const end = text.lastIndexOf('\n') + 1;
  return end === 0 ? null : text.slice(0, end);
}
