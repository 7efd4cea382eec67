import type { LiveNotebook, ProblemCode, Severity, TextRange } from '../../core';
import { formatCount } from '../../core';
import { text } from '../text';

/** A problem as a list of problems shows it. */
export interface Diagnostic {
  /** Null for the remark that there are more. */
  readonly code: ProblemCode | null;
  readonly severity: Severity;
  readonly message: string;
  readonly range: TextRange;
}

/**
 * The problems of a file in the order of their places, at most `limit` of them: where there are more, the most severe
 * ones and, as the last, how many are not listed. Costs what is listed, not the file.
 *
 * @param limit at least 1
 *
 * @example
 * diagnosticsOf(LiveNotebook.open('period,start\n2024,x\n'), 1000)[0]?.code; // 'R411'
 */
export function diagnosticsOf(notebook: LiveNotebook, limit: number): readonly Diagnostic[] {
  const { error, warning, info } = notebook.problemCounts;
  const unlisted = error + warning + info - limit;
  if (unlisted <= 0) return notebook.problems();
  const listed: readonly Diagnostic[] = notebook.worstProblems(limit - 1);
  const end = listed.at(-1)?.range.end ?? 0;
  const more: Diagnostic = {
    code: null,
    severity: 'info',
    message: text.moreProblems(formatCount(unlisted + 1)),
    range: { start: end, end },
  };
  return [...listed, more];
}
