import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RetentionDocument, TextEdit } from '../../../../../src/core';
import { LiveNotebook } from '../../../../../src/core';
import type { GridEdit } from '../../../../../src/webview/grid';
import { pageColumns } from '../../../../../src/webview/page/columns/columns';
import { fileEdit } from '../../../../../src/webview/page/sheet/gridEdits';
import { numberDisplay } from '../../../../../src/webview/page/numbers/numbers';
import type { TableSource, ViewCriteria } from '../../../../../src/webview/page/order';
import { toFile, ViewOrder } from '../../../../../src/webview/page/order';

type Change = Exclude<GridEdit, { readonly type: 'undo' | 'redo' }>;

/** Columns of the grid: period, start, new, lost, end, four results, id. */
const LOST = 3;
const ID = 9;

function open(rows: readonly string[]): TableSource {
  const text = `#---\n# retention: 1\n# goal: 85%\n#---\nperiod,start,new,lost,end,id\n${rows.join('\n')}\n`;
  const notebook = LiveNotebook.open(text, { today: 20_000 });
  return { notebook, columns: pageColumns(notebook.document), numbers: numberDisplay(['en']) };
}

function idAt(document: RetentionDocument, row: number): string {
  return document.cellText(row, 5);
}

function idsShown({ notebook }: TableSource, order: ViewOrder): string[] {
  return Array.from({ length: order.rows.count }, (_, view) =>
    idAt(notebook.document, order.rows.fileRow(view)),
  );
}

function applyText(source: TableSource, order: ViewOrder, edits: readonly TextEdit[]): void {
  const tracking = order.watch(source.notebook.document, edits);
  const change = source.notebook.apply(edits);
  order.follow(source, tracking, change, source.notebook.affectedRows);
}

function perform(source: TableSource, order: ViewOrder, edit: Change): void {
  const { edit: translated, planned } = toFile(edit, order.rows);
  const { edits } = fileEdit(source.notebook.document, source.columns, translated);
  if (planned === null) applyText(source, order, edits);
  else order.inserting(planned, () => applyText(source, order, edits));
}

const row = fc
  .record({
    quarter: fc.integer({ min: 0, max: 40 }),
    start: fc.integer({ min: 0, max: 30 }),
    lost: fc.option(fc.integer({ min: 0, max: 12 })),
    comment: fc.boolean(),
  })
  .map(
    ({ quarter, start, lost, comment }) =>
      (id: number) =>
        `${comment ? '# about the next row\n' : ''}${2000 + (quarter >> 2)}-Q${(quarter & 3) + 1},${start},5,${lost ?? ''},,id${id}`,
  );

const rows = fc.array(row, { minLength: 1, maxLength: 14 }).map((made) => made.map((make, id) => make(id)));

const criteria: fc.Arbitrary<ViewCriteria> = fc.record({
  sort: fc.array(
    fc.record({
      column: fc.constantFrom('period', 'start', 'lost', '=crr', '=gapPoints', 'id', '__proto__'),
      descending: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  filters: fc.array(
    fc.record({
      type: fc.constant('range' as const),
      column: fc.constantFrom('start', 'lost', '=churn'),
      min: fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }),
      max: fc.option(fc.integer({ min: 8, max: 30 }), { nil: null }),
    }),
    { maxLength: 1 },
  ),
  conditions: fc.subarray(['belowGoal', 'hasProblem'] as const, { maxLength: 1 }),
});

type Step =
  | { readonly type: 'arrange'; readonly criteria: ViewCriteria }
  | { readonly type: 'set' | 'insert' | 'delete' | 'paste'; readonly at: number; readonly count: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ type: fc.constant('arrange' as const), criteria }),
  fc.record({
    type: fc.constantFrom('set' as const, 'insert' as const, 'delete' as const, 'paste' as const),
    at: fc.nat(20),
    count: fc.integer({ min: 1, max: 4 }),
  }),
);

/** What people expect: a list of named rows in the file, and the list of those they see. */
class Model {
  readonly lost = new Map<string, string>();
  ids: string[];
  seen: string[];
  #made = 0;

  constructor(source: TableSource) {
    const { document } = source.notebook;
    this.ids = Array.from({ length: document.rowCount }, (_, index) => idAt(document, index));
    this.ids.forEach((id, index) => this.lost.set(id, document.cellText(index, 3)));
    this.seen = [...this.ids];
  }

