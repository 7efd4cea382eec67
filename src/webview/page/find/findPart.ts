import { nothing, render } from 'lit';
import type { TextEdit } from '../../../core';
import { setCells } from '../../../core';
import type { CellRange, Grid, GridCellMark } from '../../grid';
import type { Findings, FoundCell } from './finder';
import type { FindQuery, Matcher } from './query';
import { compileQuery } from './query';
import { findCells, nothingFound, searchedText } from './finder';
import type { FindActions, FindModel } from './findView';
import { findView } from './findView';
import { idleTask } from '../frames';
import type { RowOrder } from '../order';
import type { Session } from '../session';
import { text } from '../text';

/** What finding needs of the page around it. */
export interface FindSurroundings {
  session(): Session;
  grid(): Grid;
  rows(): RowOrder;
  announce(sentence: string): void;
  /** One action of the user on the file. */
  edit(edits: readonly TextEdit[], label: string): boolean;
}

/**
 * Find and replace over all rows of the view, drawn or not. It searches while one types, a few milliseconds
 * at a time, and again after each edit.
 */
export class FindPart {
  readonly #searching = idleTask<Findings>();
  readonly #actions: FindActions;
  #query: FindQuery = { text: '', matchCase: false, wholeCell: false, regex: false };
  #by = '';
  #isOpen = false;
  #replacing = false;
  #matcher: Matcher | null = null;
  #refusal: string | null = null;
  #findings: Findings = nothingFound;
  #marked = new Set<string>();
  /** Place of the current match among all, or −1. */
  #current = -1;
  #scope: readonly CellRange[] | null = null;
  /** What was selected when the widget was opened. */
  #before: readonly CellRange[] = [];
  #report = '';

  constructor(
    private readonly place: HTMLElement,
    private readonly around: FindSurroundings,
  ) {
    this.#actions = {
      type: (typed) => this.#ask({ ...this.#query, text: typed }),
      typeReplacement: (typed) => {
        this.#by = typed;
      },
      toggle: (option) => this.#ask({ ...this.#query, [option]: !this.#query[option] }),
      toggleScope: () => {
        this.#scope = this.#scope === null ? this.#selected() : null;
        this.#ask(this.#query);
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
      this.#search(false);
    }
    this.#draw();
    const input = this.place.querySelector<HTMLInputElement>('.find-input');
    input?.focus();
    input?.select();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#scope = null;
    this.#searching.cancel();
    this.#take(nothingFound, false);
    this.#draw();
    this.around.grid().focus();
  }

  dispose(): void {
    this.#searching.cancel();
    render(nothing, this.place);
  }

