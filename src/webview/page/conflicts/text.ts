import type { ConflictPart, VersionName } from '../../../core';

const plural = (n: number, one: string, many: string, count: string): string =>
  n === 1 ? `1 ${one}` : `${count} ${many}`;

/** Words of the conflicts that git left in the file. */
export const conflictsText = {
  region: 'Merge conflicts',
  /** How many of a kind are in conflict. */
  kinds: {
    row: (n: number, count: string) => plural(n, 'row', 'rows', count),
    setting: (n: number, count: string) => plural(n, 'setting', 'settings', count),
    lines: (n: number, count: string) => plural(n, 'other place', 'other places', count),
  } satisfies Record<ConflictPart['kind'], unknown>,
  and: (parts: readonly string[]) =>
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`,
  between: (what: string, theirs: string) => `${what} in conflict between yours and ${theirs}`,
  theirs: (label: string) => (label === '' ? 'theirs' : `\u201c${label}\u201d`),
  nothingContested: 'Git left a conflict here in which nothing is contested',
  onlyMarkers: 'Markers of a merge conflict, but no conflict',
  how: 'The table shows the rows outside the conflicts, and can be edited again once all are resolved.',
  mergesItself: (n: number, count: string) =>
    n === 1
      ? 'One place needs no choice: row by row, both sides go together.'
      : `${count} places need no choice: row by row, both sides go together.`,
  merge: 'Merge Those',
  mergeByRows: 'Merge Row by Row',
  refusedByRows: (reason: string) => `It cannot be merged row by row: ${reason}`,
  mergedByRows: 'Merged row by row.',
  allOurs: 'Take All Ours',
  allTheirs: 'Take All Theirs',
  openAsText: 'Open as Text',
  openMergeEditor: 'Open in Merge Editor',
  saved: (left: string) => `Saving with conflicts left: ${left}. Resolve them before you commit.`,
  locked: 'The file cannot be edited here, so nothing can be chosen.',
  list: 'Conflicts',
  more: (n: number, count: string) =>
    n === 1 ? 'One more conflict follows.' : `${count} more conflicts follow.`,
  showMore: 'Show More',
  line: (line: string) => `line ${line}`,
  stray: (line: string, message: string) => `Line ${line}: ${message}`,
  strayText: 'Go to Text',
  strayTextLong: (line: string) => `Go to text of line ${line}`,
  kind: { row: 'Row', setting: 'Setting' } satisfies Record<Exclude<ConflictPart['kind'], 'lines'>, string>,
  lines: { lines: 'Lines of the file', notes: 'Notes', comments: 'Comments' } as Readonly<
    Record<string, string>
  >,
  version: { base: 'Base', ours: 'Ours', theirs: 'Theirs' } satisfies Record<VersionName, string>,
  versionColumn: 'Version',
  content: 'Content',
  take: {
    ours: 'Take Ours',
    theirs: 'Take Theirs',
    base: 'Take Base',
    both: 'Take Both',
  },
  takeLong: {
    ours: (name: string) => `Take ours for ${name}`,
    theirs: (name: string) => `Take theirs for ${name}`,
    base: (name: string) => `Take base for ${name}`,
    both: (name: string) => `Take both for ${name}`,
  },
  took: {
    ours: (name: string) => `${name}: took ours.`,
    theirs: (name: string) => `${name}: took theirs.`,
    base: (name: string) => `${name}: took the base.`,
    both: (name: string) => `${name}: took both.`,
    hand: (name: string) => `${name}: written by hand.`,
  },
  label: {
    one: (side: string, name: string) => `Resolve ${name}: ${side}`,
    all: (side: string) => `Resolve all conflicts: ${side}`,
    merge: 'Merge what is not contested',
    byRows: 'Merge row by row',
    hand: 'by hand',
  },
  missing: {
    row: 'This version has no such row: taking it leaves the row out.',
    setting: 'This version has no such setting: taking it leaves the setting out.',
    lines: 'Nothing stands here in this version.',
  } satisfies Record<ConflictPart['kind'], string>,
  differs: 'contested',
  crr: 'CRR',
  gap: 'gap',
  byHand: 'By Hand',
  byHandLong: (name: string) => `Resolve ${name} by hand`,
  hand: 'By hand',
  cellByHand: (column: string, name: string) => `${column} of ${name}, by hand`,
  linesByHand: (name: string) => `${name}, by hand`,
  write: 'Write',
  writeLong: (name: string) => `Write ${name} as typed`,
  cancel: 'Cancel',
  textLong: (name: string) => `Open as text: ${name}`,
  left: (what: string) => `${what} left.`,
  done: 'All conflicts are resolved. Save the file, then commit it.',
};
