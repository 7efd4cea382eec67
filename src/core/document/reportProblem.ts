import type { TextEdit, TextRange } from '../text/edit';
import type { Fix, Problem, ProblemCode, Severity } from './problem';

const WARNINGS = new Set<ProblemCode>([
  'R105',
  'R107',
  'R201',
  'R203',
  'R205',
  'R206',
  'R302',
  'R304',
  'R307',
  'R308',
  'R309',
  'R310',
  'R311',
  'R402',
  'R404',
  'R406',
  'R412',
  'R414',
  'R422',
  'R501',
  'R503',
  'R504',
  'R505',
  'R506',
  'R508',
  'R602',
]);
const INFOS = new Set<ProblemCode>(['R108', 'R306', 'R405', 'R502', 'R507', 'R601']);

/** More problems of one kind of line are not listed: nobody reads them, and a spoilt file may have millions. */
export const MOST_PROBLEMS = 1000;

/** The severity a code has; only R306 may be raised to a warning where it is reported. */
export function severityOf(code: ProblemCode): Severity {
  if (WARNINGS.has(code)) return 'warning';
  return INFOS.has(code) ? 'info' : 'error';
}

/** A problem that belongs to no row. */
export function problemAt(
  code: ProblemCode,
  range: TextRange,
  message: string,
  fixes: readonly Fix[] = [],
  column: number | null = null,
): Problem {
  return { code, severity: severityOf(code), message, range, row: null, column, fixes };
}

/** A fix that can't change what any number means. */
export function safeFix(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, edits, safe: true };
}

/** A fix that the user must have looked at. */
export function unsafeFix(title: string, ...edits: readonly TextEdit[]): Fix {
  return { title, edits, safe: false };
}

export function replace(range: TextRange, text: string): TextEdit {
  return { start: range.start, end: range.end, text };
}

export function insert(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}

const LONGEST_QUOTATION = 40;

/** A text as a message shows it: in quotation marks, on one line, cut where it is long. */
export function quotation(text: string): string {
  const line = text.slice(0, LONGEST_QUOTATION + 1).replace(/[\r\n]+/g, '⏎');
  return line.length > LONGEST_QUOTATION ? `“${line.slice(0, LONGEST_QUOTATION)}…”` : `“${line}”`;
}

/** The same problem further on in the text: its range and its fixes moved by `offset`. */
export function movedProblem(problem: Problem, offset: number): Problem {
  if (offset === 0) return problem;
  const fixes = problem.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...moved(edit, offset), text: edit.text })),
  }));
  return { ...problem, range: moved(problem.range, offset), fixes };
}

/** The same problems in a file with an open quote, where a change anywhere may have rows or cells read as one. */
export function withoutSafeFixes(problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({
    ...problem,
    fixes: problem.fixes.map((fix) => ({ ...fix, safe: false })),
  }));
}

export function moved(range: TextRange, offset: number): TextRange {
  return { start: range.start + offset, end: range.end + offset };
}
