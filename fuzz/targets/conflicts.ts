import {
  applyEdits,
  findConflicts,
  mergeAsLines,
  mergeByRows,
  mergeDocuments,
  resolveAll,
  resolveConflict,
} from '../../src/core';
import type { PartChoice } from '../../src/core';
import { expect, target } from '../engine/target';
import { fileText, nastyText } from '../grammar/file';

interface Marked {
  readonly head: string;
  readonly hunks: readonly {
    readonly ours: string;
    readonly base: string;
    readonly theirs: string;
    readonly withBase: boolean;
    readonly behind: string;
  }[];
  readonly choice: number;
}

/** Any text between markers is taken apart without loss; what is decided leaves no marker behind. */
export const conflicts = target<Marked>({
  name: 'conflicts',
  promise: 'any text with conflict markers is taken apart, and what is decided leaves no marker',
  share: 5,
  generate: (random) => {
    const piece = (): string =>
      random.percent(60)
        ? lines(fileText(random), random.below(6), 1 + random.below(3))
        : random.percent(70)
          ? nastyText(random).slice(0, 40)
          : '';
    return {
      head: random.percent(80) ? fileText(random) : nastyText(random),
      hunks: random.list(1, 3, () => ({
        ours: piece(),
        base: piece(),
        theirs: piece(),
        withBase: random.percent(60),
        behind: piece(),
      })),
      choice: random.below(100),
    };
  },
  fromText: (text) => ({ head: text, hunks: [], choice: 0 }),
  check: ({ head, hunks, choice }) => {
    const text = ended(head) + hunks.map(written).join('');
    const { ours = '', base = '', theirs = '' } = hunks[0] ?? {};
    mergeDocuments(base, ours, theirs);
    mergeAsLines(head, head + ours, head + theirs);
    const found = findConflicts(text, choice % 2 === 0 ? { base: head } : {});
    mergeByRows(text);
    for (const hunk of found.hunks) {
      expect(
        hunk.range.start <= hunk.range.end && hunk.range.end <= text.length,
        'a hunk lies outside the text',
      );
      expect(
        new Set(hunk.parts.map(({ id }) => id)).size === hunk.parts.length,
        'two parts of a hunk share their id',
      );
      // Nothing chosen: merged parts are written, contested ones stay conflicts.
      const kept = applyEdits(text, resolveConflict(found, hunk, new Map()));
      expect(
        kept.startsWith(text.slice(0, hunk.range.start)) && kept.endsWith(text.slice(hunk.range.end)),
        'text beside a hunk changed',
      );
      for (const part of hunk.parts) {
        const pick = part.choices[choice % Math.max(1, part.choices.length)];
        if (pick === undefined) continue;
        const chosen = new Map<string, PartChoice>([[part.id, pick]]);
        applyEdits(text, resolveConflict(found, hunk, chosen));
      }
    }
    if (found.problems.length > 0) return;
    for (const side of ['ours', 'theirs', 'both'] as const) {
      expect(
        findConflicts(applyEdits(text, resolveAll(found, side))).hunks.length === 0,
        () => `conflicts are left behind ${side}`,
      );
    }
  },
});

function written({ ours, base, theirs, withBase, behind }: Marked['hunks'][number]): string {
  const middle = withBase ? `||||||| base\n${ended(base)}` : '';
  return `<<<<<<< ours\n${ended(ours)}${middle}=======\n${ended(theirs)}>>>>>>> theirs\n${ended(behind)}`;
}

/** With a line ending behind it, unless it is blank. */
function ended(text: string): string {
  return text === '' || /[\r\n]$/.test(text) ? text : `${text}\n`;
}

function lines(text: string, from: number, count: number): string {
  return text
    .split(/(?<=\n)/)
    .slice(-from - count)
    .slice(0, count)
    .join('');
}
