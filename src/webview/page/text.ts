import type { Granularity, Method, ReadOnlyReason, Severity } from '../../core';
import type { ReadOnlyCause } from '../../protocol';
import type { SkipReason } from '../grid';

const MIDDLE_DOT = ' \u00b7 ';
/** What stands where a number does not exist. */
export const NO_VALUE = '\u2013';

/**
 * Every word the page shows, in one place, so that another language is another object of this shape.
 * Numbers come in already written for the reader's locale; `n` beside them is for the plural only.
 */
export const text = {
  untitled: 'Untitled',
  separator: MIDDLE_DOT,

  header: {
    region: 'Settings of this file',
    title: 'Title',
    titleHint: (title: string, fileName: string) =>
      title === ''
        ? `Title, kept in the file; without one, the file\u2019s name (${fileName}) stands here.`
        : `${title} (title, kept in the file)`,
    goal: 'Goal',
    goalUnit: (granularity: Granularity) => text.per[granularity],
    goalPlaceholder: 'none',
    goalHint: 'Retention you want to keep per period, such as 85 %. Empty: no goal.',
    granularity: 'Granularity',
    granularityHint: 'Length of a period. Automatic: the length most rows have.',
    automatic: (found: Granularity | null) =>
      found === null ? 'Automatic' : `Automatic (${text.granularity[found].toLowerCase()})`,
    method: 'Method',
    segment: 'Segment',
    segmentHint: 'Which customers the summary is about. Only the view changes, never the file.',
    allCustomers: 'All customers',
    eachSegment: 'Segments',
    openAsText: 'Open as Text',
    invalidGoal: (typed: string) =>
      `\u201c${typed}\u201d is not a percentage. Write the goal as a percentage, such as 85 %.`,
    ambiguousGoal: 'Write 1 % or 100 %: a bare 1 can mean either.',
    notWritable: (typed: string) => `\u201c${typed}\u201d cannot be kept here. Nothing was changed.`,
  },

  granularity: {
    day: 'Day',
    week: 'Week',
    month: 'Month',
    quarter: 'Quarter',
    year: 'Year',
    custom: 'Custom',
  } satisfies Record<Granularity, string>,

  per: {
    day: 'per day',
    week: 'per week',
    month: 'per month',
    quarter: 'per quarter',
    year: 'per year',
    custom: 'per period',
  } satisfies Record<Granularity, string>,

  method: {
    classic: 'Classic',
    'with-reactivated': 'With won back',
    lost: 'From lost',
  } satisfies Record<Method, string>,

  methodFormula: {
    classic: '(end \u2212 new \u2212 reactivated) / start',
    'with-reactivated': '(end \u2212 new) / start',
    lost: '(start \u2212 lost) / start',
  } satisfies Record<Method, string>,

  summary: {
    region: 'Summary',
    period: (period: string) => `${period}, the last complete period`,
    noPeriod: 'No complete period yet',
    retention: 'Retention',
    churn: 'Churn',
    goalGap: 'Goal gap',
    customersShort: 'Customers short',
    yearSoFar: (year: string | null) => (year === null ? 'Year so far' : `${year} so far`),
    trend: 'Trend',
    interval: (low: string, high: string, level: string) => `${low}\u2013${high} (${level})`,
    intervalHint: (level: string) => `Wilson interval, ${level} confidence`,
    lost: (count: string) => `${count} lost`,
    points: 'pt',
    pointsLong: 'percentage points',
    goal: (goal: string) => `goal ${goal}`,
    reached: 'goal reached',
    belowGoal: 'below the goal',
    aboveGoal: 'above the goal',
    onGoal: 'exactly at the goal',
    toReach: (goal: string) => `to reach ${goal}`,
    spare: (n: number, count: string) => (n === 0 ? 'none to spare' : `${count} to spare`),
    yearDone: (done: number, of: number) => `${done} of ${of} periods`,
    required: (rate: string, left: number) =>
      left === 1 ? `need ${rate} in the last` : `need ${rate} in the ${left} left`,
    mean: (mean: string) => `mean ${mean}`,
    meanHint: 'All complete periods together (weighted by customers at start)',
    rolling: (periods: number, rate: string) => `Last ${periods} periods: ${rate}`,
    simpleMean: (rate: string) => `Simple mean: ${rate}`,
    geometricMean: (rate: string) => `Geometric mean: ${rate}`,
    trendOf: (points: string) => `Retention by period: ${points}`,
    trendPoint: (period: string, rate: string) => `${period} ${rate}`,
    trendIncomplete: (period: string, rate: string) => `${period} ${rate} (incomplete)`,
    trendGoal: (goal: string) => `Dashed line: goal ${goal}`,
    noTrend: 'No rate to draw yet',
    hint: 'Hint',
  },

  columns: {
    derivedFrom: 'Derived from start + new + reactivated \u2212 lost = end',
    incomplete: 'Period not over yet; left out of means and goals',
  },

  computed: { crr: 'CRR', churn: 'churn', gapPoints: 'gap', customersShort: 'short' },

  /** Names of actions, for messages. */
  edit: {
    cell: (column: string, row: number) => `Edit ${column} of row ${row}`,
    cells: (count: number) => `Edit ${count} cells`,
    insertRows: (count: number) => (count === 1 ? 'Insert a row' : `Insert ${count} rows`),
    deleteRows: (count: number) => (count === 1 ? 'Delete a row' : `Delete ${count} rows`),
    sortRows: (count: number) => `Sort ${count} rows in the file`,
    moveRows: (count: number) => (count === 1 ? 'Move a row' : `Move ${count} rows`),
    duplicateRows: (count: number) => (count === 1 ? 'Duplicate a row' : `Duplicate ${count} rows`),
    setting: (name: string) => `Change ${name.toLowerCase()}`,
    firstPeriod: 'Add the first period',
    again: (label: string) => `${label}, again`,
  },

  problems: {
    region: 'Problems',
    severity: { error: 'Error', warning: 'Warning', info: 'Info' } satisfies Record<Severity, string>,
    count: {
      error: (n: number, count: string) => (n === 1 ? '1 error' : `${count} errors`),
      warning: (n: number, count: string) => (n === 1 ? '1 warning' : `${count} warnings`),
      info: (n: number, count: string) => (n === 1 ? '1 hint' : `${count} hints`),
    } satisfies Record<Severity, (n: number, count: string) => string>,
    row: (row: string) => `row ${row}`,
    cell: (row: string, column: string) => `row ${row}, ${column}`,
    goToCell: 'Go to cell',
    goToText: 'Go to text',
    fix: 'Fix\u2026',
    fixBy: (title: string) => `Fix: ${title}`,
    fixMenu: 'Fixes',
    previous: 'Previous problem',
    next: 'Next problem',
    position: (at: string, of: string) => `${at} of ${of}`,
    showAll: 'All problems',
    list: 'List of problems',
  },

  order: {
    region: 'Order and filters of the view',
    viewOnly: 'Only the view: the file stays as it is.',
    sorted: 'Sorted by',
    sortedBy: (keys: string) => `Sorted by ${keys}`,
    arrow: { ascending: '\u2191', descending: '\u2193' },
    direction: { ascending: 'ascending', descending: 'descending' },
    filtered: (rows: string) => `Filtered: ${rows}`,
    filterOf: (column: string, values: string) => `${column}: ${values}`,
    filterExcept: (column: string, values: string) => `${column}: not ${values}`,
    more: (count: string) => `and ${count} more`,
    blank: '(blank)',
    anyNumber: 'any number',
    atLeast: (min: string) => `at least ${min}`,
    atMost: (max: string) => `at most ${max}`,
    between: (min: string, max: string) => `${min} to ${max}`,
    condition: { belowGoal: 'below goal', hasProblem: 'has problem' },
    clearSort: (key: string) => `Clear sort: ${key}`,
    clearFilter: (filter: string) => `Clear filter: ${filter}`,
    clearAll: 'Clear all',
    cleared: 'All rows in the order of the file',
    reapply: 'Reapply',
    reapplyHint: 'Rows changed since the view was sorted and filtered. Arrange them again.',
    hiddenRow: (row: string) => `Row ${row} is hidden by the filter.`,
    showHidden: 'Clear filters and go there',
    fileSorted: 'Rows sorted in the file',
    fileIsSorted: 'The rows of the file are in this order already',
    fixed: 'Rows cannot be moved while the view is sorted or filtered. Clear that first.',
    badNumber: (typed: string) => `\u201c${typed}\u201d is not a number.`,
    badRange: (min: string, max: string) => `No number is at least ${min} and at most ${max}.`,
  },

  find: {
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
  },

  columnMenu: {
    name: (column: string) => `Sort and filter ${column}`,
    sort: { ascending: 'Sort Ascending', descending: 'Sort Descending' },
    current: '(now)',
    addHint: 'With Shift: after the columns sorted by already',
    clearSort: 'Clear Sort',
    sortFile: 'Sort Rows in File\u2026',
    sortFileHint: 'Writes the rows to the file in this order. One step, which can be undone.',
    filter: 'Filter\u2026',
    min: 'At least',
    max: 'At most',
    range: (column: string) => `Range of ${column}`,
    values: (column: string) => `Values of ${column}`,
    search: 'Search values',
    all: 'All values',
    allFound: 'All found',
    none: 'No value found',
    more: (count: string) => `${count} more values: search to find them.`,
    rows: 'Rows',
    condition: { belowGoal: 'Only rows below goal', hasProblem: 'Only rows with a problem' },
    apply: 'Apply filter',
    clearFilter: 'Clear filter',
  },

  failure:
    'The notebook could not be shown. The file is as it was; the log (command \u201cRetention: Show Log\u201d) says what happened.',

  readOnly: {
    title: 'Read-only',
    file: 'This file cannot be written, so nothing can be edited here.',
    'too-large':
      'VS Code keeps files of more than 50 MB from extensions, so this one is shown as it is on the disk and cannot be edited here. Open it as text to edit it, or split it.',
    binary:
      'This file does not look like text, so what can be read of it is shown and nothing can be edited here.',
    'newer-version':
      'This file was written for a newer version of the format. It is shown as far as it is understood; update the extension to edit it.',
    'conflict-markers':
      'This file holds merge conflict markers, so it cannot be edited as a table. Resolve the conflict as text or in the merge editor.',
    'not-utf8':
      'This file is not valid UTF-8, so editing it here could damage it. Reopen it with the right encoding and save it as UTF-8.',
    openAsText: 'Open as Text',
    openMergeEditor: 'Open in Merge Editor',
  } satisfies Record<ReadOnlyReason | ReadOnlyCause, string> & Record<string, string>,

  statistics: {
    region: 'Statistics of the selection',
    cells: (n: number, count: string) => (n === 1 ? '1 cell' : `${count} cells`),
    numbers: (n: number, count: string) => (n === 1 ? '1 number' : `${count} numbers`),
    sum: (value: string) => `sum ${value}`,
    mean: (value: string) => `mean ${value}`,
    min: (value: string) => `min ${value}`,
    max: (value: string) => `max ${value}`,
    counting: 'counting\u2026',
    rows: (n: number, count: string) => (n === 1 ? '1 row' : `${count} rows`),
    rowsOf: (n: number, shown: string, total: string) =>
      n === 1 ? `${shown} of 1 row` : `${shown} of ${total} rows`,
    mixed: 'Only the counts and amounts; percentages and results are left out.',
  },

  refused: {
    title: (n: number) => (n === 1 ? 'An edit was not applied' : `${n} edits were not applied`),
    why: 'The file changed at that place in the meantime. What you typed is kept here.',
    typed: 'You typed',
    nothing: '(deleted)',
    join: ' | ',
    place: (column: string, row: string) => (row === '' ? column : `${column} of ${row}`),
    gone: 'The row or the column was removed while the notebook was away.',
    applyAgain: 'Apply again',
    dismiss: 'Dismiss',
    cannotApply: 'Its place has changed: copy what you need and enter it again.',
  },

  paste: {
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
  },

  empty: {
    heading: 'No periods yet',
    body: 'A row is one period: customers at the start, new, lost, at the end. Retention, churn and the gap to your goal appear as you type.',
    firstPeriod: 'First period',
    firstPeriodHint: 'A year 2024, quarter 2024-Q1, month 2024-01, week 2024-W05 or day 2024-01-15',
    invalidPeriod: (typed: string) =>
      `\u201c${typed}\u201d is not a period. Write 2024, 2024-Q1, 2024-01, 2024-W05 or 2024-01-15.`,
    add: 'Add first period',
  },

  menu: {
    title: {
      cell: 'Cell menu',
      rows: 'Row menu',
      columns: 'Column menu',
      all: 'Table menu',
      hidden: 'Hidden columns',
      outside: 'Table menu',
    },
    cut: 'Cut',
    copy: 'Copy',
    copyWithHeaders: 'Copy with Headers',
    copyAsCsv: 'Copy as CSV',
    copyAsMarkdown: 'Copy as Markdown',
    paste: 'Paste',
    clear: 'Clear Contents',
    fillDown: 'Fill Down',
    fillRight: 'Fill Right',
    insertAbove: (n: number) => (n === 1 ? 'Insert Row Above' : `Insert ${n} Rows Above`),
    insertBelow: (n: number) => (n === 1 ? 'Insert Row Below' : `Insert ${n} Rows Below`),
    duplicate: (n: number) => (n < 2 ? 'Duplicate Row' : `Duplicate ${n} Rows`),
    moveUp: 'Move Up',
    moveDown: 'Move Down',
    deleteRows: (n: number) => (n < 2 ? 'Delete Row' : `Delete ${n} Rows`),
    addRow: 'Add Row',
    hideColumn: 'Hide Column',
    showHidden: (n: number) => (n === 1 ? 'Show Hidden Column' : `Show All ${n} Hidden Columns`),
    showHere: 'Show Hidden Columns Here',
    moveLeft: 'Move Column Left',
    moveRight: 'Move Column Right',
    fit: 'Fit Width to Content',
    widen: 'Widen Column',
    narrow: 'Narrow Column',
    resetColumns: 'Reset Columns',
    goToRow: 'Go to Row\u2026',
    openAsText: 'Open as Text at This Row',
    noRow: 'No row is selected.',
  },

  goToRow: {
    title: 'Go to row',
    label: 'Row number, period or segment',
    placeholder: '12 or 2024-Q3',
    notFound: (typed: string, rows: string) =>
      `No row is called \u201c${typed}\u201d. The table has ${rows} rows; type a number, a period or a segment.`,
    nothing: 'Type a row number, a period or a segment.',
  },

  announce: {
    crr: (rate: string) => `CRR ${rate}`,
    gap: (points: string) => `gap ${points} points`,
    short: (n: number, count: string) => (n === 1 ? '1 customer short' : `${count} customers short`),
    goalReached: 'goal reached',
    noRate: (reason: string) => `No CRR: ${reason}`,
    problems: (n: number, count: string) =>
      n === 1 ? '1 problem in this row' : `${count} problems in this row`,
  },
} as const;
