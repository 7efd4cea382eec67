import type {
  DocumentChange,
  ListedProblem,
  LiveNotebook,
  ProblemCode,
  Severity,
  TextRange,
} from '../../core';
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
 * The problems of an open text as a list, made anew after each edit at the cost of the rows that changed and of the
 * list's length: what was said of a row is remembered, from where the row begins, until an edit touches it.
 *
 * @example
 * new DiagnosticList(LiveNotebook.open('period,start\n2024,x\n')).list(1000)[0]?.code; // 'R411'
 */
export class DiagnosticList {
  /** Of the rows that were listed last. */
  private said = new Map<number, readonly ListedProblem[]>();

  constructor(private readonly notebook: LiveNotebook) {}

  /** Follows an edit that the notebook has just made; to be called once for each. */
  update({ whole, firstRow, removedRows, insertedRows }: DocumentChange): void {
    const { affectedRows } = this.notebook;
    if (whole || affectedRows === 'all') {
      this.said.clear();
      return;
    }
    const moved = insertedRows - removedRows;
    if (moved !== 0) {
      const end = firstRow + removedRows;
      const kept = [...this.said].filter(([row]) => row < firstRow || row >= end);
      this.said = new Map(kept.map(([row, problems]) => [row < firstRow ? row : row + moved, problems]));
    }
    for (const row of affectedRows) this.said.delete(row);
  }

  /**
   * The problems in the order of their places, at most `limit` of them: where there are more, the most severe ones and,
   * as the last, how many are not listed.
   *
   * @param limit at least 1
   */
  list(limit: number): readonly Diagnostic[] {
    const { error, warning, info } = this.notebook.problemCounts;
    const unlisted = error + warning + info - limit;
    const listed = new Map<number, readonly ListedProblem[]>();
    const problems = this.notebook.worstProblems(unlisted > 0 ? limit - 1 : limit, (row) => {
      const { start } = this.notebook.document.rowRange(row);
      const said = this.said.get(row) ?? this.notebook.problemsOfRow(row).map((each) => from(each, -start));
      listed.set(row, said);
      return said.map((each) => from(each, start));
    });
    this.said = listed;
    if (unlisted <= 0) return problems;
    const end = problems.at(-1)?.range.end ?? 0;
    const more: Diagnostic = {
      code: null,
      severity: 'info',
      message: text.moreProblems(formatCount(unlisted + 1)),
      range: { start: end, end },
    };
    return [...problems, more];
  }
}

function from({ code, severity, message, range, row, column }: ListedProblem, offset: number): ListedProblem {
  return {
    code,
    severity,
    message,
    range: { start: range.start + offset, end: range.end + offset },
    row,
    column,
  };
}
