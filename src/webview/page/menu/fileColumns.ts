import type { ColumnId, RetentionDocument, TextEdit } from '../../../core';
import {
  addColumn,
  columnMeaning,
  KNOWN_COLUMNS,
  knownColumn,
  reasonSlug,
  removeColumn,
  renameColumn,
} from '../../../core';
import type { Grid } from '../../grid';
import type { PageColumn } from '../columns';
import type { Session } from '../session';
import { text } from '../text';
import type { Ask, Choice } from './ask';
import type { MenuEntry } from './contextMenu';

/** What a reason's column begins with. */
const REASON = 'reason_';

/** What changing the columns of the file needs of the page. */
export interface FileColumnsSurroundings {
  readonly grid: Grid;
  /** Why nothing may be edited, or null. */
  readOnly(): string | null;
  session(): Session;
  /** One action of the user on the file. */
  edit(edits: readonly TextEdit[], label: string): boolean;
  announce(sentence: string): void;
  /** Selects the cell of a column of the file in the row where the user is. */
  goTo(fileColumn: number): void;
}

/** Adds, renames and deletes columns of the file. The view's own order and hiding are others' business. */
export class FileColumns {
  constructor(
    private readonly ask: Ask,
    private readonly around: FileColumnsSurroundings,
  ) {}

  /** The entries of a column's menu. */
  entries(column: number): readonly MenuEntry[] {
    const { columns } = this.around.session();
    const { menu } = text;
    const readOnly = this.around.readOnly();
    const found = columns[column];
    const fixed = found?.source.file === null ? menu.calculated : null;
    const isPeriod = found?.source.file?.id === 'period' ? menu.periodStays : null;
    const entry = (label: string, disabled: string | null, run: () => void): MenuEntry => ({
      label,
      keys: '',
      disabled,
      run,
    });
    return [
      entry(menu.addColumn, readOnly, () => this.add('', found)),
      entry(menu.renameColumn, readOnly ?? fixed, () => this.rename(found)),
      entry(menu.deleteColumn, readOnly ?? fixed ?? isPeriod, () => this.remove(found)),
    ];
  }

  /**
   * Asks for the name of a new column.
   *
   * @param begin what the name may begin with
   * @param beside the column of the view behind which it goes; the file's last unless given
   */
  add(begin = '', beside?: PageColumn): void {
    if (!this.#canEdit()) return;
    const after = beside?.source.file?.index;
    this.ask.open({
      ...text.addColumn,
      value: begin,
      choices: (typed) => choicesOf(this.#document, typed),
      answer: (name) => {
        if (name === REASON) return text.addColumn.reasonNeeded;
        return this.#run(
          () => addColumn(this.#document, name.trim(), after === undefined ? {} : { after }),
          text.edit.addColumn(name.trim()),
          () => this.#goTo(name),
        );
      },
    });
  }

  /** Asks for another name of a column; the active one unless given. */
  rename(column: PageColumn | undefined = this.#active): void {
    const file = column?.source.file ?? null;
    if (!this.#canEdit()) return;
    if (file === null) this.around.grid.notify(text.menu.calculated);
    else
      this.ask.open({
        ...text.renameColumn,
        label: text.renameColumn.label(file.name),
        value: file.name,
        answer: (name) =>
          this.#run(() => renameColumn(this.#document, file.index, name), text.edit.renameColumn(file.name)),
      });
  }

  /** Deletes a column, the active one unless given, with all that is in it: one step of undo. */
  remove(column: PageColumn | undefined = this.#active): void {
    const file = column?.source.file ?? null;
    if (!this.#canEdit()) return;
    const refusal =
      file === null
        ? text.menu.calculated
        : this.#run(() => removeColumn(this.#document, file.index), text.edit.deleteColumn(file.name));
    if (refusal !== null) this.around.grid.notify(refusal);
    else this.around.announce(text.menu.columnDeleted(file?.name ?? ''));
  }

  get #document(): RetentionDocument {
    return this.around.session().notebook.document;
  }

  get #active(): PageColumn | undefined {
    return this.around.session().columns[this.around.grid.selection.active.column];
  }

  #canEdit(): boolean {
    const { grid } = this.around;
    const reason = this.around.readOnly();
    if (reason !== null) grid.notify(reason);
    return reason === null && grid.flushEditor();
  }

  #goTo(name: string): void {
    const wanted = name.trim().toLowerCase();
    const added = this.#document.columns.find((column) => column.name.toLowerCase() === wanted);
    if (added !== undefined) this.around.goTo(added.index);
  }

  /** Why it cannot be done, or null when it is done. */
  #run(plan: () => readonly TextEdit[], label: string, done: () => void = () => undefined): string | null {
    try {
      this.around.edit(plan(), label);
    } catch (error) {
      if (error instanceof RangeError) return error.message;
      throw error;
    }
    done();
    return null;
  }
}

/** The columns of the format that the file has not got, and what is typed as one of its own. */
function choicesOf(document: RetentionDocument, typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  const reason = reasonSlug(wanted);
  const own: Choice = { text: typed.trim(), hint: hintOf(null, reason) };
  if (reason !== null) return [own];
  const known = [...KNOWN_COLUMNS.keys()].filter((id) => document.column(id) === null);
  const all = [
    ...known.map((id): Choice => ({ text: id, hint: hintOf(id, null) })),
    { text: REASON, hint: text.addColumn.reason },
  ];
  const found = all.filter(
    ({ text: id, hint }) => id.includes(wanted) || hint.toLowerCase().includes(wanted),
  );
  // Names before meanings.
  found.sort((a, b) => Number(b.text.startsWith(wanted)) - Number(a.text.startsWith(wanted)));
  const isOwn = wanted !== '' && wanted !== REASON && knownColumn(wanted) === null;
  return isOwn ? [...found, own] : found;
}

/** The first sentence of what a column means. */
function hintOf(id: ColumnId | null, reason: string | null): string {
  const [sentence = ''] = columnMeaning({ id, reason })
    .replaceAll('`', '')
    .split(/\.(?: |$)/);
  return sentence;
}
