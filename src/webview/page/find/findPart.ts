import { nothing, render } from 'lit';
import { setCells } from '../../../core';
import type { CellRange, GridCellMark } from '../../grid';
import { isSingleCell } from '../../grid';
import type { Findings } from './finder';
import { nothingFound } from './finder';
import type { FindActions, FindModel } from './findView';
import { findView } from './findView';
import type { RowChange } from './matches';
import { Matches } from './matches';
import type { FindQuery } from './query';
import type { Replacement } from './replace';
import { replacementOf } from './replace';
import { Search } from './search';
import { replacedText, statusOf } from './status';
import type { FindSurroundings } from './surroundings';
import { Waiting } from './waiting';
import { text } from '../text';

/**
 * Find and replace over all rows of the view, drawn or not. It searches while one types, a few milliseconds
 * at a time, and again after each edit.
 */
export class FindPart {
  readonly #actions: FindActions;
  readonly #search: Search;
  readonly #matches: Matches;
  readonly #waiting: Waiting;
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
    this.#waiting = new Waiting(() => !this.#search.isSearching);
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
      replace: () => this.#waiting.ask(() => this.#replace()),
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
      this.#look();
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
    this.#waiting.clear();
    this.#take(nothingFound);
    this.around.grid().focus();
  }

  dispose(): void {
    this.#search.cancel();
    this.#waiting.clear();
    render(nothing, this.place);
  }

  /** The rows or what is in them changed: looks again, and stays at its cell. What was replaced is history. */
  changed(rows: RowChange | null = null): void {
    if (rows !== null) this.#matches.follow(rows);
    if (this.#report !== '') {
      this.#report = '';
      this.#draw();
    }
    if (this.#isOpen && this.#search.matcher !== null) this.#look(true);
  }

  /** How a cell of the view is marked. */
  mark(viewRow: number, column: number): GridCellMark | null {
    return this.#matches.mark(viewRow, column);
  }

  /** To the next or previous match, once all are found, round the end. Opens the widget when nothing is looked for. */
  step(by: 1 | -1): void {
    if (this.#search.query.text === '') {
      this.open();
      return;
    }
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#look();
    }
    this.#waiting.ask(() => this.#step(by));
  }

  #step(by: 1 | -1): void {
    if (this.#matches.findings.cells.length === 0) {
      this.around.announce(this.#status());
      return;
    }
    this.#goTo(this.#matches.next(by, this.around.grid().selection.active));
  }

  /** The cells to search when only those are wanted: going to a match selects it, which is not what is meant. */
  #selected(): readonly CellRange[] {
    const { ranges } = this.around.grid().selection;
    return isSingleCell(ranges) && this.#before.length > 0 ? this.#before : ranges;
  }

  #ask(query: FindQuery): void {
    this.#search.query = query;
    this.#report = '';
    this.#waiting.clear();
    this.#look();
    this.#waiting.ask(() => this.#goTo(this.#matches.firstFrom(1, this.around.grid().selection.active)));
  }

  /** Looks anew. @param again for the same as before: what was found then counts until all is found */
  #look(again = false): void {
    this.#search.run((findings) => {
      if (again && this.#search.isSearching) return;
      this.#take(findings);
      // Going to a match enters what is being typed: not within the edit that has all searched again.
      queueMicrotask(() => this.#waiting.run());
    });
  }

  /** Shows what was found. */
  #take(findings: Findings): void {
    this.#matches.take(findings);
    this.around.grid().rowsChanged('all');
    this.#draw();
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
    const { current: cell } = this.#matches;
    const { matcher } = this.#search;
    if (cell === undefined || matcher === null) {
      this.#step(1);
      return;
    }
    const change = replacementOf(this.around.session(), cell, matcher, this.#by);
    if (change === null) {
      this.#step(1);
      this.#say(text.find.cannotReplace);
      return;
    }
    this.#send([change], text.find.replaceOne);
    // The cell may match again; the next one is the one behind it.
    this.#waiting.then(() => {
      const row = this.around.rows().viewRow(cell.row);
      if (row !== null) this.#goTo(this.#matches.next(1, { row, column: cell.column }));
    });
  }

  #replaceAll(): void {
    const { matcher } = this.#search;
    if (matcher === null) return;
    const session = this.around.session();
    const { cells } = this.#matches.findings;
    if (this.#search.isSearching) {
      this.#say(text.find.stillSearching);
      return;
    }
    const changes = cells
      .map((cell) => replacementOf(session, cell, matcher, this.#by))
      .filter((change) => change !== null);
    const sent = changes.length > 0 && this.#send(changes, text.find.replaceLabel(changes.length));
    this.#say(replacedText(sent ? changes.length : 0, cells.length - changes.length, session.numbers));
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
