import { nothing, render } from 'lit';
import type { Granularity, RetentionDocument, TextEdit } from '../../core';
import { formatPeriod, insertRows, lastCompletePeriod, parsePeriod } from '../../core';
import type { PageActions, Session } from './session';
import { startView } from './startView';
import { text } from './text';

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
    const { document } = session.notebook;
    const shown = document.rowCount === 0 && session.readOnly === null;
    if (!shown) this.#error = null;
    this.place.hidden = !shown;
    const period = formatPeriod(lastCompletePeriod(startGranularity(document), session.today));
    render(
      shown ? startView({ period, error: this.#error }, (typed) => this.#add(typed)) : nothing,
      this.place,
    );
  }

  #add(typed: string): void {
    const session = this.#session;
    if (session === null) return;
    this.#error = parsePeriod(typed) === null ? text.empty.invalidPeriod(typed) : null;
    if (this.#error !== null) return this.draw(session);
    if (this.page.edit(firstPeriod(session.notebook.document, typed), text.edit.firstPeriod))
      this.page.goToCell(0, 1);
  }
}
