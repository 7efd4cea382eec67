import { countBits, ERRORS, INFOS, WARNINGS } from '../checks/flags';
import { checkProblemsOf } from '../checks/problems';
import type { LinkChange, TouchedRows } from '../checks/rowLinks';
import { parseDocument } from '../document/document';
import type { Problem, Severity } from '../document/problem';
import type { DocumentChange, ProblemCounts, RetentionDocument } from '../document/types';
import type { RowResult, Summary } from '../metrics/evaluation';
import type { NotebookPeriod, PeriodRange } from '../metrics/notebookPeriods';
import { evaluateRow, figureOfRow } from '../metrics/row';
import type { RowFigure } from '../metrics/row';
import { rateColumns } from '../metrics/rateColumns';
import type { RateColumns } from '../metrics/rateColumns';
import type { TextEdit } from '../text/edit';
import { Comparison } from './comparison';
import { byPlace, countBefore, firstProblems, worstProblems } from './problemList';
import type { ListedProblem } from './problemList';
import { ProblemRows } from './problemRows';
import { SegmentList } from './segmentList';

export interface LiveOptions {
  /** Day number since 1970-01-01; periods that end later are incomplete. Default: today by the local calendar. */
  readonly today?: number;
}

/**
 * A document with everything that follows from it (results of each row, summaries, problems), kept up to date while
 * it is edited. The work of an edit is proportional to the rows it changes, not to the file.
 *
 * After any edits it says exactly what a notebook opened from the same text says.
 *
 * @example
 * const notebook = LiveNotebook.open('period,start,new,lost\n2024-Q2,500,50,100\n');
 * notebook.row(0).crr; // { value: 0.8 }
 * notebook.apply(setCell(notebook.document, 0, 'lost', '75'));
 * notebook.row(0).crr; // { value: 0.85 }
 */
export class LiveNotebook {
  readonly today: number;
  private readonly comparison: Comparison;
  private readonly summaries = new Map<string | null, Summary>();
  private outside: readonly Problem[] | null = null;
  private readonly problemRows = new ProblemRows({
    rowCount: () => this.document.rowCount,
    countsOf: (row) => this.problemCountsOf(row),
  });
  private segmentList: SegmentList | null = null;
  private touched: TouchedRows = 'all';

  private constructor(
    readonly document: RetentionDocument,
    options: LiveOptions,
  ) {
    this.today = options.today ?? localToday();
    this.comparison = new Comparison(document, this.today, () => this.segments);
  }

  /** Opens a text. Never throws, whatever the text is. */
  static open(text: string, options: LiveOptions = {}): LiveNotebook {
    return new LiveNotebook(parseDocument(text), options);
  }

  /** Takes over a document; from then on edit it through the notebook only. */
  static of(document: RetentionDocument, options: LiveOptions = {}): LiveNotebook {
    return new LiveNotebook(document, options);
  }

  /**
   * Edits the text and brings everything up to date.
   *
   * @throws RangeError as `applyEdits`; then nothing has changed.
   */
  apply(edits: readonly TextEdit[]): DocumentChange {
    const { links, index, tally, goals } = this.rows;
    goals.settle();
    const change = this.document.apply(edits);
    this.outside = null;
    if (!change.whole && change.removedRows === 0 && change.insertedRows === 0) {
      this.touched = [];
      return change;
    }
    const linked = links.update(change);
    index.update(change);
    tally.update(change, linked.rows);
    if (change.whole) this.segmentList = null;
    else this.segmentList?.update(change);
    this.forgetSummaries(linked);
    const { rows, segments } = linked;
    const before = goals.forget(segments);
    this.touched =
      rows === 'all' || segments === 'all'
        ? 'all'
        : union(rows, before, goals.rowsOf(segments)).filter((row) => row < this.document.rowCount);
    this.problemRows.update(change, this.touched);
    return change;
  }

  /**
   * True once the rows have been compared with each other. Problems need it and do it themselves; it takes a good part
   * of the time of opening a large file, and the document, `row` and summaries are there without it.
   */
  get isCompared(): boolean {
    return this.comparison.isDone;
  }

  /**
   * Does a part of that comparing, for those who must not be busy for long with a large file, and says whether all is
   * done. Whoever asks for more meanwhile gets it, at the cost of the rest.
   */
  compareStep(): boolean {
    return this.comparison.step();
  }

  /** Rows of the present text whose results or problems may differ from before the last edit. */
  get affectedRows(): TouchedRows {
    return this.touched;
  }

  /** Everything calculated from one row. Costs the row. */
  row(row: number): RowResult {
    return evaluateRow(this.document, row, { today: this.today });
  }

  /** The figures of all rows, the same as `row` says; NaN where it has none. Costs the file, and little of it. */
  rates(): RateColumns {
    return rateColumns(this.document, this);
  }

  /** One figure of a row, the same as `row` says, or null. For those who need it of all rows. */
  figure(row: number, figure: RowFigure): number | null {
    return figureOfRow(this.document, row, figure, this);
  }

