import type { Problem, ProblemCode } from '../../../core';
import { convertColumn, foreignNumbers, groupedCounts } from '../../../core';
import { Later } from '../frames';
import type { ColumnFix } from './problemsView';
import type { PageActions, Session } from '../session';
import { text } from '../text';

/** Problems that a column has many times over: grouping or another decimal sign, fractions of customers. */
const codes: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['R412', 'R414']);
/** So many cells tell how a column is written. */
const ENOUGH = 5_000;

/** The fixes of a whole column, for the problem that is spoken about. They are looked up when nothing else is to do. */
export class ColumnFixes {
  readonly #looking = new Later();
  #problem: Problem | null = null;
  #fixes: readonly ColumnFix[] = [];

  constructor(
    private readonly page: PageActions,
    private readonly found: () => void,
  ) {}

  /** What is known so far; `found` is told when there is more. */
  of(problem: Problem, session: Session): readonly ColumnFix[] {
    if (problem === this.#problem) return this.#fixes;
    this.#problem = problem;
    this.#fixes = [];
    this.#looking.cancel();
    const { column } = problem;
    if (column === null || session.readOnly !== null || !codes.has(problem.code)) return [];
    this.#looking.ask(() => {
      this.#fixes = this.#look(problem.code, column, session);
      if (this.#fixes.length > 0) this.found();
    });
    return [];
  }

  #look(code: ProblemCode, column: number, { notebook }: Session): readonly ColumnFix[] {
    const { document } = notebook;
    const together = code === 'R414' ? groupedCounts(document, column) : [];
    const label = document.columns[column]?.label ?? '';
    const styles = foreignNumbers(document, column, { together, limit: ENOUGH })?.styles ?? [];
    return styles.map(({ sign, from, to }) => ({
      title: text.paste.columnFix(from, to, label),
      run: () => {
        this.page.edit(convertColumn(document, column, sign, together), text.paste.convert(label));
        this.page.focusGrid();
      },
    }));
  }
}
