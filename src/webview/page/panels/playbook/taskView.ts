import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Experiment, PlaybookItem, PlaybookStatus } from '../../../../core';
import { formatDay, formatPeriod, GUIDES, strategyById } from '../../../../core';
import { lineView } from '../../markdown';
import { text as pageText } from '../../text';
import { fieldControl, icon, selectControl, severityIcon } from '../../widgets';
import type { PanelPlace } from '../frame';
import { dueOf } from './due';
import { changeSegment, changeStatus, typeDue, typeGroup, typeSince } from './taskEdits';
import { playbookText as text } from './text';

const STATUSES: readonly PlaybookStatus[] = ['planned', 'active', 'done', 'dropped'];

/** A task of the playbook with what may be changed of it. */
export interface TaskModel {
  readonly item: PlaybookItem;
  readonly experiment: Experiment | null;
  /** Unique in the panel. */
  readonly id: string;
  /** A period as this file writes them. */
  readonly example: string;
}

/** One entry of the playbook. */
export function taskView(place: PanelPlace, model: TaskModel): TemplateResult {
  const { item, experiment, id } = model;
  const { status } = item;
  const closed = status === 'done' || status === 'dropped';
  return html`<li class=${`task ${closed ? 'is-closed' : ''}`} aria-labelledby=${`${id}-text`}>
    <p class="task-text">
      ${status === null ? severityIcon('warning') : icon(status)}
      <span id=${`${id}-text`}>${guard([item.text], () => lineView(item.text))}</span>
    </p>
    ${standingView(place, item)}
    ${place.session.readOnly === null ? controlsView(place, model) : factsView(item)}
    ${experiment === null ? nothing : resultView(experiment)} ${strategyView(item)}
  </li>`;
}

function controlsView(place: PanelPlace, { item, id, example }: TaskModel): TemplateResult {
  const unknown = item.status === null ? [{ value: '', label: text.unknownStatus(markOf(place, item)) }] : [];
  const control = (name: 'due' | 'since', placeholder: string, commit: (typed: string) => string | null) =>
    fieldControl({ id: `${id}-${name}`, label: text[name], value: written(item, name), placeholder, commit });
  return html`<div class="panel-controls task-controls">
      ${selectControl(
        `${id}-status`,
        text.status,
        '',
        [...unknown, ...STATUSES.map((value) => ({ value, label: pageText.taskStatus[value] }))],
        {
          value: item.status ?? '',
          disabled: false,
          choose: (value) => {
            const status = STATUSES.find((one) => one === value);
            if (status !== undefined) changeStatus(place, item, status);
          },
        },
      )}
      ${control('due', text.dateShape, (typed) => typeDue(place, item, typed))}
      ${control('since', text.suchAs(example), (typed) => typeSince(place, item, typed, example))}
      ${segmentView(place, item, id)}
    </div>
    <details class="task-more" ?open=${isExperiment(item)}>
      <summary>${text.experiment}</summary>
      <div class="panel-controls task-controls">
        ${groupView(place, item, id, 'variant')}${groupView(place, item, id, 'control')}
      </div>
    </details>`;
}

function groupView(
  place: PanelPlace,
  item: PlaybookItem,
  id: string,
  group: 'control' | 'variant',
): TemplateResult {
  return fieldControl({
    id: `${id}-${group}`,
    label: text[group],
    value: written(item, group),
    placeholder: text.groups[group],
    commit: (typed) => typeGroup(place, item, group, typed),
  });
}

function segmentView(place: PanelPlace, item: PlaybookItem, id: string): TemplateResult | typeof nothing {
  const names = place.session.notebook.segments.filter((name) => name !== '');
  const own = item.segment;
  const all = own === null || names.includes(own) ? names : [...names, own];
  if (all.length === 0) return nothing;
  // No name begins with this sign's value: '' is nobody's name.
  const options = [{ value: '', label: text.all }, ...all.map((name) => ({ value: name, label: name }))];
  return selectControl(`${id}-segment`, text.segment, '', options, {
    value: own ?? '',
    disabled: false,
    choose: (value) => changeSegment(place, item, value === '' ? null : value),
  });
}

/** What a locked file says of a task. */
function factsView(item: PlaybookItem): TemplateResult {
  const facts = [
    item.status === null ? null : pageText.taskStatus[item.status],
    item.due === null ? null : `${text.due} ${formatDay(item.due)}`,
    item.since === null ? null : `${text.since} ${formatPeriod(item.since)}`,
    item.segment,
  ].filter((fact) => fact !== null);
  return html`<p class="task-facts">${facts.join(pageText.separator)}</p>`;
}

/** What is late, what it answers, and what cannot be read. */
function standingView({ session }: PanelPlace, item: PlaybookItem): TemplateResult | typeof nothing {
  const due = dueOf(item, session.notebook.today, session.numbers);
  const bad = (['due', 'since'] as const).filter((name) => item[name] === null && written(item, name) !== '');
  if (due === null && bad.length === 0 && item.reason === null) return nothing;
  return html`<p class="task-facts">
    ${
      due === null
        ? nothing
        : html`<span class=${due.late ? 'task-late' : ''}
            >${due.late ? severityIcon('warning') : nothing}${due.sentence}</span
          >`
    }
    ${item.reason === null ? nothing : html`<span>${text.answers(item.reason)}</span>`}
    ${bad.map((name) => html`<span>${severityIcon('warning')}${text.badAttribute(text[name], written(item, name))}</span>`)}
  </p>`;
}

function resultView({ verdict, sentence, comparison }: Experiment): TemplateResult {
  return html`<p class="task-result" data-verdict=${verdict}>
    <strong>${text.verdict[verdict]}</strong> ${sentence}
    <span class="task-test">${text.test[comparison.test]}</span>
  </p>`;
}

function strategyView({ strategy }: PlaybookItem): TemplateResult | typeof nothing {
  const found = strategy === null ? null : strategyById(strategy);
  if (found === null) return nothing;
  return html`<details class="task-more">
    <summary>${text.checklist}</summary>
    <ul>
      ${found.checklist.map((step) => html`<li>${step}</li>`)}
    </ul>
    <p>
      ${found.measure === null ? nothing : `${text.measure}: ${found.measure}. `}${text.source(GUIDES[found.guide])}
    </p>
  </details>`;
}

/** An attribute as the file has it, also where it cannot be read. */
function written({ attributes }: PlaybookItem, name: string): string {
  return attributes.find(({ key }) => key === name)?.value ?? '';
}

function isExperiment(item: PlaybookItem): boolean {
  return written(item, 'control') !== '' || written(item, 'variant') !== '';
}

function markOf({ session }: PanelPlace, { markRange }: PlaybookItem): string {
  return session.notebook.document.text.slice(markRange.start, markRange.end);
}
