import type { Problem, ProblemCounts } from '../../../core';

/** How many problems there are in all. */
export function totalOf(counts: ProblemCounts): number {
  return counts.error + counts.warning + counts.info;
}

/** Where the problems come from. */
export interface ProblemSource {
  readonly problemCounts: ProblemCounts;
  readonly rowCount: number;
  /** In the order of their places; the first `limit` of them. */
  problems(limit?: number): readonly Problem[];
  problemsOfRow(row: number): readonly Problem[];
  problemsOutsideRows(): readonly Problem[];
  /** How many of `problems` come before one of them. */
  problemsBefore(problem: Problem): number;
}

/** Among more problems than this the place of one is not counted: it is known once somebody asks for the list. */
const COUNTED = 5000;

/**
 * Which problem is spoken about, and the way to the others.
 *
 * After an edit nothing but the problem at hand is looked at again; the list of all is made when somebody
 * asks for it, because a file may have 100 000.
 */
export class ProblemNavigator {
  #current: Problem | null = null;
  #position: number | null = null;
  #list: readonly Problem[] | null = null;

  constructor(private readonly source: () => ProblemSource) {}

  get current(): Problem | null {
    return this.#current;
  }

  /** Place of the current one among all, from 0; null while that is not known, as after an edit. */
  get position(): number | null {
    return this.#position;
  }

  /** True when `list` costs nothing. */
  get isListed(): boolean {
    return this.#list !== null;
  }

  /** All problems, in the order of their places. */
  get list(): readonly Problem[] {
    return this.#list ?? this.#makeList();
  }

  /**
   * The file changed, in the row given or anywhere. The current problem stays the one it was if that can be
   * seen from its row; else the changed row's first one takes its place. Costs two rows: what is left open
   * is for `settle`.
   */
  changed(row: number | null): void {
    this.#list = null;
    this.#position = null;
    const here = this.#current;
    // Of a problem outside the rows nothing can be said without a look at all: it is shown until then.
    if (here !== null && here.row === null && totalOf(this.source().problemCounts) > 0) return;
    const again = here === null || here.row === null ? null : this.#inRow(here.row, here);
    this.#current = again ?? (row === null ? null : this.#inRow(row, here));
  }

  /** Finds what `changed` left open: a current problem and its place among all, and the list of them if `listAll`. */
  settle(listAll: boolean): void {
    const source = this.source();
    if (totalOf(source.problemCounts) === 0) {
      this.#current = null;
      return;
    }
    const here = this.#current;
    if (here?.row === null) {
      this.#current = source.problemsOutsideRows().find((problem) => samePlace(problem, here)) ?? null;
    }
    if (listAll && this.#list === null) this.#makeList();
    if (this.#list !== null && this.#position === null) this.#current = null;
    this.#current ??= source.problems(1)[0] ?? null;
    if (this.#position === null) this.#locate();
  }

  /** The active cell moved: a problem of it becomes the current one. True when it did. */
  follow(row: number, column: number | null): boolean {
    const rowProblems = this.source().problemsOfRow(row);
    const found = rowProblems.find((problem) => column !== null && problem.column === column);
    if (found === undefined || samePlace(found, this.#current)) return false;
    this.#current = found;
    this.#locate();
    return true;
  }

  /** The next or the previous one, round the end. */
  step(by: 1 | -1): Problem | null {
    const { list } = this;
    if (list.length === 0) return null;
    const from = this.#position ?? (by === 1 ? -1 : 0);
    return this.choose((from + by + list.length) % list.length);
  }

  choose(index: number): Problem | null {
    const problem = this.list[index] ?? null;
    if (problem !== null) {
      this.#current = problem;
      this.#position = index;
    }
    return problem;
  }

  #inRow(row: number, like: Problem | null): Problem | null {
    if (row >= this.source().rowCount) return null;
    const problems = this.source().problemsOfRow(row);
    return problems.find((problem) => samePlace(problem, like)) ?? problems[0] ?? null;
  }

  #makeList(): readonly Problem[] {
    const list = this.source().problems();
    this.#list = list;
    this.#locate();
    return list;
  }

  #locate(): void {
    const current = this.#current;
    if (this.#list === null) {
      const source = this.source();
      const counts = current !== null && totalOf(source.problemCounts) <= COUNTED;
      this.#position = counts ? source.problemsBefore(current) : null;
      return;
    }
    const at = this.#list.findIndex((problem) => samePlace(problem, current));
    this.#position = at < 0 ? null : at;
    if (at >= 0) this.#current = this.#list[at] ?? null;
  }
}

/** Whether two problems say the same about the same place; their texts may differ after an edit. */
function samePlace(a: Problem, b: Problem | null): boolean {
  if (b === null || a.code !== b.code || a.row !== b.row || a.column !== b.column) return false;
  return a.row !== null || a.message === b.message;
}