  /** The rows or what is in them changed: looks again, and stays at its cell. What was replaced is history. */
  changed(): void {
    if (this.#report !== '') {
      this.#report = '';
      this.#draw();
    }
    if (this.#isOpen && this.#matcher !== null) this.#search(false);
  }

  /** How a cell of the view is marked. */
  mark(viewRow: number, column: number): GridCellMark | null {
    if (this.#marked.size === 0) return null;
    const row = this.around.rows().fileRow(viewRow);
    if (!this.#marked.has(keyOf({ row, column }))) return null;
    const current = this.#findings.cells[this.#current];
    return current?.row === row && current.column === column ? 'current' : 'match';
  }

  /** To the next or previous match, round the end. Opens the widget when there is nothing to look for. */
  step(by: 1 | -1): void {
    if (this.#query.text === '') {
      this.open();
      return;
    }
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#search(false);
    }
    const { cells } = this.#findings;
    if (cells.length === 0) {
      this.#draw();
      this.around.announce(this.#status());
      return;
    }
    const from = this.#current >= 0 ? this.#current : this.#placeBefore(by);
    this.#goTo((from + by + cells.length) % cells.length);
  }

  /** The cells to search when only those are wanted: going to a match selects it, which is not what is meant. */
  #selected(): readonly CellRange[] {
    const { ranges } = this.around.grid().selection;
    const [only] = ranges;
    const isCell = ranges.length === 1 && only?.top === only?.bottom && only?.left === only?.right;
    return isCell && this.#before.length > 0 ? this.#before : ranges;
  }

  #ask(query: FindQuery): void {
    this.#query = query;
    this.#report = '';
    this.#search(true);
    this.#draw();
  }

  /** @param go select the first match from the active cell on */
  #search(go: boolean): void {
    this.#matcher = null;
    this.#refusal = null;
    if (this.#query.text === '') {
      this.#searching.cancel();
      this.#take(nothingFound, false);
      return;
    }
    const compiled = compileQuery(this.#query);
    if ('refusal' in compiled) {
      const { refusal } = compiled;
      this.#refusal = refusal.type === 'invalid' ? text.find.invalid(refusal.detail) : text.find.endless;
      this.#searching.cancel();
      this.#take(nothingFound, false);
      return;
    }
    this.#matcher = compiled.matcher;
    const steps = findCells(
      this.around.session(),
      this.around.rows(),
      this.#query,
      compiled.matcher,
      this.#scope,
    );
    let wants = go;
    this.#searching.run(steps, (findings) => {
      wants = this.#take(findings, wants);
    });
  }

  /** Shows what was found. Returns whether a match to go to is still to come. */
  #take(findings: Findings, go: boolean): boolean {
    const before = this.#findings.cells[this.#current];
    this.#findings = findings;
    this.#marked = new Set(findings.cells.map(keyOf));
    this.#current =
      before === undefined
        ? -1
        : findings.cells.findIndex(({ row, column }) => row === before.row && column === before.column);
    const found = go && findings.cells.length > 0 && findings.state !== 'searching';
    if (found) this.#goTo(this.#firstFrom(1));
    else this.around.grid().rowsChanged('all');
    this.#draw();
    return go && !found;
  }

  /** The place from which one step leads to the next match: the active cell itself is no news. */
  #placeBefore(by: 1 | -1): number {
    const first = this.#firstFrom(by);
    const { active } = this.around.grid().selection;
    const cell = this.#findings.cells[first];
    const isActive = cell?.column === active.column && this.around.rows().viewRow(cell.row) === active.row;
    return isActive ? first : first - by;
  }

  /** The first match from the active cell on, forwards or backwards, round the end. */
  #firstFrom(by: 1 | -1): number {
    const { active } = this.around.grid().selection;
    const rows = this.around.rows();
    const { cells } = this.#findings;
    const after = cells.findIndex(({ row, column }) => {
      const view = rows.viewRow(row) ?? -1;
      return view > active.row || (view === active.row && column >= active.column);
    });
    if (by === 1) return Math.max(0, after);
    return (after < 0 ? cells.length : after) - 1;
  }

  #goTo(index: number): void {
    const cell = this.#findings.cells[index];
    const view = cell === undefined ? null : this.around.rows().viewRow(cell.row);
    if (cell === undefined || view === null) return;
    this.#current = index;
    const grid = this.around.grid();
    grid.select({ row: view, column: cell.column });
    grid.rowsChanged('all');
    this.#report = '';
    this.#draw();
    this.around.announce(this.#status());
  }

  #replace(): void {
    const cell = this.#findings.cells[this.#current];
    const matcher = this.#matcher;
    if (cell === undefined || matcher === null) {
      this.step(1);
      return;
    }
    const change = this.#changeOf(cell, matcher);
    if (change === null) {
      this.step(1);
      this.#say(text.find.cannotReplace);
      return;
    }
    const at = this.#current;
    this.#send([change], text.find.replaceOne);
    // The cell may match again; the next one is the one behind it.
    const { cells } = this.#findings;
    const here = cells[at];
    const still = here !== undefined && here.row === cell.row && here.column === cell.column;
    const known = this.#findings.state !== 'searching';
    if (known && cells.length > 0) this.#goTo((still ? at + 1 : at) % cells.length);
  }

  #replaceAll(): void {
    const matcher = this.#matcher;
    const { numbers } = this.around.session();
    if (matcher === null) return;
    if (this.#findings.state === 'searching') {
      this.#say(text.find.stillSearching);
      return;
    }
    const { cells } = this.#findings;
    const changes = cells.map((cell) => this.#changeOf(cell, matcher)).filter((change) => change !== null);
    const sent = changes.length > 0 && this.#send(changes, text.find.replaceLabel(changes.length));
    const skipped = cells.length - changes.length;
    const done = text.find.replaced(sent ? changes.length : 0, numbers.count(sent ? changes.length : 0));
    this.#say(skipped > 0 ? `${done} ${text.find.skipped(skipped, numbers.count(skipped))}` : done);
  }

  /** The cell with its matches replaced, or null where it cannot be written. */
  #changeOf(cell: FoundCell, matcher: Matcher): { row: number; column: number; text: string } | null {
    const session = this.around.session();
    const column = session.columns[cell.column];
    const file = column?.source.file ?? null;
    if (column === undefined || file === null || session.readOnly !== null) return null;
    const before = searchedText(session, column)(cell.row);
    return { row: cell.row, column: file.index, text: matcher.replace(before, this.#by) };
  }

  #send(changes: readonly { row: number; column: number; text: string }[], label: string): boolean {
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
    const { cells, state, skipped } = this.#findings;
    const { numbers } = this.around.session();
    if (this.#query.text === '') return '';
    if (this.#refusal !== null) return this.#refusal;
    const count = numbers.count(cells.length);
    const rows = this.around.rows();
    const parts = [
      cells.length === 0
        ? state === 'searching'
          ? text.find.searching
          : text.find.none
        : this.#current < 0
          ? text.find.count(cells.length, count)
          : text.find.place(numbers.count(this.#current + 1), count),
      rows.count < rows.total ? text.find.filtered(numbers.count(rows.total - rows.count)) : '',
      skipped > 0 ? text.find.tooLong(skipped, numbers.count(skipped)) : '',
      state === 'stopped' ? text.find.stopped : '',
    ];
    return parts.filter((part) => part !== '').join(text.separator);
  }

  #draw(): void {
    if (!this.#isOpen) {
      render(nothing, this.place);
      return;
    }
    const model: FindModel = {
      query: this.#query,
      by: this.#by,
      replacing: this.#replacing,
      inSelection: this.#scope !== null,
      status: this.#status(),
      report: this.#report,
      isRefused: this.#refusal !== null,
      any: this.#findings.cells.length > 0,
      readOnly: this.around.session().readOnly !== null,
    };
    render(findView(model, this.#actions), this.place);
  }
}

function keyOf({ row, column }: FoundCell): string {
  return `${row}:${column}`;
}
