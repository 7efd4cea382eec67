import {
  addColumn,
  addTask,
  convertColumn,
  deleteRows,
  duplicateRows,
  insertRows,
  moveRows,
  removeColumn,
  renameColumn,
  renameSegment,
  setAttribute,
  setCell,
  setCells,
  setNotes,
  setSetting,
  setStatus,
  sortRows,
} from '../../src/core';
import type { RetentionDocument, TextEdit } from '../../src/core';
import type { Random } from '../engine/random';
import { inSigns, SIGNS } from './dialects';
import { typedText } from './file';

/** One thing a person does to a file. Numbers mean places by their remainder, so that every number is one. */
export interface Step {
  readonly kind: StepKind;
  readonly row: number;
  readonly column: number;
  readonly size: number;
  readonly text: string;
}

type Make = (document: RetentionDocument, step: Step) => readonly TextEdit[];

const KEYS = [
  'goal',
  'title',
  'method',
  'segments',
  'delimiter',
  'decimal',
  'currency',
  'x_own',
  'label_start',
  'granularity',
];

const MAKERS = {
  cell: (document, { row, column, text }) =>
    setCell(document, rowIn(document, row), columnIn(document, column), text),
  block: (document, { row, column, size, text }) => {
    const first = rowIn(document, row);
    const rows = Math.min(1 + (size % 3), document.rowCount - first);
    const columns = Math.min(2, document.columns.length - columnIn(document, column));
    const places = Array.from({ length: rows * columns }, (_, index) => index);
    return setCells(
      document,
      places.map((index) => ({
        row: first + Math.floor(index / columns),
        column: columnIn(document, column) + (index % columns),
        text: index === 0 ? text : String((size + index) % 500),
      })),
    );
  },
  insert: (document, { row, size, text }) =>
    insertRows(
      document,
      place(document, row),
      size % 2 === 0 ? 1 + (size % 3) : [[text], ['2024-02', '5'].slice(0, document.headerCellCount)],
    ),
  delete: (document, { row, size }) => {
    const first = rowIn(document, row);
    return deleteRows(document, first, Math.min(1 + (size % 3), document.rowCount - first));
  },
  move: (document, { row, column, size }) =>
    moveRows(document, [rowIn(document, row), rowIn(document, row + (size % 3))], place(document, column)),
  duplicate: (document, { row, size }) =>
    duplicateRows(document, [rowIn(document, row), rowIn(document, size)]),
  sort: (document, { column, size }) => {
    const sign = size % 2 === 0 ? 1 : -1;
    const key = (row: number): string => document.cellText(row, columnIn(document, column));
    return sortRows(document, (a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0));
  },
  column: (document, { column, text }) => addColumn(document, text, { after: columnIn(document, column) }),
  removeColumn: (document, { column }) => removeColumn(document, columnIn(document, column)),
  renameColumn: (document, { column, text }) => renameColumn(document, columnIn(document, column), text),
  renameSegment: (document, { row, text }) =>
    renameSegment(document, document.segment(rowIn(document, row)), text),
  setting: (document, each) => {
    const { key, value } = settingOf(each);
    return setSetting(document, key, value);
  },
  notes: (document, { size, text }) =>
    setNotes(
      document,
      size % 3 === 0
        ? text
        : size % 3 === 1
          ? `${document.notes}\n${text}`
          : document.notes.slice(size % (document.notes.length + 1)),
    ),
  task: (document, { text, size }) =>
    addTask(document, {
      text,
      status: 'active',
      attributes: { due: size % 2 === 0 ? '2024-05-01' : null, reason: text },
    }),
  status: (document, { row }) => setStatus(document.playbook[row % document.playbook.length]!, 'done'),
  attribute: (document, { row, column, size, text }) =>
    setAttribute(
      document.playbook[row % document.playbook.length]!,
      ['due', 'segment', 'x'][column % 3]!,
      size % 4 === 0 ? null : text,
    ),
  convert: (document, { column, size }) =>
    convertColumn(document, columnIn(document, column), size % 2 === 0 ? '.' : ','),
  // What other editors do: any text anywhere.
  anything: (document, { row, size, text }) => {
    const start = row % (document.length + 1);
    return [{ start, end: Math.min(document.length, start + (size % 9)), text }];
  },
  // A program that writes the numbers of a column in its own way.
  respell: (document, { column: place, size }) => {
    const { rowCount, columns, settings } = document;
    const column = columnIn(document, place);
    const changes = Array.from({ length: rowCount }, (_, row) => {
      const said = document.cellText(row, column);
      const isNumber = columns[column]!.kind !== 'period' && /^\d+(?:[.,]\d+)?$/.test(said);
      const zeros = (said.includes(settings.decimal) ? '' : settings.decimal) + '0'.repeat(1 + (size % 3));
      return { row, column, text: isNumber ? said + zeros : said };
    });
    return setCells(document, changes);
  },
  surplus: (document, { row, size }) => {
    const { end } = document.rowRange(rowIn(document, row));
    return [{ start: end, end, text: document.settings.delimiter + String(size) }];
  },
  lineBreak: (document, { row, column, size }) =>
    setCell(document, rowIn(document, row), columnIn(document, column), `a\n${size}`),
  unknown: (document, { row, size }) =>
    setCell(document, rowIn(document, row), 'period', size % 2 === 0 ? '' : 'TBD'),
  signs: (document, { size }) => {
    const text = inSigns(document, SIGNS[size % SIGNS.length]!);
    return text === null ? [] : [{ start: 0, end: document.length, text }];
  },
  line: (document, { row, text }) => {
    const start = document.rowRange(rowIn(document, row)).start;
    return [{ start, end: start, text: text + document.eol }];
  },
} satisfies Readonly<Record<string, Make>>;

