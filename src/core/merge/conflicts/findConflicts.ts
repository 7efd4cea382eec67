import { parseDocument } from '../../document/document';
import { lineEnd, afterEol } from '../../text/chars';
import { readMarkers } from './markers';
import type { MarkedHunk } from './markers';
import { wholePart } from './parts';
import { partsOf } from './hunkParts';
import type { ConflictHunk, ConflictOptions, Conflicts } from './types';
import { readVersions } from './versions';

/**
 * Takes a text with git's conflict markers apart: each hunk into its rows, settings and other lines, of which those that
 * one side alone changed are merged already (by the code of `mergeDocuments`), and for each row the cells that differ.
 * Works with hunks of any size, of git's merge and diff3 styles; without a base (`options.base` helps) a row or cell
 * that only one side has stays a question. Markers that make no hunk are reported, and nothing is ever guessed.
 *
 * @example
 * const conflicts = findConflicts(text);
 * for (const hunk of conflicts.hunks) {
 *   for (const part of hunk.parts.filter(({ contested }) => contested)) {
 *     part.name; // '2024-01 · SMB'
 *     part.cells; // [{ name: 'lost', ours: '12', base: '10', theirs: '11', contested: true, … }]
 *     part.choices; // ['ours', 'theirs', 'base']
 *   }
 * }
 * // One row decided, the rest of its hunk left as a conflict; only lines of the hunk change.
 * const edits = resolveConflict(conflicts, conflicts.hunks[0], new Map([['row:2024-01 · SMB', 'theirs']]));
 */
export function findConflicts(text: string, options: ConflictOptions = {}): Conflicts {
  const { hunks, problems } = readMarkers(text);
  if (hunks.length === 0) return { text, hunks: [], problems, wholeHunks: null, head: '' };
  const versions = readVersions(text, hunks, options);
  const { wholeHunks } = versions;
  return {
    text,
    problems,
    wholeHunks,
    head: headOf(versions.ours.document.text),
    hunks: hunks.map((hunk, index): ConflictHunk => {
      const { range, line, labels } = hunk;
      const parts = (wholeHunks === null ? partsOf(versions, index) : null) ?? [wholeOf(text, hunk)];
      return { index, range, line, labels, parts };
    }),
  };
}

function wholeOf(text: string, { ours, base, theirs }: MarkedHunk): ConflictHunk['parts'][number] {
  return wholePart({
    ours: text.slice(ours.start, ours.end),
    base: base === null ? null : text.slice(base.start, base.end),
    theirs: text.slice(theirs.start, theirs.end),
  });
}

/** A text up to the end of its header. */
function headOf(text: string): string {
  const { header } = parseDocument(text);
  return header === null ? '' : text.slice(0, afterEol(text, lineEnd(text, header.end)));
}
