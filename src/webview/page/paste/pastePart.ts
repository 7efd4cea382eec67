import type { TemplateResult, nothing } from 'lit';
import { convertColumn, foreignNumbers } from '../../../core';
import type { GridModel, PasteReport } from '../../grid';
import { Later } from '../frames';
import type { NumberQuestion, PasteActions, SkippedPlace } from './pasteView';
import { pasteView } from './pasteView';
import type { SkippedGroup } from './pasteSummary';
import { skippedGroups } from './pasteSummary';
import type { PageActions, Session } from '../session';
import { text } from '../text';

/** Cells of a row of the file and of the rows below it in the grid, as long as the last of them is `lastRow`. */
export interface RowPlace {
  readonly left: number;
  readonly right: number;
  /** Rows of the grid. */
  readonly height: number;
  readonly lastRow: number;
}

/** What the part needs of the page. */
export interface PasteSurroundings {
  session(): Session;
  model(): GridModel;
  /** Selects cells of a row of the file. */
  select(row: number, place: RowPlace): void;
  /** What it says has changed. */
  redraw(): void;
}

/**
 * What is said after a paste: the cells it left as they were, and numbers that are written another way than
 * the file's, for which the user can decide how they are read. It goes with the next larger change.
 */
export class PastePart {
  readonly #actions: PasteActions;
  readonly #looking = new Later();
  /** Rows of the file that were pasted into, ascending. */
  #rows: readonly number[] = [];
  /** Columns of the file that were pasted into. */
  #columns: readonly number[] = [];
  #skipped: readonly SkippedPlace[] = [];
  #questions: readonly NumberQuestion[] = [];
  #expanded = false;
  #converting = false;

  constructor(
    private readonly page: PageActions,
    private readonly around: PasteSurroundings,
  ) {
    this.#actions = {
      toggle: () => {
        this.#expanded = !this.#expanded;
        around.redraw();
      },
      goTo: (skipped) => this.#goTo(skipped),
      convert: (question, { sign }) => this.#convert(question, sign),
      dismiss: () => {
        this.dismiss();
        page.focusGrid();
      },
    };
  }

  /** Something was pasted, and the notebook has it. */
  pasted({ range, skipped }: PasteReport): void {
    const { columns } = this.around.session();
    const model = this.around.model();
    this.#expanded = false;
    this.#questions = [];
    this.#skipped = skippedGroups(skipped).map((group) => ({
      group,
      place: this.#placeOf(group, model),
      firstRow: fileRow(model, group.top),
      lastRow: fileRow(model, group.bottom),
    }));
    this.#rows = [];
    this.#columns = [];
    if (range !== null) {
      const rows: number[] = [];
      for (let row = range.top; row <= range.bottom && row < model.rowCount; row++) {
        rows.push(fileRow(model, row));
      }
      this.#rows = rows.sort((a, b) => a - b);
      this.#columns = columns
        .slice(range.left, range.right + 1)
        .flatMap(({ source }) => (source.file === null ? [] : [source.file.index]));
    }
    this.around.redraw();
    this.#ask();
  }

  /** The notebook changed: in one row only, or anywhere (null). */
  changed(row: number | null): void {
    if (row === null && !this.#converting) this.dismiss();
    else if (this.#questions.length > 0) this.#ask();
  }

  dismiss(): void {
    this.#looking.cancel();
    if (this.#skipped.length === 0 && this.#questions.length === 0) return;
    this.#skipped = [];
    this.#questions = [];
    this.around.redraw();
  }

  /** What is to be shown now. */
  get view(): TemplateResult | typeof nothing {
    const { numbers } = this.around.session();
    const model = { skipped: this.#skipped, questions: this.#questions, expanded: this.#expanded };
    return pasteView(model, this.#actions, numbers);
  }

  /** Looks for foreign numbers once the paste is on the screen. */
  #ask(): void {
    if (this.#columns.length === 0) return;
    this.#looking.ask(() => {
      const { notebook, columns } = this.around.session();
      this.#questions = this.#columns.flatMap((column) => {
        const found = foreignNumbers(notebook.document, column, { together: this.#rows });
        if (found === null) return [];
        const label = columns.find(({ source }) => source.file?.index === column)?.label ?? '';
        return [{ column, label, ...found }];
      });
      this.around.redraw();
    });
  }

  #convert({ column, label, count }: NumberQuestion, sign: '.' | ','): void {
    const { notebook, numbers } = this.around.session();
    const edits = convertColumn(notebook.document, column, sign, this.#rows);
    this.#questions = this.#questions.filter((question) => question.column !== column);
    this.#columns = this.#columns.filter((each) => each !== column);
    this.#converting = true;
    this.page.edit(edits, text.paste.convert(label));
    this.#converting = false;
    this.around.redraw();
    this.page.announce(text.paste.converted(count, numbers.count(count), label));
    this.page.focusGrid();
  }

  #goTo({ group, firstRow, lastRow }: SkippedPlace): void {
    const { left, right, top, bottom } = group;
    const end = this.around.model().columns.length - 1;
    const place = { left: Math.min(left, end), right: Math.min(right, end), height: bottom - top + 1 };
    this.around.select(firstRow, { ...place, lastRow });
    this.page.focusGrid();
  }

  #placeOf({ reason, left, right, top, bottom }: SkippedGroup, model: GridModel): string {
    const { numbers } = this.around.session();
    const name =
      reason === 'no-column'
        ? text.paste.beyond(right - left + 1, numbers.count(right - left + 1))
        : (model.columns[left]?.label ?? '');
    const labelOf = (row: number): string => (row < model.rowCount ? model.rowLabel(row) : text.paste.newRow);
    if (top === bottom) return text.paste.cell(name, labelOf(top));
    // Numbers of the file, which a sorted or filtered view shows in another order or with gaps.
    const inOrder = bottom >= model.rowCount || fileRow(model, bottom) - fileRow(model, top) === bottom - top;
    return inOrder
      ? text.paste.cells(name, labelOf(top), labelOf(bottom))
      : text.paste.cellsFrom(name, numbers.count(bottom - top + 1), labelOf(top));
  }
}

/** The row of the file that a row of the grid is, by its number. */
function fileRow(model: GridModel, row: number): number {
  return row < model.rowCount ? Number(model.rowLabel(row)) - 1 : row;
}
