import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { FindQuery } from './query';
import { icon, textInput } from '../widgets';
import { text } from '../text';

/** What the find widget shows. */
export interface FindModel {
  readonly query: FindQuery;
  readonly by: string;
  readonly replacing: boolean;
  readonly inSelection: boolean;
  /** How many there are, and at which one it stands. */
  readonly status: string;
  /** What a replacement did, '' for nothing. */
  readonly report: string;
  readonly isRefused: boolean;
  readonly any: boolean;
  readonly readOnly: boolean;
}

export type FindOption = 'matchCase' | 'wholeCell' | 'regex';

export interface FindActions {
  type(typed: string): void;
  typeReplacement(typed: string): void;
  toggle(option: FindOption): void;
  toggleScope(): void;
  toggleReplace(): void;
  step(by: 1 | -1): void;
  replace(): void;
  replaceAll(): void;
  close(): void;
}

const options: readonly FindOption[] = ['matchCase', 'wholeCell', 'regex'];
/** The keys of VS Code's own widget, with Alt. */
const altKeys: Readonly<Record<string, FindOption>> = { KeyC: 'matchCase', KeyW: 'wholeCell', KeyR: 'regex' };

export function findView(model: FindModel, actions: FindActions): TemplateResult {
  const { query, replacing, any, isRefused, status, report, inSelection } = model;
  const toggle = (option: FindOption): TemplateResult =>
    html`<button
      class="find-toggle"
      aria-pressed=${String(query[option])}
      aria-label=${text.find.option[option]}
      title=${text.find.option[option]}
      data-sign=${text.find.sign[option]}
      @click=${() => actions.toggle(option)}
    ></button>`;
  return html`<div
    class="find-widget"
    role="dialog"
    aria-label=${text.find.name}
    @keydown=${(event: KeyboardEvent) => key(event, actions)}
  >
    <button
      class="icon-button find-expand"
      aria-expanded=${String(replacing)}
      aria-label=${text.find.toggleReplace}
      title=${text.find.toggleReplace}
      @click=${() => actions.toggleReplace()}
    >
      ${icon(replacing ? 'down' : 'right')}
    </button>
    <div class="find-lines">
      <span class="find-field ${isRefused ? 'is-refused' : ''}">
        ${textInput({
          className: 'find-input',
          name: text.find.find,
          placeholder: text.find.find,
          value: query.text,
          invalid: isRefused,
          errorId: 'find-status',
          typed: (typed) => actions.type(typed),
        })}
        ${options.map(toggle)}
      </span>
      <div class="find-found">
        <span class="find-buttons">
          ${button('up', text.find.previous, !any, () => actions.step(-1))}
          ${button('down', text.find.next, !any, () => actions.step(1))}
          <button
            class="find-toggle find-scope"
            aria-pressed=${String(inSelection)}
            aria-label=${text.find.inSelection}
            title=${text.find.inSelection}
            @click=${() => actions.toggleScope()}
          >
            ${icon('selection')}
          </button>
        </span>
        <div id="find-status" class="find-status ${isRefused ? 'is-refused' : ''}" role="status">
          ${report === '' ? status : report}
        </div>
      </div>
      ${replacing ? replaceLine(model, actions) : nothing}
      <span class="find-exit">${button('close', text.find.close, false, () => actions.close())}</span>
    </div>
  </div>`;
}

function replaceLine({ by, any, readOnly }: FindModel, actions: FindActions): TemplateResult {
  return html`<span class="find-field">
      ${textInput({
        className: 'replace-input',
        name: text.find.replaceBy,
        placeholder: text.find.replaceBy,
        value: by,
        disabled: readOnly,
        typed: (typed) => actions.typeReplacement(typed),
      })}
    </span>
    <span class="find-buttons">
      ${textButton(text.find.replace, readOnly || !any, () => actions.replace())}
      ${textButton(text.find.replaceAll, readOnly || !any, () => actions.replaceAll())}
    </span>`;
}

/** A button without use keeps the focus: after all is replaced, Escape still has to close the widget. */
function pressed(unavailable: boolean, run: () => void): () => void {
  return () => {
    if (!unavailable) run();
  };
}

function textButton(label: string, unavailable: boolean, run: () => void): TemplateResult {
  return html`<button
    class="button button-secondary"
    aria-disabled=${String(unavailable)}
    @click=${pressed(unavailable, run)}
  >
    ${label}
  </button>`;
}

function button(
  name: 'up' | 'down' | 'close',
  label: string,
  unavailable: boolean,
  run: () => void,
): TemplateResult {
  return html`<button
    class="icon-button"
    aria-label=${label}
    title=${label}
    aria-disabled=${String(unavailable)}
    @click=${pressed(unavailable, run)}
  >
    ${icon(name)}
  </button>`;
}

function key(event: KeyboardEvent, actions: FindActions): void {
  if (event.isComposing) return;
  const primary = event.ctrlKey || event.metaKey;
  const option = event.altKey && !primary ? altKeys[event.code] : undefined;
  const inField = event.target instanceof HTMLInputElement;
  if (option !== undefined) actions.toggle(option);
  else if (event.altKey && !primary && event.code === 'KeyL') actions.toggleScope();
  else if (event.key === 'Escape') actions.close();
  else if (event.key === 'Enter' && primary && event.altKey) actions.replaceAll();
  else if (event.key === 'Enter' && inField && !primary && !event.altKey) {
    if (event.target.classList.contains('replace-input')) actions.replace();
    else actions.step(event.shiftKey ? -1 : 1);
  } else if (primary && inField && /^[zyacvx]$/i.test(event.key)) {
    // Undo, select all and the clipboard are the field's own: VS Code would do them in the file.
    event.stopPropagation();
    return;
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
