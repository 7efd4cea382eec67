import type { Problem, ProblemCode } from '../../../../src/core';
import { applyEdits, LiveNotebook } from '../../../../src/core';

/** 2030-01-01: every period of the tests is complete. */
export const TODAY = 21_915;

export function open(text: string): LiveNotebook {
  return LiveNotebook.open(text, { today: TODAY });
}

/** The problems of one code in a text. */
export function find(text: string, code: ProblemCode): readonly Problem[] {
  return open(text)
    .problems()
    .filter((problem) => problem.code === code);
}

/** The only problem of a code. */
export function only(text: string, code: ProblemCode): Problem {
  const problems = find(text, code);
  if (problems.length !== 1) throw new Error(`${problems.length} problems ${code} in:\n${text}`);
  return problems[0]!;
}

/** What the problem's range covers. */
export function covered(text: string, problem: Problem): string {
  return text.slice(problem.range.start, problem.range.end);
}

/** The text after a fix. */
export function fixed(text: string, problem: Problem, title: string): string {
  const fix = problem.fixes.find((candidate) => candidate.title === title);
  if (fix === undefined) {
    throw new Error(
      `No fix “${title}”, only: ${problem.fixes.map((candidate) => candidate.title).join(', ')}`,
    );
  }
  return applyEdits(text, fix.edits);
}
