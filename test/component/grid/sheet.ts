/**
 * The page of the tests: a grid over plain texts, without a notebook. It runs in the browser.
 *
 * Address: `?rows=9&columns=4&readonly` for nine rows, four columns more than usual, nothing to be edited.
 */
import '../../../src/webview/grid/grid.css';
import { fillSeries } from '../../../src/core';
import {
  createGrid,
  type Grid,
  type GridCell,
  type GridColumn,
  type GridEdit,
  type GridModel,
  type GridReport,
} from '../../../src/webview/grid';

export interface Sheet {
  readonly grid: Grid;
  readonly model: GridModel & { readonly columns: GridColumn[] };
  readonly edits: GridEdit[];
  readonly reports: GridReport[];
  readonly drafts: (string | null)[];
  readonly data: string[][];
  /** Replaces rows as somebody else would. */
  replace(at: number, removed: number, rows: string[][]): void;
}

declare global {
  interface Window {
    sheet: Sheet;
  }
}

const parameters = new URLSearchParams(location.search);
const typed = ['period', 'start', 'new', 'lost', 'end', 'goal', 'note'];
const results = ['CRR', 'churn', 'gap', 'short', 'growth'];

function column(key: string, facts: Partial<GridColumn> = {}): GridColumn {
  return {
    key,
    label: key,
    kind: 'count',
    align: 'end',
    computed: false,
    editable: true,
    width: 90,
    frozen: false,
    multiline: false,
    description: '',
    problem: null,
    ...facts,
  };
}

const columns: GridColumn[] = [
  column('period', { kind: 'period', align: 'start', frozen: true, width: 110 }),
  ...typed.slice(1, 6).map((name) => column(name)),
  column('note', { kind: 'text', align: 'start', multiline: true, width: 180 }),
  ...results.map((name) => column(name, { computed: true, editable: false, kind: 'number', width: 76 })),
  ...Array.from({ length: Number(parameters.get('columns') ?? 0) }, (_, i) => column(`more ${i}`)),
];

const data = Array.from({ length: Number(parameters.get('rows') ?? 9) }, (_, i) => [
  `${2000 + (i >> 2)}-Q${(i & 3) + 1}`,
  String(500 + (i % 97)),
  String(50 + (i % 13)),
  i % 5 === 3 ? '' : String(100 - (i % 7)),
  '',
  i % 4 === 0 ? '85%' : '',
  i % 6 === 2 ? 'Reseller contract ended, 70 small accounts left' : '',
]);

const whole = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : null;

function result(row: readonly string[], name: string): GridCell {
  const start = whole(row[1]);
  const lost = whole(row[3]);
  const churn = start === null || start === 0 || lost === null ? null : lost / start;
  const share = name === 'CRR' && churn !== null ? 1 - churn : churn;
  const text = share === null ? '–' : `${(share * 100).toFixed(1)} %`;
  const description = share === null ? 'lost is not known' : '';
  return { text, editText: text, tone: 'computed', problem: null, description, muted: false };
}

function value(row: readonly string[], index: number): GridCell {
  const text = row[index] ?? '';
  const plain = {
    text,
    editText: text,
    tone: 'typed',
    problem: null,
    description: '',
    muted: false,
  } as const;
  if (index === 0 || index > 4) return plain;
  if (text !== '' && whole(text) === null) {
    return { ...plain, problem: { severity: 'error', message: `"${text}" is not a whole number.` } };
  }
  const [start, added, lost] = [whole(row[1]), whole(row[2]), whole(row[3])];
  if (index === 4 && text === '' && start !== null && added !== null && lost !== null) {
    return {
      ...plain,
      text: String(start + added - lost),
      tone: 'derived',
      description: 'start + new − lost',
    };
  }
  return plain;
}

const model: Sheet['model'] = {
  get rowCount() {
    return data.length;
  },
  columns,
  readOnly: parameters.has('readonly') ? 'This table is read-only.' : null,
  cell: (row, index) =>
    columns[index]!.computed ? result(data[row]!, columns[index]!.key) : value(data[row]!, index),
  isBlank: (row, index) => model.cell(row, index).text === '',
  rowLabel: (row) => String(row + 1),
  rowProblem: (row) => (row === 3 ? { severity: 'warning', message: 'This row has too few cells.' } : null),
  placeholder: (index) => (index === 0 ? '2024-Q4' : ''),
  series: (texts, count, { column: index, backwards, insist }) =>
    fillSeries(texts, count, { backwards, insist, periods: index === 0, decimal: '.' }),
};

const edits: GridEdit[] = [];
const reports: GridReport[] = [];
const drafts: (string | null)[] = [];

function replace(at: number, removed: number, rows: string[][]): void {
  data.splice(at, removed, ...rows);
  sheet.grid.rowsReplaced(at, removed, rows.length);
}

function apply(edit: GridEdit): void {
  edits.push(edit);
  if (edit.type === 'deleteRows') {
    for (const span of [...edit.spans].reverse()) replace(span.at, span.count, []);
  } else if (edit.type === 'insertRows') {
    replace(
      edit.at,
      0,
      Array.from({ length: edit.count }, () => typed.map(() => '')),
    );
  }
  if (edit.type === 'moveRows' || edit.type === 'duplicateRows') {
    const rows = edit.spans.flatMap(({ at, count }) => data.slice(at, at + count));
    const stay = (row: string[]): boolean => !rows.includes(row);
    const next =
      edit.type === 'moveRows'
        ? [...data.slice(0, edit.to).filter(stay), ...rows, ...data.slice(edit.to).filter(stay)]
        : data.flatMap((row, index) => {
            const span = edit.spans.find(({ at, count }) => at + count - 1 === index);
            if (span === undefined) return [row];
            return [row, ...data.slice(span.at, index + 1).map((copied) => [...copied])];
          });
    const added = next.length - data.length;
    const first = edit.spans[0]!.at;
    data.splice(0, data.length, ...next);
    if (added > 0) sheet.grid.rowsReplaced(first, 0, added);
    sheet.grid.rowsChanged('all');
  }
  if ('cells' in edit) {
    for (const cell of edit.cells) data[cell.row]![cell.column] = cell.text;
    sheet.grid.rowsChanged('all');
  }
}

const host = document.getElementById('host')!;
const grid = createGrid(host, model, {
  onEdit: apply,
  onReport: (report) => reports.push(report),
  onDraft: (draft) => drafts.push(draft?.text ?? null),
});
const sheet: Sheet = { grid, model, edits, reports, drafts, data, replace };
window.sheet = sheet;
