import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { markdownView } from '../../markdown';
import type { Panel, PanelPlace } from '../frame';
import { beginDraft, draftOf, holdsDraft, notesOf } from './draft';
import { notesEditor } from './notesEditor';
import { notesText as text } from './text';

/** What people say about the numbers: Markdown, read here and edited in place. */
export const notesPanel: Panel = {
  id: 'notes',
  title: text.title,
  view: (place) => {
    const draft = draftOf(place);
    return draft === null ? notesView(place) : notesEditor(place, draft);
  },
  holdsDraft,
};

function notesView(place: PanelPlace): TemplateResult {
  const notes = notesOf(place);
  const locked = place.session.readOnly !== null;
  const empty = notes.trim() === '';
  const edit = (event: Event): void => {
    const content = (event.currentTarget as HTMLElement).closest('.panel-content');
    beginDraft(place);
    content?.querySelector('textarea')?.focus();
  };
  return html`${empty ? html`<p class="panel-lead">${locked ? text.emptyLocked : text.empty}</p>` : nothing}
  ${
    locked
      ? nothing
      : html`<div class="panel-controls">
          <button class="button button-secondary notes-edit" @click=${edit}>
            ${empty ? text.write : text.edit}
          </button>
        </div>`
  }
  ${
    empty
      ? nothing
      : html`<div class="notes" @dblclick=${locked ? nothing : edit}>
          ${guard([notes], () => markdownView(notes))}
        </div>`
  }`;
}
