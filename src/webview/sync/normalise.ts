import { sortEdits } from '../../core';
import type { TextEdit } from '../../core';

/**
 * Edits as VS Code will apply them: in ascending order, every line break the document's own (VS Code knows
 * one kind per document), and without those that do nothing.
 */
export function normaliseEdits(edits: readonly TextEdit[], eol: '\n' | '\r\n'): readonly TextEdit[] {
  return sortEdits(edits)
    .filter(({ start, end, text }) => start !== end || text !== '')
    .map(({ start, end, text }) => ({ start, end, text: text.replace(/\r\n|\r|\n/g, eol) }));
}
