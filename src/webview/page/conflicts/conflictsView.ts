import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConflictHunk, ConflictPart, Conflicts, SideChoice } from '../../../core';
import type { NumberDisplay } from '../numbers';
import { severityIcon } from '../widgets';
import { cardView } from './cardView';
import type { Hand } from './hand';
import { conflictsText as text } from './text';
import type { RowComparison } from './versions';
import { inConflict } from './words';

/** A part that somebody has to choose about. */
export interface Contested {
  /** Stays the same while other parts are resolved. */
  readonly key: string;
  readonly hunk: ConflictHunk;
  readonly part: ConflictPart;
  /** Of rows. */
  readonly comparison: RowComparison;
}

export interface ConflictsModel {
  readonly conflicts: Conflicts;
  readonly contested: readonly Contested[];
  /** So many of them are shown. */
  readonly shown: number;
  /** What is being written by hand, or null. */
  readonly hand: Hand | null;
  /** The user has just saved. */
  readonly saving: boolean;
  readonly locked: boolean;
  readonly numbers: NumberDisplay;
}

export interface ConflictsActions {
  take(contested: Contested, side: SideChoice): void;
  takeAll(side: 'ours' | 'theirs'): void;
  mergeRest(): void;
  mergeByRows(): void;
  beginHand(contested: Contested): void;
  /** Something was typed by hand: into a cell, by its column's name, or for the lines. */
  type(name: string, typed: string): void;
  writeHand(contested: Contested): void;
  cancelHand(contested: Contested): void;
  showMore(): void;
  openAsText(offset: number): void;
  openMergeEditor(): void;
}

/** What is in conflict, what can be done about all of it, and each conflict by itself. */
export function conflictsView(model: ConflictsModel, actions: ConflictsActions): TemplateResult {
  const { contested, shown, numbers, conflicts } = model;
  const more = contested.length - shown;
  return html`<section class="conflicts" aria-label=${text.region}>
    ${bannerView(model, actions)} ${strayView(conflicts, numbers, actions)}
    ${
      contested.length === 0
        ? nothing
        : html`<ol class="conflict-list" aria-label=${text.list}>
            ${repeat(
              contested.slice(0, shown),
              ({ key }) => key,
              (each) => cardView(each, model, actions),
            )}
          </ol>`
    }
    ${
      more <= 0
        ? nothing
        : html`<p class="conflict-more">
            <span>${text.more(more, numbers.count(more))}</span>
            <button class="button button-secondary" @click=${() => actions.showMore()}>
              ${text.showMore}
            </button>
          </p>`
    }
  </section>`;
}

function bannerView(model: ConflictsModel, actions: ConflictsActions): TemplateResult {
  const { conflicts, contested, numbers, locked, saving } = model;
  const { hunks, wholeHunks } = conflicts;
  const what = inConflict(contested, numbers);
  const title =
    hunks.length === 0
      ? text.onlyMarkers
      : contested.length === 0
        ? text.nothingContested
        : text.between(what, text.theirs(hunks[0]!.labels.theirs));
  const rest = hunks.filter(({ parts }) => !parts.some((part) => part.contested)).length;
  const all = (label: string, run: () => void): TemplateResult =>
    html`<button class="button button-secondary" ?disabled=${locked} @click=${run}>${label}</button>`;
  return html`<div class="notice notice-warning">
    <span class="notice-icon">${severityIcon('warning')}</span>
    <div class="notice-text">
      <p><strong>${title}.</strong> ${locked ? text.locked : text.how}</p>
      ${wholeHunks === null ? nothing : html`<p>${wholeHunks}</p>`}
      ${rest === 0 ? nothing : html`<p>${text.mergesItself(rest, numbers.count(rest))}</p>`}
      <p class="conflict-saved" role="status">
        ${saving ? text.saved(contested.length > 0 ? what : title) : nothing}
      </p>
    </div>
    <span class="notice-actions">
      ${rest === 0 ? nothing : all(text.merge, () => actions.mergeRest())}
      ${wholeHunks === null ? nothing : all(text.mergeByRows, () => actions.mergeByRows())}
      ${
        contested.length === 0
          ? nothing
          : html`${all(text.allOurs, () => actions.takeAll('ours'))}
            ${all(text.allTheirs, () => actions.takeAll('theirs'))}`
      }
      <button class="button button-secondary" @click=${() => actions.openMergeEditor()}>
        ${text.openMergeEditor}
      </button>
      <button class="button button-secondary" @click=${() => actions.openAsText(hunks[0]?.range.start ?? 0)}>
        ${text.openAsText}
      </button>
    </span>
  </div>`;
}

/** Markers without a partner: only the text shows what they belong to. */
function strayView(
  { problems }: Conflicts,
  numbers: NumberDisplay,
  actions: ConflictsActions,
): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  return html`<ul class="conflict-stray">
    ${problems.slice(0, MOST_STRAY).map(({ line, message, range }) => {
      const number = numbers.count(line);
      return html`<li>
        <span>${text.stray(number, message)}</span>
        <button
          class="button button-secondary"
          aria-label=${text.strayTextLong(number)}
          @click=${() => actions.openAsText(range.start)}
        >
          ${text.strayText}
        </button>
      </li>`;
    })}
  </ul>`;
}

const MOST_STRAY = 5;
