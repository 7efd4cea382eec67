import type { TouchedRows } from '../../../core';
import type { EditorDraft } from '../../grid';
import type { RowOrder } from '../order';
import type { Session } from '../session';
import type { NotebookGridModel } from '../sheet';
import { DraftPreview } from '../sheet';

/** What following the typing needs of the view. */
export interface TypingSurroundings {
  readonly model: NotebookGridModel;
  readonly rows: RowOrder;
  session(): Session;
  /** The rows may look different now. */
  touched(rows: TouchedRows): void;
  /** Draws the rows touched and what stands around them. @param row the file's row that is typed into, or null */
  draw(row: number | null): void;
}

/** Results follow the typing: what is in the open cell counts as soon as it is a whole value. */
export class ResultsWhileTyping {
  readonly #preview: DraftPreview;
  /** True while what is drawn is not what the notebook says. */
  #stale = false;

  constructor(private readonly around: TypingSurroundings) {
    this.#preview = new DraftPreview((rows) => around.touched(rows));
  }

  /** Something was typed; null: the cell was closed. */
  typed(draft: EditorDraft | null): void {
    const { model, rows } = this.around;
    const { notebook, columns } = this.around.session();
    const file = draft === null ? null : (columns[draft.column]?.source.file ?? null);
    if (draft === null || file === null || draft.row >= model.rowCount) {
      const ended = this.#preview.end();
      model.release();
      // A commit follows at once or not at all, and draws everything itself.
      if (ended) this.#drawSoon();
      return;
    }
    model.hold(draft.row, draft.column);
    const row = rows.fileRow(draft.row);
    if (this.#preview.show(notebook, { row, column: file.index, text: draft.text })) this.around.draw(row);
  }

  /**
   * Takes back what the notebook only calculates with while it is being typed. To be called before anything
   * else is done with the notebook.
   */
  settle(): void {
    const { model } = this.around;
    if (this.#preview.end()) model.forget();
    model.release();
  }

  /** All is drawn as the notebook says. */
  drawn(): void {
    this.#stale = false;
  }

  #drawSoon(): void {
    this.around.model.forget();
    this.#stale = true;
    queueMicrotask(() => {
      if (this.#stale) this.around.draw(null);
    });
  }
}
