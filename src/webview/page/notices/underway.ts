import type { TextEdit } from '../../../core';
import type { Intent, KeyedCell } from './refused';

/** An edit that is shown already and that the host has not acknowledged: enough to tell later whether it arrived. */
export interface UnderwayEdit {
  readonly place: string;
  readonly cells: readonly KeyedCell[];
  /** Length of the text without the edit, in UTF-16 units. */
  readonly before: number;
  /** Length of the text with the edit in it. */
  readonly after: number;
  /** What the edit wrote, and where that is in the text with the edit in it. */
  readonly written: readonly Written[];
}

interface Written {
  readonly start: number;
  readonly text: string;
}

/** An edit of many places is known by the first of them. */
const MOST_PLACES = 100;

/**
 * What to remember of an edit.
 *
 * @param edits ascending edits of the text before
 * @param after length of the text with the edits in it
 */
export function underwayEdit(
  { label, cells }: Intent,
  edits: readonly TextEdit[],
  after: number,
): UnderwayEdit {
  const written: Written[] = [];
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (text !== '' && written.length < MOST_PLACES) written.push({ start: start + shift, text });
    shift += text.length - (end - start);
  }
  return { place: label, cells, before: after - shift, after, written };
}

/**
 * Those of the edits that a text has not got, in their order. When something else changed the text meanwhile, some may
 * be among them that did arrive: better told once too often than lost.
 */
export function missingFrom(text: string, underway: readonly UnderwayEdit[]): readonly UnderwayEdit[] {
  const start = underway[0]?.before;
  const last = underway.map((edit) => isIn(text, edit, start)).lastIndexOf(true);
  return underway.slice(last + 1);
}

/** @param start length of the text without any of the edits */
function isIn(text: string, { after, written }: UnderwayEdit, start: number | undefined): boolean {
  if (text.length !== after) return false;
  // A deletion leaves nothing but another length.
  return written.length === 0
    ? after !== start
    : written.every((part) => text.startsWith(part.text, part.start));
}
