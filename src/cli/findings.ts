import type { LocatedProblem, ProblemCounts } from '../core';
import { plural } from './figures';

/** A problem of a file, or what a gate found in it: those have a word for a code, such as `below-goal`. */
export interface Finding extends Omit<LocatedProblem, 'code'> {
  readonly code: string;
}

/** A file with what was found in it, in the order of the places. */
export interface CheckedFile {
  readonly file: string;
  readonly problems: readonly Finding[];
}

/** Sum of what was found in all files. */
export function countAll(files: readonly Pick<CheckedFile, 'problems'>[]): ProblemCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { problems } of files) {
    for (const { severity } of problems) counts[severity]++;
  }
  return counts;
}

/** `1 error, 2 warnings, 1 info`, or `No problems`. */
export function countsText({ error, warning, info }: ProblemCounts): string {
  const parts = [
    ...(error > 0 ? [plural(error, 'error')] : []),
    ...(warning > 0 ? [plural(warning, 'warning')] : []),
    ...(info > 0 ? [plural(info, 'info')] : []),
  ];
  return parts.length === 0 ? 'No problems' : parts.join(', ');
}
