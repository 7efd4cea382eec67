import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MetricResult, VersionName } from '../../../core';
import { NO_VALUE } from '../text';
import { textInput } from '../widgets';
import type { ConflictsActions, ConflictsModel, Contested } from './conflictsView';
import type { Hand } from './hand';
import { hasCells, LINES } from './hand';
import { conflictsText as text } from './text';
import type { VersionRow } from './versions';
import { versionsOf } from './versions';
import { nameOf } from './words';

/** One conflict: its versions beneath each other, each with the button that takes it. */
export function cardView(
  contested: Contested,
  model: ConflictsModel,
  actions: ConflictsActions,
): TemplateResult {
  const { key, part, hunk } = contested;
  const { locked, numbers } = model;
  const hand = model.hand?.key === key ? model.hand : null;
  const name = nameOf(part);
  const id = `conflict-${key.replaceAll(/[^A-Za-z0-9-]/g, '_')}`;
  return html`<li class="conflict" data-key=${key}>
    <div class="conflict-head">
      <h2 class="conflict-name" id=${id}>${name}</h2>
      <span class="conflict-line">${text.line(numbers.count(hunk.line))}</span>
      <span class="notice-actions">
        ${
          part.choices.includes('both')
            ? html`<button
                class="button button-secondary"
                data-take="both"
                aria-label=${text.takeLong.both(name)}
                ?disabled=${locked}
                @click=${() => actions.take(contested, 'both')}
              >
                ${text.take.both}
              </button>`
            : nothing
        }
        <button
          class="button button-secondary conflict-by-hand"
          aria-label=${text.byHandLong(name)}
          aria-expanded=${hand === null ? 'false' : 'true'}
          ?disabled=${locked}
          @click=${() => (hand === null ? actions.beginHand(contested) : actions.cancelHand(contested))}
        >
          ${text.byHand}
        </button>
        <button
          class="button button-secondary"
          aria-label=${text.textLong(name)}
          @click=${() => actions.openAsText(hunk.range.start)}
        >
          ${text.openAsText}
        </button>
      </span>
    </div>
    <div class="conflict-scroll" tabindex="-1">
      <table class="conflict-table" aria-labelledby=${id}>
        ${part.kind === 'row' ? rowTable(contested, model, actions, hand) : lineTable(contested, model, actions)}
      </table>
    </div>
    ${hand === null ? nothing : handFoot(contested, hand, model, actions)}
  </li>`;
}

function rowTable(
  contested: Contested,
  model: ConflictsModel,
  actions: ConflictsActions,
  hand: Hand | null,
): TemplateResult {
  const { comparison, part } = contested;
  const { columns, versions } = comparison;
  const byHand = hand !== null && hasCells(part);
  return html`<thead>
      <tr>
        <th scope="col">${text.versionColumn}</th>
        ${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}
        <th scope="col">${text.crr}</th>
        <th scope="col">${text.gap}</th>
      </tr>
    </thead>
    <tbody>
      ${versions.map(
        (row) =>
          html`<tr>
            ${takeCell(contested, row.version, model, actions)}
            ${rowCells(row, columns.length, contested, model)}
          </tr>`,
      )}
      ${
        byHand
          ? html`<tr class="conflict-hand" @keydown=${handKeys(contested, actions)}>
              <th scope="row">${text.hand}</th>
              ${columns.map((column) => html`<td>${handCell(column, contested, hand, actions)}</td>`)}
              <td></td>
              <td></td>
            </tr>`
          : nothing
      }
    </tbody>`;
}

/** The name of a version, and the button that takes it. */
function takeCell(
  contested: Contested,
  version: VersionName,
  { locked }: ConflictsModel,
  actions: ConflictsActions,
): TemplateResult {
  const label = contested.hunk.labels[version];
  return html`<th scope="row">
    <span class="conflict-version">
      <button
        class="button ${version === 'base' ? 'button-secondary' : ''}"
        data-take=${version}
        aria-label=${text.takeLong[version](nameOf(contested.part))}
        ?disabled=${locked}
        @click=${() => actions.take(contested, version)}
      >
        ${text.take[version]}
      </button>
      <span class="conflict-label">${label === null || label === '' ? nothing : label}</span>
    </span>
  </th>`;
}

