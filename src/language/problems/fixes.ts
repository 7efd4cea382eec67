import type { Fix, LiveNotebook, Problem, ProblemCode, TextRange } from '../../core';
import { rowsIn } from '../rows';

/** One way to remove a problem. */
export interface QuickFix {
  readonly problem: Problem;
  readonly fix: Fix;
  /** True for a fix that can be applied without looking. */
  readonly preferred: boolean;
}

/** The problems at a range of the text, at most `limit`. Costs the rows of the range, as far as the limit reaches. */
export function problemsIn(notebook: LiveNotebook, range: TextRange, limit = 50): readonly Problem[] {
  const touches = ({ range: { start, end } }: Problem): boolean => end >= range.start && start <= range.end;
  const problems = notebook.problemsOutsideRows().filter(touches);
  const { first, end } = rowsIn(notebook.document, range);
  for (let row = first; row < end && problems.length < limit; row++) {
    problems.push(...notebook.problemsOfRow(row).filter(touches));
  }
  return problems.slice(0, limit);
}

/** The fixes of problems, in their order; of each problem a safe one is preferred where there is one. */
export function quickFixes(problems: readonly Problem[]): readonly QuickFix[] {
  return problems.flatMap((problem) => {
    const preferred = problem.fixes.find(({ safe }) => safe);
    return problem.fixes.map((fix) => ({ problem, fix, preferred: fix === preferred }));
  });
}

/**
 * Kinds whose fix does not follow from the text with certainty, but is the same for all of them: names and texts, and
 * numbers with digits grouped in a way that can be read as one number only. Corrections of numbers that contradict
 * each other are for a person to look at one by one.
 */
const ALIKE: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['R305', 'R306', 'R308', 'R310', 'R412']);

/** The kinds among problems of which all in the file can be fixed at once. */
export function kindsToFix(problems: readonly Problem[]): readonly ProblemCode[] {
  return [...new Set(problems.filter((problem) => fixLikeOthers(problem) !== null).map(({ code }) => code))];
}

/** The fix of a problem when all of its kind are fixed, or null where there is a choice to make. */
export function fixLikeOthers(problem: Problem): Fix | null {
  const { code, fixes } = problem;
  return safeFixOf(problem) ?? (fixes.length === 1 && ALIKE.has(code) ? fixes[0]! : null);
}

/** The fix that cannot change what any number means, or null. */
export function safeFixOf({ fixes }: Problem): Fix | null {
  return fixes.find(({ safe }) => safe) ?? null;
}
