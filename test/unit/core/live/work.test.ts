/**
 * The work of an edit is proportional to what it changes: counted as the rows that are looked at, since a clock says
 * little about it. A pass over all rows would make the count of the larger file the larger one.
 */
import { describe, expect, it } from 'vitest';
import { work } from '../../../../scripts/budgets.mjs';
import { LiveNotebook, parseDocument, setCell } from '../../../../src/core';
import type { RetentionDocument } from '../../../../src/core';
import { RowLinks } from '../../../../src/core/checks/rowLinks';
import { COUNTS_PER_ROW } from '../../../../src/core/checks/rowTable';

/** After the last row: periods that have not ended are looked through for the last one that has. */
const FAR_FUTURE = 1_000_000;

const SEGMENTS = ['', 'A', 'B', 'C'];

const period = (month: number): string =>
  `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** Months of three segments, each with a row for all customers. */
function text(months: number): string {
  const rows = Array.from({ length: months * SEGMENTS.length }, (_, i) => {
    const total = i % SEGMENTS.length === 0;
    const counts = total ? '300,30,30,300' : '100,10,10,100';
    return `${period(Math.floor(i / SEGMENTS.length))},${SEGMENTS[i % SEGMENTS.length]!},${counts},${total ? '' : '99%'}`;
  });
  return `period,segment,start,new,lost,end,goal\n${rows.join('\n')}\n`;
}

/** What something has asked a document for. */
interface Asked {
  readonly rows: Set<number>;
  /** Characters of the text. */
  characters: number;
}

/** The document with a note of each row that something is asked about, and of the text that is read. */
function watched(document: RetentionDocument, asked: Asked): RetentionDocument {
  return new Proxy(document, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name === 'text') asked.characters += target.length;
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, target, args);
        if (name === 'slice') asked.characters += (result as string).length;
        else if (name !== 'apply' && typeof args[0] === 'number') asked.rows.add(args[0]);
        return result;
      };
    },
  });
}

/** Replaces the columns of the links by ones that note each row that is read or written. */
function watchTable({ table }: RowLinks, rows: Set<number>): void {
  for (const [name, column] of Object.entries(table) as [string, unknown][]) {
    if (!ArrayBuffer.isView(column)) continue;
    const width = name === 'counts' ? COUNTS_PER_ROW : 1;
    const note = (index: string | symbol): void => void rows.add(Math.floor(Number(index) / width));
    const watchedColumn = new Proxy(column, {
      get: (target, index) => (note(index), Reflect.get(target, index) as unknown),
      set: (target, index, value) => (note(index), Reflect.set(target, index, value)),
    });
    Object.assign(table, { [name]: watchedColumn });
  }
}

/** How many rows each edit of a cell of the middle row looks at, in the document and in the links, and has drawn anew. */
function rowsLookedAt(months: number, column: string, texts: readonly string[]): readonly number[] {
  const asked: Asked = { rows: new Set(), characters: 0 };
  const plain = parseDocument(text(months));
  const row = (plain.rowCount >> 1) + 1;
  const notebook = LiveNotebook.of(watched(plain, asked), { today: FAR_FUTURE });
  const show = (): void => {
    expect(notebook.segments).toEqual(['A', 'B', 'C']);
    expect(notebook.problemCounts.error).toBeLessThan(2);
    for (const segment of [null, 'A']) expect(notebook.summary(segment).period).not.toBeNull();
    const { affectedRows } = notebook;
    for (const affected of affectedRows === 'all' ? [] : affectedRows) notebook.problemsOfRow(affected);
  };
  show();
  const other = parseDocument(text(months));
  const links = new RowLinks(other);
  const linked = new Set<number>();
  watchTable(links, linked);
  return texts.flatMap((value) => {
    asked.rows.clear();
    notebook.apply(setCell(plain, row, column, value));
    show();
    linked.clear();
    links.update(other.apply(setCell(other, row, column, value)));
    const { affectedRows } = notebook;
    return [asked.rows.size, linked.size, affectedRows === 'all' ? Infinity : new Set(affectedRows).size];
  });
}

describe('the work of an edit', () => {
  it.each([
    ['a count', 'end', ['99', '100', '', '1e3']],
    ['a goal', 'goal', ['1%', '100%', '']],
  ] as const)('does not grow with the file for %s', (_what, column, texts) => {
    const small = rowsLookedAt(60, column, texts);
    expect(Math.max(...small)).toBeLessThanOrEqual(work.rowsReadPerEdit);
    expect(rowsLookedAt(600, column, texts)).toEqual(small);
  });

  it('keeps the budget in a file of 100 000 rows, for what is read and for what is drawn anew', () => {
    const [read, linked, drawn] = rowsLookedAt(25_000, 'end', ['99']);
    expect(Math.max(read!, linked!)).toBeLessThanOrEqual(work.rowsReadPerEdit);
    expect(drawn).toBeGreaterThan(0);
    expect(drawn).toBeLessThanOrEqual(work.rowsDrawnPerEdit);
  });

  it('reads the lines of the rows it touches where they stand in the wrong order, not the text', () => {
    const read = (months: number): number => {
      const asked: Asked = { rows: new Set(), characters: 0 };
      const rows = Array.from({ length: months }, (_, i) => `${period(months - i)},100\n`).join('');
      const plain = parseDocument(`#---\n# retention: 1\n#---\nperiod,start\n${rows}`);
      const notebook = LiveNotebook.of(watched(plain, asked), { today: FAR_FUTURE });
      const row = months >> 1;
      // A period of another length has a fix that writes a setting.
      for (const value of ['1900-01', '1900']) {
        notebook.apply(setCell(plain, row, 'period', value));
        expect(notebook.problemsOfRow(row).flatMap(({ fixes }) => fixes)).not.toEqual([]);
      }
      const behind = notebook.problemsOfRow(row + 2);
      expect(behind.map(({ code }) => code)).toContain('R405');
      return asked.characters;
    };
    const small = read(60);
    expect(small).toBeGreaterThan(0);
    expect(small).toBeLessThan(200);
    expect(read(600)).toBe(small);
  });

  it('does not grow with the file for a period or a segment that is another', () => {
    const looked = (months: number): number[][] => [
      // Two months on, beside another row of that month, and back.
      [...rowsLookedAt(months, 'period', [period((months >> 1) + 2), '', period(months >> 1)])],
      [...rowsLookedAt(months, 'segment', ['B', 'C', 'A'])],
    ];
    const small = looked(60);
    expect(Math.max(...small.flat())).toBeLessThanOrEqual(work.rowsReadPerEdit);
    expect(looked(600)).toEqual(small);
  });
});
