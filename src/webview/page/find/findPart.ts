import { nothing, render } from 'lit';
import { setCells } from '../../../core';
import type { CellRange, GridCellMark } from '../../grid';
import type { Findings } from './finder';
import { nothingFound } from './finder';
import type { FindActions, FindModel } from './findView';
import { findView } from './findView';
import { Matches } from './matches';
import type { FindQuery } from './query';
import type { Replacement } from './replace';
import { replacementOf } from './replace';
import { Search } from './search';
import { statusOf } from './status';
import type { FindSurroundings } from './surroundings';
import { text } from '../text';

/**
 * Find and replace over all rows of the view, drawn or not. It searches while one types, a few milliseconds
 * at a time, and again after each edit.
 */
export class FindPart {
  readonly #actions: FindActions;
  readonly #search: Search;
  readonly #matches: Matches;
  #by = '';
  #isOpen = false;
  #replacing = false;
  /** What was selected when the widget was opened. */
  #before: readonly CellRange[] = [];
  #report = '';

  constructor(
    private readonly place: HTMLElement,
    private readonly around: FindSurroundings,
  ) {
    this.#search = new Search(around);
    this.#matches = new Matches(() => around.rows());
    this.#actions = {
      type: (typed) => this.#ask({ ...this.#search.query, text: typed }),
      typeReplacement: (typed) => {
        this.#by = typed;
      },
      toggle: (option) => this.#ask({ ...this.#search.query, [option]: !this.#search.query[option] }),
      toggleScope: () => {
        this.#search.scope = this.#search.scope === null ? this.#selected() : null;
        this.#ask(this.#search.query);
      },
      toggleReplace: () => {
        this.#replacing = !this.#replacing;
        this.#draw();
      },
      step: (by) => this.step(by),
      replace: () => this.#replace(),
      replaceAll: () => this.#replaceAll(),
      close: () => this.close(),
    };
  }

  /** Opens the widget, or goes back into it. */
  open(replacing = false): void {
    this.around.grid().flushEditor();
    this.#replacing ||= replacing;
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#before = this.around.grid().selection.ranges;
      this.#report = '';
      this.#look(false);
    }
    this.#draw();
    const input = this.place.querySelector<HTMLInputElement>('.find-input');
    input?.focus();
    input?.select();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#search.scope = null;
    this.#search.cancel();
    this.#take(nothingFound, false);
    this.#draw();
    this.around.grid().focus();
  }

  dispose(): void {
    this.#search.cancel();
    render(nothing, this.place);
  }

  /** The rows or what is in them changed: looks again, and stays at its cell. What was replaced is history. */
  changed(): void {
    if (this.#report !== '') {
      this.#report = '';
      this.#draw();
    }
    if (this.#isOpen && this.#search.matcher !== null) this.#look(false);
  }

  /** How a cell of the view is marked. */
  mark(viewRow: number, column: number): GridCellMark | null {
    return this.#matches.mark(viewRow, column);
  }

  /** To the next or previous match, round the end. Opens the widget when there is nothing to look for. */
  step(by: 1 | -1): void {
    if (this.#search.query.text === '') {
      this.open();
      return;
    }
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#look(false);
    }
    if (this.#matches.findings.cells.length === 0) {
      this.#draw();
      this.around.announce(this.#status());
      return;
    }
    this.#goTo(this.#matches.next(by, this.around.grid().selection.active));
  }

  /** The cells to search when only those are wanted: going to a match selects it, which is not what is meant. */
  #selected(): readonly CellRange[] {
    const { ranges } = this.around.grid().selection;
    const [only] = ranges;
    const isCell = ranges.length === 1 && only?.top === only?.bottom && only?.left === only?.right;
    return isCell && this.#before.length > 0 ? this.#before : ranges;
  }

  #ask(query: FindQuery): void {
    this.#search.query = query;
    this.#report = '';
    this.#look(true);
    this.#draw();
  }

  /** Looks anew. @param go select the first match from the active cell on */
  #look(go: boolean): void {
    let wants = go;
    this.#search.run((findings) => {
      wants = this.#take(findings, wants);
    });
  }

  /** Shows what was found. Returns whether a match to go to is still to come. */
  #take(findings: Findings, go: boolean): boolean {
    this.#matches.take(findings);
    const found = go && findings.cells.length > 0 && findings.state !== 'searching';
    if (found) this.#goTo(this.#matches.firstFrom(1, this.around.grid().selection.active));
    else this.around.grid().rowsChanged('all');
    this.#draw();
    return go && !found;
  }

  #goTo(place: number): void {
    const cell = this.#matches.findings.cells[place];
    const view = cell === undefined ? null : this.around.rows().viewRow(cell.row);
    if (cell === undefined || view === null) return;
    this.#matches.choose(place);
    const grid = this.around.grid();
    grid.select({ row: view, column: cell.column });
    grid.rowsChanged('all');
    this.#report = '';
    this.#draw();
    this.around.announce(this.#status());
  }

  #replace(): void {
    const { current: cell, place: at } = this.#matches;
    const { matcher } = this.#search;
    if (cell === undefined || matcher === null) {
      this.step(1);
      return;
    }
    const change = replacementOf(this.around.session(), cell, matcher, this.#by);
    if (change === null) {
      this.step(1);
      this.#say(text.find.cannotReplace);
      return;
    }
    this.#send([change], text.find.replaceOne);
    // The cell may match again; the next one is the one behind it.
    const { cells, state } = this.#matches.findings;
    const here = cells[at];
    const still = here !== undefined && here.row === cell.row && here.column === cell.column;
    if (state !== 'searching' && cells.length > 0) this.#goTo((still ? at + 1 : at) % cells.length);
  }

  #replaceAll(): void {
    const { matcher } = this.#search;
    if (matcher === null) return;
    const session = this.around.session();
    const { numbers } = session;
    const { cells, state } = this.#matches.findings;
    if (state === 'searching') {
      this.#say(text.find.stillSearching);
      return;
    }
    const changes = cells
      .map((cell) => replacementOf(session, cell, matcher, this.#by))
      .filter((change) => change !== null);
    const sent = changes.length > 0 && this.#send(changes, text.find.replaceLabel(changes.length));
    const skipped = cells.length - changes.length;
    const done = text.find.replaced(sent ? changes.length : 0, numbers.count(sent ? changes.length : 0));
    this.#say(skipped > 0 ? `${done} ${text.find.skipped(skipped, numbers.count(skipped))}` : done);
  }

  #send(changes: readonly Replacement[], label: string): boolean {
    const { notebook } = this.around.session();
    return this.around.edit(setCells(notebook.document, changes), label);
  }

  #say(sentence: string): void {
    this.#report = sentence;
    this.#draw();
    this.around.announce(sentence);
  }

  /** `3 of 24`, or why there is nothing to count. */
  #status(): string {
    if (this.#search.query.text === '') return '';
    return this.#search.refusal ?? statusOf(this.#matches, this.around.rows(), this.around.session().numbers);
  }

  #draw(): void {
    if (!this.#isOpen) {
      render(nothing, this.place);
      return;
    }
    const model: FindModel = {
      query: this.#search.query,
      by: this.#by,
      replacing: this.#replacing,
      inSelection: this.#search.scope !== null,
      status: this.#status(),
      report: this.#report,
      isRefused: this.#search.refusal !== null,
      any: this.#matches.findings.cells.length > 0,
      readOnly: this.around.session().readOnly !== null,
    };
    render(findView(model, this.#actions), this.place);
  }
}