export type StepKind = keyof typeof MAKERS;

/** The kinds as often as they happen. */
const KINDS: readonly StepKind[] = [
  ...Array.from({ length: 12 }, () => 'cell' as const),
  ...([
    'block',
    'block',
    'insert',
    'insert',
    'delete',
    'delete',
    'move',
    'duplicate',
    'sort',
    'column',
    'renameColumn',
    'renameSegment',
  ] as const),
  ...([
    'setting',
    'notes',
    'task',
    'status',
    'attribute',
    'convert',
    'anything',
    'anything',
    'line',
    'line',
  ] as const),
];

export function step(random: Random): Step {
  return {
    kind: random.pick(KINDS),
    row: random.below(12),
    column: random.below(12),
    size: random.below(12),
    text: typedText(random),
  };
}

/** What can be done without a row. */
const WITHOUT_ROWS = new Set(
  'setting notes task column renameColumn insert anything sort convert respell signs'.split(' '),
);

/** The edits of a step; none where it cannot be done, which the core says by a RangeError. */
export function editsOf(document: RetentionDocument, each: Step): readonly TextEdit[] {
  const make: Make = MAKERS[each.kind];
  try {
    if (!WITHOUT_ROWS.has(each.kind) && document.rowCount === 0) return [];
    if (['status', 'attribute'].includes(each.kind) && document.playbook.length === 0) return [];
    if (document.columns.length === 0 && !['setting', 'notes', 'task', 'anything'].includes(each.kind))
      return [];
    return make(document, each);
  } catch (error) {
    if (error instanceof RangeError && !/Invalid (?:array|string)|call stack/.test(error.message)) return [];
    throw error;
  }
}

/** The setting that a step writes; null removes it. */
export function settingOf({ column, size, text }: Step): {
  readonly key: string;
  readonly value: string | readonly string[] | null;
} {
  return {
    key: KEYS[column % KEYS.length]!,
    value: size % 5 === 0 ? null : size % 7 === 0 ? [text, 'B'] : text,
  };
}

/** The place of a cell that a step names. */
export function cellOf(
  document: RetentionDocument,
  { row, column }: Step,
): { readonly row: number; readonly column: number } {
  return { row: rowIn(document, row), column: columnIn(document, column) };
}

function rowIn(document: RetentionDocument, row: number): number {
  return row % Math.max(1, document.rowCount);
}

function place(document: RetentionDocument, row: number): number {
  return row % (document.rowCount + 1);
}

function columnIn(document: RetentionDocument, column: number): number {
  return column % Math.max(1, document.columns.length);
}
