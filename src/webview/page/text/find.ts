/** Words of finding and replacing. */
export const find = {
  name: 'Find and replace',
  find: 'Find',
  replaceBy: 'Replace by',
  previous: 'Previous match (Shift+Enter)',
  next: 'Next match (Enter)',
  close: 'Close (Escape)',
  toggleReplace: 'Toggle replace',
  replace: 'Replace',
  replaceAll: 'Replace all',
  inSelection: 'Find in selection (Alt+L)',
  option: {
    matchCase: 'Match case (Alt+C)',
    wholeCell: 'Match whole cell (Alt+W)',
    regex: 'Regular expression (Alt+R)',
  },
  sign: { matchCase: 'Aa', wholeCell: '[ab]', regex: '.*' },
  place: (at: string, of: string) => `${at} of ${of}`,
  count: (n: number, count: string) => (n === 1 ? '1 cell' : `${count} cells`),
  none: 'No results',
  searching: 'Searching\u2026',
  stillSearching: 'Still searching. Try again when all cells have been counted.',
  stopped: 'Stopped: this search takes too long. Not all rows were searched.',
  filtered: (hidden: string) => `hidden by the filter and not searched: ${hidden} rows`,
  tooLong: (n: number, count: string) =>
    n === 1
      ? '1 cell is too long for this expression and was not searched'
      : `${count} cells are too long for this expression and were not searched`,
  invalid: (detail: string) => (detail === '' ? 'Not a regular expression.' : `${detail}.`),
  endless:
    'This expression could take for ever: a repeated group holds another repetition or alternatives, or it refers back. Write it without.',
  replaceOne: 'Replace in a cell',
  replaceLabel: (n: number) => (n === 1 ? 'Replace in a cell' : `Replace in ${n} cells`),
  replaced: (n: number, count: string) => (n === 1 ? 'Replaced in 1 cell.' : `Replaced in ${count} cells.`),
  skipped: (n: number, count: string) =>
    n === 1
      ? '1 cell is calculated and was left as it is.'
      : `${count} cells are calculated and were left as they are.`,
  cannotReplace: 'That cell is calculated and was left as it is.',
};
