import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ReadOnlyReason } from '../../../core';
import type { ReadOnlyCause } from '../../../protocol';
import { icon, severityIcon } from '../widgets';
import type { KeyedCell } from './refused';
import { text } from '../text';

/** What was typed and could not be applied. */
export interface RefusedEdit {
  readonly id: number;
  /** Where it belonged, for people: `row 2, lost`. */
  readonly place: string;
  /** What was typed; '' for a deletion. */
  readonly typed: string;
  /** Why it was not applied. */
  readonly reason: string;
  /** The cells it was typed into; none when it can only be copied. */
  readonly cells: readonly KeyedCell[];
}

export interface NoticeActions {
  openAsText(): void;
  openMergeEditor(): void;
  applyAgain(id: number): void;
  dismiss(id: number): void;
}

/** Why the file cannot be edited here, and the way out. Conflicts speak for themselves: see `ConflictsPart`. */
export function readOnlyView(
  reason: ReadOnlyReason | ReadOnlyCause | 'silent' | null,
  actions: NoticeActions,
): TemplateResult | typeof nothing {
  if (reason === null || reason === 'conflict-markers') return nothing;
  if (reason === 'silent') return silentView();
  return html`<div class="notice notice-${reason === 'newer-version' ? 'info' : 'warning'}" role="status">
    <span class="notice-icon">${icon('lock')}</span>
    <p class="notice-text"><strong>${text.readOnly.title}.</strong> ${text.readOnly[reason]}</p>
    <span class="notice-actions">
      <button class="button button-secondary" @click=${() => actions.openAsText()}>
        ${text.readOnly.openAsText}
      </button>
    </span>
  </div>`;
}

/** The host does not answer; VS Code itself can still be asked for a new window. */
export function silentView(): TemplateResult {
  return html`<div class="notice notice-warning" role="alert">
    <span class="notice-icon">${severityIcon('error')}</span>
    <p class="notice-text"><strong>${text.readOnly.title}.</strong> ${text.readOnly.silent}</p>
    <span class="notice-actions">
      <a class="button" href="command:workbench.action.reloadWindow">${text.readOnly.reload}</a>
    </span>
  </div>`;
}

/** The page failed; the file is as it was. */
export function failureView(actions: Pick<NoticeActions, 'openAsText'>): TemplateResult {
  return html`<div class="notice notice-warning" role="alert">
    <span class="notice-icon">${severityIcon('error')}</span>
    <p class="notice-text">${text.failure}</p>
    <span class="notice-actions">
      <button class="button" @click=${() => actions.openAsText()}>${text.readOnly.openAsText}</button>
    </span>
  </div>`;
}

/** Edits that met a changed file. Each keeps what was typed until its author decides. */
export function refusedView(
  edits: readonly RefusedEdit[],
  actions: NoticeActions,
): TemplateResult | typeof nothing {
  if (edits.length === 0) return nothing;
  return html`<div class="notice notice-warning" role="alert">
    <span class="notice-icon">${severityIcon('warning')}</span>
    <div class="notice-text">
      <p><strong>${text.refused.title(edits.length)}.</strong> ${text.refused.why}</p>
      <ul class="refused">
        ${edits.map((edit) => refusedItem(edit, actions))}
      </ul>
    </div>
  </div>`;
}

function refusedItem(
  { id, place, typed, reason, cells }: RefusedEdit,
  actions: NoticeActions,
): TemplateResult {
  const canApply = cells.length > 0;
  return html`<li class="refused-edit">
    <span class="refused-place">${place}</span>
    <code class="refused-typed" title=${reason}>${typed === '' ? text.refused.nothing : typed}</code>
    ${canApply ? nothing : html`<span class="refused-gone">${text.refused.cannotApply}</span>`}
    <span class="notice-actions">
      ${
        canApply
          ? html`<button class="button" @click=${() => actions.applyAgain(id)}>
              ${text.refused.applyAgain}
            </button>`
          : nothing
      }
      <button class="button button-secondary" @click=${() => actions.dismiss(id)}>
        ${text.refused.dismiss}
      </button>
    </span>
  </li>`;
}
