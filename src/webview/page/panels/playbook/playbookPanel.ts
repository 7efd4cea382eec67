import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlaybookItem } from '../../../../core';
import { analyseExperiments } from '../../../../core';
import { lineText } from '../../markdown';
import type { Panel, PanelPlace } from '../frame';
import { gapsView } from '../frame';
import { dueOf, isOpen } from './due';
import { openPicker, pickerView } from './pickerView';
import { taskView } from './taskView';
import { playbookText as text } from './text';

/** What is done about it: the tasks of the notes, with what their experiments show. */
export const playbookPanel: Panel = {
  id: 'playbook',
  title: text.title,
  view: (place) => {
    const { session, actions, options } = place;
    const { playbook } = session.notebook.document;
    const { experiments, gaps } = analyseExperiments(session.notebook.document);
    const [latest] = session.notebook.periods(null, { last: 1 });
    const ids = idsOf(playbook);
    const locked = session.readOnly !== null;
    return html`<p class="panel-lead">${leadOf(place)}</p>
      ${locked ? nothing : addView(place)}
      ${!locked && options['picking'] === true ? pickerView(place) : nothing}
      <ul class="tasks" aria-label=${text.tasks}>
        ${repeat(
          playbook,
          (_, index) => ids[index],
          (item, index) =>
            taskView(place, {
              item,
              experiment: experiments.find((one) => one.item === index) ?? null,
              id: `task-${index}`,
              example: latest?.name ?? '2024-Q1',
            }),
        )}
      </ul>
      ${gapsView(gaps, actions)}`;
  },
};

/** What stays the same of a task while others come and go, so that half-typed text stays with its task. */
function idsOf(tasks: readonly PlaybookItem[]): string[] {
  const seen = new Map<string, number>();
  return tasks.map(({ text: words }) => {
    const count = seen.get(words) ?? 0;
    seen.set(words, count + 1);
    return `${words}\u0000${count}`;
  });
}

function leadOf({ session }: PanelPlace): string {
  const { notebook, numbers, readOnly } = session;
  const { playbook } = notebook.document;
  if (playbook.length === 0) return readOnly === null ? text.empty : text.emptyLocked;
  const open = playbook.filter(isOpen);
  const all = numbers.count(playbook.length);
  if (open.length === 0) return `${text.lead.none(playbook.length, all)}.`;
  const late = open.filter((item) => dueOf(item, notebook.today, numbers)?.late);
  const first = late.reduce<PlaybookItem | null>(
    (soonest, item) => (soonest === null || item.due! < soonest.due! ? item : soonest),
    null,
  );
  const lateness =
    first === null
      ? text.lead.onTime
      : text.lead.overdue(late.length, numbers.count(late.length), lineText(first.text));
  return `${text.lead.tasks(open.length, numbers.count(open.length), all)}, ${lateness}.`;
}

function addView(place: PanelPlace): TemplateResult {
  const open = place.options['picking'] === true;
  return html`<div class="panel-controls">
    <button
      class="button playbook-add"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${(event: Event) => openPicker(place, event)}
    >
      ${text.add}
    </button>
  </div>`;
}
