import type { ProblemCode, Severity } from './problem';
import { severityOf } from './reportProblem';

/** More problems of one row are not listed. */
export const MOST_ISSUES = 100;
/** Column of an issue of the whole row. */
export const WHOLE_ROW = -1;

/** The codes and columns of the problems of one row; reused from row to row. */
export class IssueList {
  count = 0;
  /** `count` by severity: errors + 128 × warnings + 16384 × infos. */
  packed = 0;
  readonly codes = new Uint16Array(MOST_ISSUES);
  readonly columns = new Int32Array(MOST_ISSUES);

  clear(): void {
    this.count = 0;
    this.packed = 0;
  }

  add(code: number, column: number): void {
    if (this.count === MOST_ISSUES) return;
    this.codes[this.count] = code;
    this.columns[this.count] = column;
    this.count++;
    this.packed += WEIGHT[severityOf(problemCode(code))];
  }
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 1, warning: 128, info: 16_384 };

export function problemCode(code: number): ProblemCode {
  return `R${code}` as ProblemCode;
}

/** The number of a severity in `IssueList.packed`. */
export function unpack(packed: number, severity: Severity): number {
  return Math.floor(packed / WEIGHT[severity]) % 128;
}
