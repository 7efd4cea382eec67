import { problemAt } from '../checks/place';
import type { RowLinks } from '../checks/rowLinks';
import { lastEntry } from '../document/front';
import type { Problem } from '../document/problem';
import type { RetentionDocument } from '../document/types';
import type { Summary } from '../metrics/evaluation';

/** R507 of a row's goal, or of the file's (`row` is null). */
interface Hint {
  readonly row: number | null;
  readonly message: string;
}

/**
 * R507: goals out of reach by what the file shows. A goal is judged once, where it counts last: the goal of the last
 * complete period of each segment at that row's cell, the file's goal at its setting.
 *
 * A segment is judged anew only when one of its rows changed.
 */
export class GoalProblems {
  /** By segment; null is all customers. Absent: not judged since the last change. */
  private readonly hints = new Map<string | null, Hint | null>();
  /** By row, of the segments that are not waiting. */
  private byRow: Map<number, Hint> | null = null;
  private readonly waiting = new Set<string>();

  constructor(
    private readonly document: RetentionDocument,
    private readonly links: RowLinks,
    private readonly outlookOf: (segment: string | null) => Pick<Summary, 'period' | 'realismHint'>,
    private readonly segments: () => readonly string[],
  ) {}

  /** Judges what has not been judged since the last change. */
  settle(): void {
    this.rows();
  }

  /**
   * Forgets what may have changed: all customers and these segments, or everything.
   *
   * @returns the rows whose goal was out of reach by what is forgotten, if `settle` was called before the change.
   */
  forget(segments: ReadonlySet<string> | 'all'): readonly number[] {
    this.hints.delete(null);
    if (segments === 'all') {
      this.hints.clear();
      this.waiting.clear();
      this.byRow = null;
      return [];
    }
    const rows: number[] = [];
    for (const segment of segments) {
      const row = this.hints.get(segment)?.row ?? null;
      if (row !== null && this.byRow?.delete(row) === true) rows.push(row);
      this.hints.delete(segment);
      this.waiting.add(segment);
    }
    return rows;
  }

  /** The rows of these segments whose goal is out of reach. */
  rowsOf(segments: ReadonlySet<string>): readonly number[] {
    const rows = this.rows();
    return [...segments].flatMap((segment) => {
      const row = this.hints.get(segment)?.row ?? null;
      return row !== null && rows.has(row) ? [row] : [];
    });
  }

  /** How many rows have a goal out of reach. */
  get rowCount(): number {
    return this.rows().size;
  }

  ofRow(row: number): Problem | null {
    const hint = this.rows().get(row);
    if (hint === undefined) return null;
    return problemAt(this.document, { code: 'R507', message: hint.message, row, column: 'goal' });
  }

  ofFile(): Problem | null {
    const hint = this.fileHint();
    const entry = lastEntry(this.document.front, 'goal');
    if (hint === null || entry === null) return null;
    const range = entry.valueRange;
    return {
      code: 'R507',
      severity: 'info',
      message: hint.message,
      range,
      row: null,
      column: null,
      fixes: [],
    };
  }

  private fileHint(): Hint | null {
    if (this.document.settings.goal === null) return null;
    const hint = this.judge(null);
    return hint?.row === null ? hint : null;
  }

  private rows(): Map<number, Hint> {
    const asked = this.byRow === null ? ['', ...this.segments()] : this.waiting;
    this.byRow ??= new Map();
    // Only a column of goals gives a row a goal of its own.
    if (this.document.column('goal') !== null) {
      for (const segment of asked) {
        const hint = this.judge(segment);
        if (hint !== null && hint.row !== null) this.byRow.set(hint.row, hint);
      }
    }
    this.waiting.clear();
    return this.byRow;
  }

  private judge(segment: string | null): Hint | null {
    let hint = this.hints.get(segment);
    if (hint === undefined) {
      hint = this.judgeAnew(segment);
      this.hints.set(segment, hint);
    }
    return hint;
  }

  private judgeAnew(segment: string | null): Hint | null {
    const { period, realismHint } = this.outlookOf(segment);
    if (realismHint === null || period === null) return null;
    const row = this.rowOf(segment ?? '', period);
    const own = row !== null && this.document.goal(row) !== null;
    return { row: own ? row : null, message: realismHint };
  }

  /** The first row of a period: the one the summary is about. */
  private rowOf(segment: string, period: string): number | null {
    const column = this.document.column('period');
    if (column === null) return null;
    for (const row of this.links.backwards(segment)) {
      if (this.document.cellText(row, column.index) !== period) continue;
      return this.links.firstOfPeriod(row);
    }
    return null;
  }
}
