import type { RetentionDocument } from '../../../../src/core';

/** Everything a document says, so that two can be compared. */
export function observe(document: RetentionDocument): unknown {
  const columns = document.columns;
  const rows = Array.from({ length: document.rowCount }, (_, row) => ({
    range: document.rowRange(row),
    lineEnd: document.rowLineEnd(row),
    cells: Array.from({ length: document.cellCount(row) + 1 }, (_unused, column) => [
      document.cellText(row, column),
      document.cellSource(row, column),
      document.cellIsQuoted(row, column),
      document.cellRange(row, column),
    ]),
    numbers: columns.map((column) => [
      document.numberAt(row, column.index),
      column.id === null ? null : document.number(row, column.id),
    ]),
    goal: document.goal(row),
    period: document.period(row),
    segment: document.segment(row),
    problems: document.problemsOfRow(row),
    hasProblems: document.hasRowProblems(row),
    counts: [
      document.problemCountOfRow(row, 'error'),
      document.problemCountOfRow(row, 'warning'),
      document.problemCountOfRow(row, 'info'),
    ],
    at: document.rowAt(document.rowRange(row).end),
  }));
  return {
    length: document.length,
    eol: document.eol,
    settings: { ...document.settings, labels: [...document.settings.labels] },
    front: document.front,
    header: document.header,
    granularity: document.granularity,
    columns,
    reasons: document.reasonColumns,
    readOnly: document.readOnly,
    rowsEnd: document.rowsEnd,
    notes: document.noteLines,
    markdown: document.notes,
    playbook: document.playbook,
    outside: document.problemsOutsideRows(),
    rowProblemCounts: document.rowProblemCounts,
    places: Array.from({ length: Math.min(document.length, 120) + 1 }, (_, offset) => document.rowAt(offset)),
    rows,
    // Before the whole text, which joins what edits took apart.
    slices: [1, 5, 20].map((at) => document.slice(at, Math.max(at, document.length - at))),
    pieces: Array.from({ length: 40 }, (_, piece) => document.slice(piece * 7, piece * 7 + 9)),
    text: document.text,
  };
}