function rowCells(
  { cells, crr, gapPoints }: VersionRow,
  columns: number,
  { part }: Contested,
  { numbers }: ConflictsModel,
): TemplateResult {
  if (cells === null)
    return html`<td class="conflict-missing" colspan=${columns + 2}>${text.missing[part.kind]}</td>`;
  return html`${cells.map(({ text: content, contested }) =>
      contested
        ? html`<td class="is-contested">
            <span class="conflict-mark" aria-hidden="true">≠</span
            ><span class="visually-hidden">${text.differs}: </span>${content === '' ? NO_VALUE : content}
          </td>`
        : html`<td>${content}</td>`,
    )}
    <td class="conflict-figure">${figure(crr, (value) => numbers.percent(value))}</td>
    <td class="conflict-figure">${figure(gapPoints, (value) => numbers.signedPoints(value))}</td>`;
}

function figure(result: MetricResult | null, write: (value: number) => string): TemplateResult {
  if (result === null || result.value === null)
    return html`<span title=${result === null ? '' : result.message}>${NO_VALUE}</span>`;
  return html`${write(result.value)}`;
}

function handCell(
  { name, label, contested }: Contested['comparison']['columns'][number],
  { part }: Contested,
  { texts, error }: Hand,
  actions: ConflictsActions,
): TemplateResult | string {
  if (!contested) return '';
  return textInput({
    className: 'text-input conflict-input',
    name: text.cellByHand(label, nameOf(part)),
    value: texts[name] ?? '',
    typed: (typed) => actions.type(name, typed),
    invalid: error !== null,
    errorId: 'conflict-error',
  });
}

/** Settings and other lines as they stand in the file. */
function lineTable(contested: Contested, model: ConflictsModel, actions: ConflictsActions): TemplateResult {
  const { part } = contested;
  return html`<thead class="visually-hidden">
      <tr>
        <th scope="col">${text.versionColumn}</th>
        <th scope="col">${text.content}</th>
      </tr>
    </thead>
    <tbody>
      ${versionsOf(part).map((version) => {
        const content = part[version];
        return html`<tr>
          ${takeCell(contested, version, model, actions)}
          <td class=${content === null ? 'conflict-missing' : 'conflict-lines'}>
            ${content === null ? text.missing[part.kind] : html`<pre tabindex="0">${content.trimEnd()}</pre>`}
          </td>
        </tr>`;
      })}
    </tbody>`;
}

/** The field for lines, what was wrong, and the way out. */
function handFoot(
  contested: Contested,
  { texts, error }: Hand,
  { locked }: ConflictsModel,
  actions: ConflictsActions,
): TemplateResult {
  const name = nameOf(contested.part);
  const lines = texts[LINES];
  return html`<div class="conflict-foot conflict-hand" @keydown=${handKeys(contested, actions)}>
    ${
      lines === undefined
        ? nothing
        : html`<textarea
            class="text-input conflict-textarea"
            spellcheck="false"
            rows=${Math.min(12, lines.split('\n').length + 1)}
            aria-label=${text.linesByHand(name)}
            .value=${lines}
            @input=${(event: Event) => actions.type(LINES, (event.target as HTMLTextAreaElement).value)}
          ></textarea>`
    }
    <p class="conflict-error" id="conflict-error" role="alert">${error ?? nothing}</p>
    <button
      class="button"
      aria-label=${text.writeLong(name)}
      ?disabled=${locked}
      @click=${() => actions.writeHand(contested)}
    >
      ${text.write}
    </button>
    <button class="button button-secondary" @click=${() => actions.cancelHand(contested)}>
      ${text.cancel}
    </button>
  </div>`;
}

/** Enter writes (in a field of several lines with Ctrl or Cmd), Escape gives up; undo is the field's own. */
function handKeys(contested: Contested, actions: ConflictsActions): (event: KeyboardEvent) => void {
  return (event) => {
    const { key, target, ctrlKey, metaKey, isComposing } = event;
    const mod = ctrlKey || metaKey;
    if (isComposing) return;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (key === 'Escape') {
      event.preventDefault();
      actions.cancelHand(contested);
    } else if (key === 'Enter' && (target instanceof HTMLInputElement || (isField && mod))) {
      event.preventDefault();
      event.stopPropagation();
      actions.writeHand(contested);
    } else if (isField && mod && /^[zy]$/i.test(key)) {
      // VS Code would undo the last edit of the file.
      event.stopPropagation();
    }
  };
}
