import type { ReadOnlyReason } from '../../../core';
import type { SkipReason } from '../../grid';
import type { ReadOnlyCause } from '../../../protocol';

/** Words of the notices over the table. */
export const failure =
  'The notebook could not be shown. The file is as it was; the log (command \u201cRetention: Show Log\u201d) says what happened.';

export const readOnly = {
  title: 'Read-only',
  file: 'This file cannot be written, so nothing can be edited here.',
  'too-large':
    'VS Code keeps files of more than 50 MB from extensions, so this one is shown as it is on the disk and cannot be edited here. Open it as text to edit it, or split it.',
  binary:
    'This file does not look like text, so what can be read of it is shown and nothing can be edited here.',
  'newer-version':
    'This file was written for a newer version of the format. It is shown as far as it is understood; update the extension to edit it.',
  'conflict-markers':
    'This file holds merge conflicts, so its table cannot be edited. Resolve them above the table first.',
  'not-utf8':
    'This file is not valid UTF-8, so editing it here could damage it. Reopen it with the right encoding and save it as UTF-8.',
  silent:
    'VS Code\u2019s extension host does not answer: it may have stopped. What is entered now would not reach the file. Reload the window; what has not arrived is shown again then.',
  openAsText: 'Open as Text',
  reload: 'Reload Window',
} satisfies Record<ReadOnlyReason | ReadOnlyCause | 'silent', string> & Record<string, string>;

export const refused = {
  title: (n: number) => (n === 1 ? 'An edit was not applied' : `${n} edits were not applied`),
  why: 'What you typed is kept here: the file changed at that place in the meantime, could not be edited, or VS Code stopped.',
  typed: 'You typed',
  nothing: '(deleted)',
  join: ' | ',
  place: (column: string, row: string) => (row === '' ? column : `${column} of ${row}`),
  gone: 'The row or the column was removed while the notebook was away.',
  locked: 'The notebook could not be edited.',
  stopped: 'VS Code stopped before this reached the file.',
  applyAgain: 'Apply again',
  dismiss: 'Dismiss',
  cannotApply: 'Its place has changed: copy what you need and enter it again.',
};

export const paste = {
  region: 'Paste',
  skipped: (n: number, count: string) =>
    n === 1 ? '1 cell was not pasted.' : `${count} cells were not pasted.`,
  numbers: (n: number, count: string, column: string, example: string, ask: boolean) =>
    `${n === 1 ? '1 number' : `${count} numbers`} in \u201c${column}\u201d ${n === 1 ? 'is' : 'are'} written ${n === 1 ? example : `like ${example}`}, ${ask ? 'which can mean two things. Which one?' : 'not as this file writes numbers.'}`,
  readAs: (to: string) => `Read as ${to}`,
  readAsLong: (from: string, to: string, column: string) =>
    `Read as ${to}: what is written ${from}, in the whole column ${column}`,
  wholeColumn: (column: string) => `in the whole column ${column}`,
  convert: (column: string) => `Convert the numbers of ${column}`,
  converted: (n: number, count: string, column: string) =>
    n === 1 ? `1 number of ${column} converted` : `${count} numbers of ${column} converted`,
  columnFix: (from: string, to: string, column: string) => `Read ${from} as ${to} in all of ${column}`,
  show: 'Show list',
  hide: 'Hide list',
  list: 'Cells that were not pasted',
  dismiss: 'Dismiss',
  goTo: 'Go to',
  goToPlace: (place: string) => `Go to ${place}`,
  newRow: 'new',
  cell: (column: string, row: string) => `${column}, row ${row}`,
  cells: (column: string, from: string, to: string) => `${column}, rows ${from} to ${to}`,
  cellsFrom: (column: string, count: string, from: string) =>
    `${column}, ${count} rows of the view from row ${from} on`,
  beyond: (n: number, count: string) =>
    n === 1 ? '1 column beyond the last one' : `${count} columns beyond the last one`,
  reason: {
    computed: 'is calculated from the other columns',
    'read-only-column': 'cannot be edited',
    'no-column': 'there is no column for it',
  } satisfies Record<SkipReason, string>,
};
