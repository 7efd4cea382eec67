import type { RetentionDocument, TextRange } from '../../core';
import { MOST_GROUPS, groupRows } from './rowGroups';
import { noteSections } from './sections';

/** A part of the text that can be folded to its first line. */
export interface Fold {
  /** From a place in its first line to one in its last. */
  readonly range: TextRange;
  /** Settings are folded with comments. */
  readonly kind: 'settings' | 'rows' | 'notes';
}

/**
 * What can be folded: the settings, the rows of each year or of each segment's block, the sections of the notes. Costs a
 * look at every row.
 */
export function foldsOf(document: RetentionDocument): readonly Fold[] {
  const { front } = document;
  const folds: Fold[] = [];
  if (front?.close) {
    folds.push({ range: { start: front.open.start, end: front.close.end }, kind: 'settings' });
  }
  for (const { first, end } of groupRows(document).groups) {
    if (end - first < 2) continue;
    const range = { start: document.rowRange(first).start, end: document.rowRange(end - 1).end };
    folds.push({ range, kind: 'rows' });
  }
  for (const { range } of noteSections(document)) folds.push({ range, kind: 'notes' });
  return folds.slice(0, MOST_GROUPS);
}
