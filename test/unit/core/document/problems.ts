import { parseDocument } from '../../../../src/core';
import type { Problem, ProblemCode } from '../../../../src/core';

/** All problems of a text by itself: those outside the rows, then those of each row. */
export function problemsOf(text: string): Problem[] {
  const document = parseDocument(text);
  const rows = Array.from({ length: document.rowCount }, (_, row) => document.problemsOfRow(row));
  return [...document.problemsOutsideRows(), ...rows.flat()];
}

/** The problems of a code, each as the text it marks. */
export function marked(text: string, code: ProblemCode): string[] {
  return problemsOf(text)
    .filter((problem) => problem.code === code)
    .map(({ range }) => text.slice(range.start, range.end));
}

/** The one problem of a code. */
export function onlyProblem(text: string, code: ProblemCode): Problem {
  const found = problemsOf(text).filter((problem) => problem.code === code);
  if (found.length !== 1) throw new Error(`${code} is reported ${found.length} times.`);
  return found[0]!;
}