  /** Whether `problemsOfRow` lists any. */
  hasProblems(row: number): boolean {
    const { links, goals } = this.rows;
    return this.document.hasRowProblems(row) || links.hasProblems(row) || goals.ofRow(row) !== null;
  }

  /** The last complete period and the way to the goal of a segment, or of all customers (null). */
  summary(segment: string | null): Summary {
    let summary = this.summaries.get(segment);
    if (summary === undefined) {
      summary = this.comparison.index.summary(segment);
      this.summaries.set(segment, summary);
    }
    return summary;
  }

  /**
   * The last periods of a segment, or of all customers (null), oldest first: of rows that repeat a period the first,
   * of segments without a row for all customers the sum. Running periods are among them and flagged. Costs those that
   * were not read since they changed (for a sum: times the segments), not the file.
   *
   * @example
   * const notebook = LiveNotebook.open('period,start,new,lost\n2024-Q1,100,5,10\n2024-Q2,95,50,19\n');
   * notebook.periods(null, { last: 1 })[0]?.crr; // { value: 0.8 }
   */
  periods(segment: string | null, range: PeriodRange): readonly NotebookPeriod[] {
    return this.comparison.index.periods(segment, range);
  }

  /** How many periods there are to ask for, plans left out. */
  periodCount(segment: string | null): number {
    return this.comparison.index.periodCount(segment);
  }

  /** Names of the segments that have rows: in the order of the setting, then of their first row. */
  get segments(): readonly string[] {
    this.segmentList ??= new SegmentList(this.document);
    return this.segmentList.names;
  }

  /** All problems of a row, in the order of their places. Costs the row. */
  problemsOfRow(row: number): readonly Problem[] {
    const { links, goals } = this.rows;
    const problems = [...this.document.problemsOfRow(row), ...checkProblemsOf(this.document, links, row)];
    const goal = goals.ofRow(row);
    if (goal !== null) problems.push(goal);
    return problems.sort(byPlace);
  }

  /** The problems of the file in the order of their places; not more than `limit`. */
  problems(limit = Infinity): readonly Problem[] {
    return firstProblems(this, this.problemRows, limit, (row) => this.problemsOfRow(row));
  }

  /**
   * How many problems come before one of them in `problems`, without listing them.
   *
   * @example
   * notebook.problemsBefore(notebook.problems()[2]!); // 2
   */
  problemsBefore(problem: ListedProblem): number {
    const countOf = (row: number): number => {
      const counts = this.problemCountsOf(row);
      return counts === null ? 0 : counts.error + counts.warning + counts.info;
    };
    return countBefore(this, this.problemRows, problem, countOf, (row) => this.problemsOfRow(row));
  }

  /**
   * Not more than `limit` problems, the most severe ones where there are more, in the order of their places.
   *
   * @param ofRow `problemsOfRow` of somebody who remembers what it said
   */
  worstProblems(
    limit: number,
    ofRow: (row: number) => readonly ListedProblem[] = (row) => this.problemsOfRow(row),
  ): readonly ListedProblem[] {
    return worstProblems(this, this.problemRows, limit, ofRow);
  }

  /** How many problems the file has. */
  get problemCounts(): ProblemCounts {
    const rows = this.document.rowProblemCounts;
    const { tally, goals } = this.rows;
    const checks = tally.counts;
    const counts = {
      error: rows.error + checks.error,
      warning: rows.warning + checks.warning,
      info: rows.info + checks.info + goals.rowCount,
    };
    for (const { severity } of this.problemsOutsideRows()) counts[severity]++;
    return counts;
  }

  /** Problems of the file, its settings, its header and its notes, in the order of their places. */
  problemsOutsideRows(): readonly Problem[] {
    if (this.outside === null) {
      const goal = this.rows.goals.ofFile();
      const problems = [...this.document.problemsOutsideRows(), ...(goal === null ? [] : [goal])];
      this.outside = problems.sort(byPlace);
    }
    return this.outside;
  }

  private get rows(): Comparison['rows'] {
    return this.comparison.rows;
  }

  /** How many problems `problemsOfRow` lists, or null for none; cheap. */
  private problemCountsOf(row: number): ProblemCounts | null {
    if (!this.hasProblems(row)) return null;
    const { links, goals } = this.rows;
    const flags = links.table.flags[row]!;
    const own = (severity: Severity): number => this.document.problemCountOfRow(row, severity);
    return {
      error: own('error') + countBits(flags & ERRORS),
      warning: own('warning') + countBits(flags & WARNINGS),
      info: own('info') + countBits(flags & INFOS) + (goals.ofRow(row) === null ? 0 : 1),
    };
  }

  /** Whether a segment has any period shows in the reason of every summary that has none. */
  private forgetSummaries({ segments, moved }: LinkChange): void {
    if (moved || segments === 'all') {
      this.summaries.clear();
      return;
    }
    for (const segment of segments) this.summaries.delete(segment);
    this.summaries.delete(null);
  }
}

function union(...lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

/** The day by the local calendar: what people call today. */
function localToday(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}
