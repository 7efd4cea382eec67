import { render } from 'lit';
import { setSetting } from '../../../core';
import type { HeaderActions } from './headerView';
import { headerView } from './headerView';
import type { PageActions, Session } from '../session';
import { goalText, typedGoal } from './settings';
import { text } from '../text';

/** The header with its settings. Each change is one edit; what is refused changes nothing. */
export class HeaderPart {
  #session: Session | null = null;
  #titleError: string | null = null;
  #goalError: string | null = null;
  readonly #actions: HeaderActions;

  constructor(
    private readonly place: HTMLElement,
    private readonly page: PageActions,
  ) {
    this.#actions = {
      setTitle: (typed) => this.#set('title', typed.trim() === '' ? null : typed.trim(), text.header.title),
      setGoal: (typed) => this.#setGoal(typed),
      setGranularity: (value) => void this.#set('granularity', value, text.header.granularity),
      setMethod: (value) => void this.#set('method', value, text.header.method),
      setSegment: (segment) => page.setSegment(segment),
      showError: (at, message) => this.#showError(at, message),
    };
  }

  draw(session: Session): void {
    this.#session = session;
    const { notebook, fileName, readOnly, segment } = session;
    const { settings, granularity } = notebook.document;
    const model = {
      title: settings.title ?? '',
      fileName,
      goal: settings.goal === null ? '' : goalText(settings.goal.share, settings.decimal),
      goalError: this.#goalError,
      titleError: this.#titleError,
      granularitySetting: settings.granularity,
      granularity,
      isInferred: notebook.document.rowCount > 0,
      method: settings.method,
      segments: notebook.segments.filter((name) => name !== ''),
      segment,
      readOnly: readOnly !== null,
    };
    render(headerView(model, this.#actions), this.place);
  }

  #setGoal(typed: string): string | null {
    const session = this.#session;
    if (session === null) return null;
    const { value, refusal } = typedGoal(typed, session.notebook.document.settings.decimal);
    return refusal ?? this.#set('goal', value, text.header.goal);
  }

  /** @returns null, or why nothing was changed */
  #set(key: 'title' | 'goal' | 'granularity' | 'method', value: string | null, name: string): string | null {
    if (this.#session === null) return null;
    this.page.edit(setSetting(this.#session.notebook.document, key, value), text.edit.setting(name));
    return null;
  }

  #showError(at: 'title' | 'goal', message: string | null): void {
    const before = at === 'goal' ? this.#goalError : this.#titleError;
    if (before === message) return;
    if (at === 'goal') this.#goalError = message;
    else this.#titleError = message;
    if (this.#session !== null) this.draw(this.#session);
  }
}
