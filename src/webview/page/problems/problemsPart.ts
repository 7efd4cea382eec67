import { render } from 'lit';
import type { Problem } from '../../../core';
import { ColumnFixes } from './columnFixes';
import { Later } from '../frames';
import { ProblemList } from './problemList';
import { ProblemNavigator, totalOf } from './problemNavigator';
import type { ProblemSource } from './problemNavigator';
import type { ProblemsActions } from './problemsView';
import { problemsView } from './problemsView';
import type { PageActions, Session } from '../session';
import { text } from '../text';

/** The problems strip, and the list that opens from it. */
export class ProblemsPart {
  readonly #bar: HTMLElement;
  readonly #list: ProblemList;
  readonly #navigator: ProblemNavigator;
  readonly #settling = new Later();
  readonly #columnFixes: ColumnFixes;
  readonly #actions: ProblemsActions;
  #session: Session | null = null;
  #open: boolean;

  constructor(
    private readonly place: HTMLElement,
    private readonly page: PageActions,
    open: boolean,
  ) {
    this.#open = open;
    this.#bar = document.createElement('div');
    this.#list = new ProblemList({
      place: (problem) => this.#placeOf(problem),
      choose: (index) => this.#choose(index),
      close: () => this.#toggle(),
    });
    place.append(this.#bar, this.#list.element);
    this.#columnFixes = new ColumnFixes(page, () => this.#draw());
    this.#navigator = new ProblemNavigator(() => this.#source());
    this.#actions = {
      goTo: (problem) => this.#goTo(problem),
      fix: (fix) => {
        page.edit(fix.edits, fix.title);
        page.focusGrid();
      },
      step: (by) => this.step(by),
      toggleList: () => this.#toggle(),
    };
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** The file changed, in the row given or anywhere (null). */
  changed(session: Session, row: number | null): void {
    this.#session = session;
    this.#navigator.changed(row);
    this.#draw();
    // What takes a look at the whole file is done after the frame, not in it.
    if (totalOf(session.notebook.problemCounts) > 0) this.#settling.ask(() => this.#settle());
    else this.#settling.cancel();
  }

  /** The active cell moved: the strip speaks about the problem of the cell, if it has one. */
  follow(row: number, fileColumn: number | null): void {
    if (this.#session !== null && this.#navigator.follow(row, fileColumn)) this.#draw();
  }

  /** To the next or previous problem, and to its cell. */
  step(by: 1 | -1): void {
    const problem = this.#navigator.step(by);
    if (problem === null) return;
    this.#draw();
    if (problem.row !== null) this.page.goToCell(problem.row, problem.column);
    const place = this.#placeOf(problem);
    this.page.announce(
      `${text.problems.severity[problem.severity]}, ${place === null ? '' : `${place}: `}${problem.message}`,
    );
  }

  #choose(index: number): void {
    const problem = this.#navigator.choose(index);
    if (problem === null) return;
    this.#draw();
    this.#goTo(problem);
  }

  #goTo(problem: Problem): void {
    if (problem.row === null) {
      this.page.openAsText(problem.range.start);
    } else {
      this.page.goToCell(problem.row, problem.column);
      this.page.focusGrid();
    }
  }

  #toggle(): void {
    this.#open = !this.#open;
    this.#draw();
    if (this.#open) {
      this.#settle();
      this.#list.element.focus();
    } else {
      this.#bar.querySelector<HTMLElement>('.problem-counts')?.focus();
    }
    this.page.viewChanged();
  }

  #settle(): void {
    this.#navigator.settle(this.#open);
    this.#draw();
  }

  #draw(): void {
    const session = this.#session;
    if (session === null) return;
    const { notebook, numbers, readOnly } = session;
    const { current, position } = this.#navigator;
    const model = {
      counts: notebook.problemCounts,
      current,
      position,
      place: current === null ? null : this.#placeOf(current),
      expanded: this.#open,
      readOnly: readOnly !== null,
      columnFixes: current === null ? [] : this.#columnFixes.of(current, session),
    };
    render(problemsView(model, this.#actions, numbers), this.#bar);
    const any = totalOf(model.counts) > 0;
    this.place.hidden = !any;
    const listed = this.#open && any;
    this.#list.element.hidden = !listed;
    if (listed && this.#navigator.isListed) this.#list.update(this.#navigator.list, position ?? -1);
  }

  #source(): ProblemSource {
    const notebook = this.#session?.notebook;
    if (notebook === undefined) return noProblems;
    return {
      rowCount: notebook.document.rowCount,
      problemCounts: notebook.problemCounts,
      problems: (limit) => notebook.problems(limit),
      problemsOfRow: (row) => notebook.problemsOfRow(row),
      problemsOutsideRows: () => notebook.problemsOutsideRows(),
      problemsBefore: (problem) => notebook.problemsBefore(problem),
    };
  }

  #placeOf({ row, column }: Problem): string | null {
    const session = this.#session;
    if (row === null || session === null) return null;
    const label = column === null ? undefined : session.notebook.document.columns[column]?.label;
    const number = session.numbers.count(row + 1);
    return label === undefined || label === ''
      ? text.problems.row(number)
      : text.problems.cell(number, label);
  }
}

const noProblems: ProblemSource = {
  rowCount: 0,
  problemCounts: { error: 0, warning: 0, info: 0 },
  problems: () => [],
  problemsOfRow: () => [],
  problemsOutsideRows: () => [],
  problemsBefore: () => 0,
};