  newId(): string {
    return `new${this.#made++}`;
  }
}

describe('editing a sorted and filtered view', () => {
  it('reaches the rows that are seen, and keeps the others', () => {
    fc.assert(
      fc.property(rows, fc.array(step, { maxLength: 12 }), (made, steps) => {
        const source = open(made);
        const order = new ViewOrder(source);
        const model = new Model(source);
        for (const next of steps) {
          run(source, order, model, next);
          const { document } = source.notebook;
          expect(idsShown(source, order)).toEqual(model.seen);
          const inFile = Array.from({ length: document.rowCount }, (_, index) => idAt(document, index));
          expect([...inFile].sort()).toEqual([...model.ids].sort());
          inFile.forEach((id, index) => expect(document.cellText(index, 3)).toBe(model.lost.get(id)));
          inFile.forEach((_, index) => {
            const view = order.rows.viewRow(index);
            if (view !== null) expect(order.rows.fileRow(view)).toBe(index);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the order of what is seen when somebody else edits the text', () => {
    fc.assert(
      fc.property(rows, criteria, fc.nat(13), fc.nat(13), (made, wanted, removed, at) => {
        const source = open(made);
        const order = new ViewOrder(source, wanted);
        const before = idsShown(source, order);
        const { document } = source.notebook;
        const gone = removed % document.rowCount;
        const goneId = idAt(document, gone);
        const place = document.rowRange(at % document.rowCount).start;
        const edits = [
          { start: document.rowRange(gone).start, end: document.rowLineEnd(gone), text: '' },
          { start: place, end: place, text: '1999,1,1,1,1,foreign\n' },
        ].filter(({ start }, index) => index === 1 || start !== place);
        applyText(source, order, edits);
        const after = idsShown(source, order).filter((id) => id !== 'foreign');
        expect(after).toEqual(edits.length === 2 ? before.filter((id) => id !== goneId) : before);
      }),
    );
  });
});

function run(source: TableSource, order: ViewOrder, model: Model, next: Step): void {
  if (next.type === 'arrange') {
    order.arrange(source, next.criteria);
    model.seen = idsShown(source, order);
    return;
  }
  const { seen } = model;
  const at = next.at % (seen.length + 1);
  const count = Math.min(next.count, seen.length - at);
  switch (next.type) {
    case 'set': {
      const places = Array.from({ length: count }, (_, index) => at + index);
      perform(source, order, {
        type: 'setCells',
        cells: places.map((view) => ({ row: view, column: LOST, text: String(view % 9) })),
      });
      for (const view of places) model.lost.set(seen[view]!, String(view % 9));
      return;
    }
    case 'insert': {
      const ids = Array.from({ length: next.count }, () => model.newId());
      perform(source, order, {
        type: 'insertRows',
        at,
        count: ids.length,
        cells: ids.map((id, index) => ({ row: at + index, column: ID, text: id })),
      });
      insert(model, at, ids);
      return;
    }
    case 'delete': {
      // Two spans, as when rows are selected with Ctrl.
      const spans = [{ at, count }, ...(at > 1 ? [{ at: 0, count: 1 }] : [])].filter(
        (span) => span.count > 0,
      );
      perform(source, order, { type: 'deleteRows', spans: spans.sort((a, b) => a.at - b.at) });
      const gone = new Set(spans.flatMap((span) => seen.slice(span.at, span.at + span.count)));
      model.ids = model.ids.filter((id) => !gone.has(id));
      model.seen = seen.filter((id) => !gone.has(id));
      return;
    }
    case 'paste': {
      // Over the last row and beyond.
      const first = Math.max(0, seen.length - 1);
      const ids = [model.newId(), model.newId()];
      const old = seen.slice(first);
      perform(source, order, {
        type: 'insertRows',
        at: seen.length,
        count: ids.length,
        cells: [
          ...old.map((_, index) => ({ row: first + index, column: LOST, text: '8' })),
          ...ids.map((id, index) => ({ row: seen.length + index, column: ID, text: id })),
        ],
      });
      for (const id of old) model.lost.set(id, '8');
      insert(model, seen.length, ids);
      return;
    }
  }
}

function insert(model: Model, at: number, ids: readonly string[]): void {
  model.ids.push(...ids);
  model.seen.splice(at, 0, ...ids);
  for (const id of ids) model.lost.set(id, '');
}
