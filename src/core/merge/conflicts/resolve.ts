import { parseDocument } from '../../document/document';
import { setCells } from '../../document/edits';
import { endsLine } from '../../text/chars';
import type { Eol } from '../../text/chars';
import { applyEdits } from '../../text/edit';
import type { TextEdit } from '../../text/edit';
import { lineEdits } from '../../text/lineEdits';
import { conflictText } from '../output';
import type { ConflictHunk, ConflictPart, Conflicts, PartChoice, SideChoice } from './types';

/**
 * The edits that decide parts of a hunk, by their ids. What is merged already is written as merged (unless a choice
 * says otherwise), and parts nobody has chosen for stay conflicts, each between markers of its own. Only lines of the
 * hunk change, and of them only those that have to.
 *
 * @throws RangeError for an id or a choice the hunk does not offer, and for a cell that can't be written.
 */
export function resolveConflict(
  conflicts: Conflicts,
  hunk: ConflictHunk,
  choices: ReadonlyMap<string, PartChoice>,
): TextEdit[] {
  for (const id of choices.keys()) {
    if (!hunk.parts.some((part) => part.id === id)) throw new RangeError(`The conflict has no part “${id}”.`);
  }
  const eol = eolOf(conflicts.text);
  const { labels } = hunk;
  const resolved = hunk.parts.map((part) => {
    const choice = choices.get(part.id);
    if (choice !== undefined) return chosen(conflicts, part, choice, eol);
    if (!part.contested) return part.merged!;
    const names = { ours: labels.ours, base: labels.base ?? 'base', theirs: labels.theirs };
    return conflictText(part, eol, { labels: names, withBase: part.choices.includes('base') });
  });
  const { start, end } = hunk.range;
  const edits = lineEdits(conflicts.text.slice(start, end), resolved.join(''));
  return edits.map((edit) => ({ start: edit.start + start, end: edit.end + start, text: edit.text }));
}

/**
 * The edits that decide everything that is contested in a text for one version. `both` takes both of lines, and of
 * rows and settings, which can be there only once, ours (theirs where we have none).
 *
 * @throws RangeError for `base` where nobody knows it.
 *
 * @example
 * applyEdits(text, resolveAll(findConflicts(text), 'ours'));
 */
export function resolveAll(conflicts: Conflicts, choice: SideChoice): TextEdit[] {
  return conflicts.hunks.flatMap((hunk) => {
    const choices = hunk.parts
      .filter((part) => part.contested)
      .map(({ id, choices: offered }): [string, PartChoice] => [
        id,
        choice === 'both' && !offered.includes('both') ? offered[0]! : choice,
      ]);
    return resolveConflict(conflicts, hunk, new Map(choices));
  });
}

function chosen(conflicts: Conflicts, part: ConflictPart, choice: PartChoice, eol: Eol): string {
  if (typeof choice === 'string') {
    if (!part.choices.includes(choice)) {
      throw new RangeError(`“${part.name}” can be ${part.choices.join(', ')}, not ${choice}.`);
    }
    return choice === 'both' ? (part.ours ?? '') + (part.theirs ?? '') : (part[choice] ?? '');
  }
  if ('text' in choice) return choice.text === '' || endsLine(choice.text) ? choice.text : choice.text + eol;
  return withCells(conflicts, part, choice.cells);
}

/** A row with other texts in some cells. */
function withCells({ head }: Conflicts, part: ConflictPart, cells: Readonly<Record<string, string>>): string {
  const line =
    part.merged !== null && part.merged !== '' ? part.merged : (part.ours ?? part.theirs ?? part.base);
  if (part.kind !== 'row' || line === null) throw new RangeError(`“${part.name}” is no row with cells.`);
  const document = parseDocument(head + line);
  const changes = Object.entries(cells).map(([column, text]) => ({ row: 0, column, text }));
  return applyEdits(document.text, setCells(document, changes)).slice(head.length);
}

function eolOf(text: string): Eol {
  const ending = /\r\n|\r|\n/.exec(text)?.[0];
  return ending === '\r\n' || ending === '\r' ? ending : '\n';
}
