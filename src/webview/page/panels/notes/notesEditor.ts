import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { isMac } from '../../../grid';
import { draftField, icon, severityIcon } from '../../widgets';
import type { PanelPlace } from '../frame';
import { commitDraft, endDraft, typeDraft } from './draft';
import type { Draft } from './draft';
import { notesText as text } from './text';

const LEAST_ROWS = 6;
const MOST_ROWS = 20;

/** The notes being written. */
export function notesEditor(place: PanelPlace, draft: Draft): TemplateResult {
  const { actions, session } = place;
  const locked = session.readOnly !== null;
  const rows = Math.max(LEAST_ROWS, Math.min(MOST_ROWS, draft.text.split('\n').length + 1));
  const done = (): void => {
    if (commitDraft(place, false)) focusButton();
  };
  const cancel = (): void => {
    if (draft.dirty) actions.announce(text.discarded);
    endDraft(place);
    focusButton();
  };
  const commit = (leave: 'key' | 'elsewhere' | null): void => {
    if (leave === 'key') done();
    else commitDraft(place, leave === null);
  };
  const keys = isMac() ? text.keysMac : text.keys;
  return html`<div class="draft-editor notes-editor">
    <textarea
      class="text-input notes-input"
      rows=${rows}
      aria-label=${text.label}
      aria-describedby="notes-keys"
      ?readonly=${locked}
      ${draftField({
        value: draft.text,
        dirty: draft.dirty,
        typed: (typed) => typeDraft(place, typed),
        commit,
        cancel,
      })}
    ></textarea>
    <div class="notes-foot">
      ${changedView(place, draft, locked)}
      <div class="panel-controls">
        <button class="button" ?disabled=${locked || draft.merged === null} @click=${done}>
          ${text.done}
        </button>
        <button class="button button-secondary" @click=${cancel}>${text.cancel}</button>
        <span class="notes-keys" id="notes-keys">${keys}</span>
      </div>
    </div>
  </div>`;
}

/** What others did meanwhile, and what can be done about it. */
function changedView(
  place: PanelPlace,
  { notes, text: typed, merged, dirty }: Draft,
  locked: boolean,
): TemplateResult {
  const own = place.options['base'] === notes || !dirty;
  const message = locked ? text.locked : own ? null : merged === null ? text.conflict : text.merges;
  const conflict = !locked && merged === null;
  return html`<div class="notes-changed" role="status">
      ${
        message === null
          ? nothing
          : html`<p>${conflict ? severityIcon('warning') : icon('info')}<span>${message}</span></p>`
      }
    </div>
    ${
      conflict
        ? html`<div class="panel-controls">
              <button
                class="button"
                @click=${() => {
                  commitDraft(place, false, typed);
                  focusButton();
                }}
              >
                ${text.keepMine}
              </button>
              <button
                class="button button-secondary"
                @click=${() => {
                  endDraft(place);
                  focusButton();
                }}
              >
                ${text.takeTheirs}
              </button>
            </div>
            <details class="notes-theirs">
              <summary>${text.theirs}</summary>
              <pre tabindex="0">${notes}</pre>
            </details>`
        : nothing
    }`;
}

/** Where the keys were before the editor was opened. */
function focusButton(): void {
  document.querySelector<HTMLElement>('.notes-edit')?.focus();
}
