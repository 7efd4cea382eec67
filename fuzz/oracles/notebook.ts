import { applyEdits, LiveNotebook, parseDocument } from '../../src/core';
import type { Problem, RetentionDocument, TextEdit } from '../../src/core';
import { inverseEdits } from '../../src/host/editor/changes';
import { expect, expectSame, show } from '../engine/target';
import { expectSound } from './sound';

/** 2030-01-01: of the periods that the grammar makes, only 2031-01 and later ones have not ended. */
export const TODAY = 21_915;

export function open(text: string): LiveNotebook {
  return LiveNotebook.open(text, { today: TODAY });
}

/** Everything a notebook says, as plain data. */
export function observe(notebook: LiveNotebook): unknown {
  const { document, segments } = notebook;
  const rows = Array.from({ length: document.rowCount }, (_, row) => row);
  return {
    segments,
    settings: document.settings,
    granularity: document.granularity,
    readOnly: document.readOnly,
    columns: document.columns,
    notes: document.noteLines,
    playbook: document.playbook,
    ranges: rows.map((row) => [
      document.rowRange(row),
      document.rowLineEnd(row),
      document.period(row),
      document.goal(row),
    ]),
    cells: rows.map((row) =>
      document.columns.map(({ index }) => [document.cellText(row, index), document.numberAt(row, index)]),
    ),
    rows: rows.map((row) => notebook.row(row)),
    summaries: [null, '', ...segments, 'no such segment'].map((segment) => notebook.summary(segment)),
    periods: notebook.periods(null, { last: 4 }),
    problems: notebook.problems(),
    worst: notebook.worstProblems(3),
    counts: notebook.problemCounts,
  };
}

/** Throws when a notebook says anything that cannot be. */
export function expectConsistent(notebook: LiveNotebook): void {
  const { document } = notebook;
  const { text } = document;
  expect(document.length === text.length, 'the length is not the length of the text');
  let at = 0;
  for (let row = 0; row < document.rowCount; row++) {
    const { start, end } = document.rowRange(row);
    expect(
      at <= start && start <= end && end <= document.rowLineEnd(row),
      () => `row ${row} lies before the row above`,
    );
    at = document.rowLineEnd(row);
    expectCells(document, text, row);
    expectSound(notebook.row(row), `row ${row}`);
  }
  expect(at <= text.length && document.rowsEnd <= text.length, 'the rows end behind the text');
  for (const segment of [null, ...notebook.segments])
    expectSound(notebook.summary(segment), `summary of ${segment}`);
  expectProblems(notebook, text);
}

function expectCells(document: RetentionDocument, text: string, row: number): void {
  const { start, end } = document.rowRange(row);
  let at = start;
  for (let column = 0; column < document.cellCount(row); column++) {
    const range = document.cellRange(row, column)!;
    const gap = column === 0 ? 0 : 1;
    expect(
      range.start === at + gap && range.end <= end,
      () => `cell ${row}:${column} does not follow the one before`,
    );
    expect(
      document.cellSource(row, column) === text.slice(range.start, range.end),
      () => `source of cell ${row}:${column}`,
    );
    at = range.end;
    const number = document.numberAt(row, column);
    expect(
      number === null || (Number.isFinite(number) && number >= 0),
      () => `cell ${row}:${column} is ${number}`,
    );
  }
  expect(at === end, () => `row ${row} is longer than its cells`);
  expect(
    document.rowAt(start) === row && document.rowAt(end) === row,
    () => `row ${row} is not found where it is`,
  );
}

/** More fixes of a file are not tried. */
const MOST_FIXES = 12;

/** Problems are counted as they are listed, lie in the text, and their fixes change it. */
function expectProblems(notebook: LiveNotebook, text: string): void {
  const problems = notebook.problems();
  const counts = { error: 0, warning: 0, info: 0 };
  let at = 0;
  let tried = 0;
  for (const problem of problems) {
    const { code, severity, message, range, fixes } = problem;
    counts[severity]++;
    expect(at <= range.start, () => `${code} is listed behind what comes after it`);
    at = range.start;
    expect(range.start <= range.end && range.end <= text.length, () => `${code} lies outside the text`);
    expect(message.trim() !== '', () => `${code} says nothing`);
    for (const { title, edits, safe } of fixes) {
      const fixed = applyEdits(text, edits);
      expect(fixed !== text, () => `the fix “${title}” of ${code} changes nothing`);
      if (safe && tried++ < MOST_FIXES) expectKept(notebook.document, fixed, problem, title);
    }
  }
  const listed = notebook.problemCounts;
  const same =
    listed.error === counts.error && listed.warning === counts.warning && listed.info === counts.info;
  expect(same, () => `counts ${JSON.stringify(listed)} problems, lists ${JSON.stringify(counts)}`);
}

/** What a safe fix may not change: the rows and what their cells say, but for the words of the cell it is about. */
function expectKept(
  document: RetentionDocument,
  fixed: string,
  { code, row, column }: Problem,
  title: string,
): void {
  const said = (of: RetentionDocument, cell: boolean): string[] =>
    Array.from({ length: of.rowCount }, (_, at) => {
      const cells = Array.from({ length: of.cellCount(at) }, (_cell, index) =>
        cell && at === row && index === column ? '' : of.cellText(at, index),
      );
      while (cells.at(-1) === '') cells.pop();
      const numbers = of.columns.map(({ index }) => of.numberAt(at, index));
      return show([cells, numbers, of.period(at), of.goal(at)?.share ?? null, of.segment(at)]);
      // A row may move, which is all that happens to it then.
    }).sort();
  const cell = code !== 'R405';
  expectSame(said(parseDocument(fixed), cell), said(document, cell), `the fix “${title}” of ${code}`);
}

/** The edits that take edits back, as edits of the text after them. */
export function inverseOf(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const ascending = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  return inverseEdits(ascending, (start, end) => text.slice(start, end));
}
