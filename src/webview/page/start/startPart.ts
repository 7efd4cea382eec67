import { nothing, render } from 'lit';
import type { RetentionDocument } from '../../../core';
import { formatPeriod, insertRows, lastCompletePeriod, parsePeriod } from '../../../core';
import type { PageActions, Session } from '../session';
import { startView } from './startView';
import { text } from '../text';

/** The friendly start of a file without rows: one field with the period that was over last, one button. */
export class StartPart {
  #session: Session | null = null;
  #error: string | null = null;

  constructor(
    private readonly place: HTMLElement,
    private readonly page: PageActions,
  ) {}

  draw(session: Session): void {
    this.#session = session;
    const { document, today } = session.notebook;
    const shown = canStart(document) && session.readOnly === null;
    if (!shown) this.#error = null;
    this.place.hidden = !shown;
    const period = formatPeriod(lastCompletePeriod(document.settings.granularity ?? 'month', today));
    render(
      shown ? startView({ period, error: this.#error }, (typed) => this.#add(typed)) : nothing,
      this.place,
    );
  }

  #add(typed: string): void {
    const session = this.#session;
    if (session === null) return;
    this.#error = parsePeriod(typed) === null ? text.empty.invalidPeriod(typed) : null;
    if (this.#error !== null) {
      this.draw(session);
      return;
    }
    const { document } = session.notebook;
    if (!this.page.edit(insertRows(document, 0, [{ period: typed }]), text.edit.firstPeriod)) return;
    this.page.goToCell(0, document.column('start')?.index ?? 0);
    this.page.focusGrid();
  }
}

/** A table without rows, or no table at all; a header without `period` is a problem first. */
function canStart(document: RetentionDocument): boolean {
  return document.rowCount === 0 && (document.header === null || document.column('period') !== null);
}
