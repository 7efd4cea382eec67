import type { ConflictPart, PartChoice } from '../../../core';
import { isRecord } from '../../../protocol';

/**
 * What somebody writes by hand for a part: texts for its contested cells, or where there are none, its lines. Kept here
 * with every character, because drawing the list anew must not lose it.
 */
export interface Hand {
  readonly key: string;
  /** By the names of the columns; `LINES` for the lines themselves. */
  readonly texts: Readonly<Record<string, string>>;
  /** Why it could not be written, or null. */
  readonly error: string | null;
}

/** Reads what the page remembers of a text by hand: anything, if another version of the extension wrote it. */
export function parseHand(value: unknown): Hand | null {
  if (!isRecord(value) || typeof value['key'] !== 'string' || !isRecord(value['texts'])) return null;
  const texts = Object.entries(value['texts']).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { key: value['key'], texts: Object.fromEntries(texts), error: null };
}

/** The name under which the lines themselves are typed; no column can have it. */
export const LINES = '\n';

/** True when the contested cells of a part can be typed one by one. */
export function hasCells(part: ConflictPart): boolean {
  return part.ours !== null && part.theirs !== null && part.cells.some(({ contested }) => contested);
}

/** Begins with what our version has, where it has something, else with theirs. */
export function beginHand(key: string, part: ConflictPart): Hand {
  const texts: [string, string][] = hasCells(part)
    ? part.cells.flatMap(({ name, ours, contested }) => (contested ? [[name, ours ?? '']] : []))
    : [[LINES, (part.ours ?? part.theirs ?? '').replace(/\r?\n$/, '')]];
  // Entries, because a column may be called `__proto__`.
  return { key, texts: Object.fromEntries(texts), error: null };
}

/** What was typed as a choice. */
export function handChoice({ texts }: Hand): PartChoice {
  const lines = texts[LINES];
  return lines === undefined ? { cells: texts } : { text: lines };
}
