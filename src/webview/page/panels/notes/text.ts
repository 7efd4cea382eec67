/** The words of the notes. */
export const notesText = {
  title: 'Notes',
  label: 'Notes, as Markdown',
  edit: 'Edit notes',
  write: 'Write notes',
  done: 'Done',
  cancel: 'Cancel',
  keys: 'Markdown. Ctrl+Enter is done, Escape gives up. What you type is kept until then.',
  keysMac: 'Markdown. \u2318Enter is done, Escape gives up. What you type is kept until then.',
  empty:
    'No notes yet. Say here what happened and what you plan: it stays in the file, below the rows, as Markdown.',
  emptyLocked: 'This file has no notes.',
  saved: 'Notes taken over.',
  discarded: 'Changes of the notes given up.',
  locked: 'The file cannot be edited now. Your text is kept here; copy it if you need it elsewhere.',
  merges: 'Meanwhile the notes changed in the file too. Both changes are kept when you are done.',
  conflict:
    'Meanwhile the same lines of the notes changed in the file. Nothing of yours is taken over until you choose.',
  theirs: 'The notes in the file now',
  keepMine: 'Keep my text',
  takeTheirs: 'Take the file\u2019s text',
};
