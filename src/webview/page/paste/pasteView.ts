import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { NumberStyle } from '../../../core';
import { severityIcon } from '../widgets';
import type { NumberDisplay } from '../numbers';
import type { SkippedGroup } from './pasteSummary';
import { text } from '../text';

/** Pasted numbers of a column that are not written as the file writes numbers. */
export interface NumberQuestion {
  /** The file's column, and its name for people. */
  readonly column: number;
  readonly label: string;
  /** Such numbers in the column. */
  readonly count: number;
  /** One way to read them, or two to choose from. */
  readonly styles: readonly NumberStyle[];
}

/** Cells that were left, with the words for their place. */
export interface SkippedPlace {
  readonly group: SkippedGroup;
  readonly place: string;
  /** Rows of the file, from 0. */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** What there is to say after a paste. */
export interface PasteModel {
  readonly skipped: readonly SkippedPlace[];
  readonly questions: readonly NumberQuestion[];
  /** Whether the list of what was left is open. */
  readonly expanded: boolean;
}

export interface PasteActions {
  toggle(): void;
  goTo(skipped: SkippedPlace): void;
  convert(question: NumberQuestion, style: NumberStyle): void;
  dismiss(): void;
}

const LONGEST = 60;

/** What a paste left out, and what it brought that needs a decision. Escape closes it. */
export function pasteView(
  { skipped, questions, expanded }: PasteModel,
  actions: PasteActions,
  numbers: NumberDisplay,
): TemplateResult | typeof nothing {
  if (skipped.length === 0 && questions.length === 0) return nothing;
  const closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    actions.dismiss();
  };
  return html`<section
    class="notice notice-info paste"
    aria-label=${text.paste.region}
    @keydown=${closeOnEscape}
  >
    <span class="notice-icon">${severityIcon('info')}</span>
    <div class="notice-text">
      ${
        // The grid has announced it.
        skipped.length === 0 ? nothing : html`<p>${skippedSentence(skipped, numbers)}</p>`
      }
      <div role="status">
        ${questions.map((question) => html`<p>${questionSentence(question, numbers)}</p>`)}
      </div>
      ${questions.map((question) => choices(question, actions))}
      ${expanded && skipped.length > 0 ? list(skipped, actions) : nothing}
    </div>
    <span class="notice-actions">
      ${
        skipped.length === 0
          ? nothing
          : html`<button
              class="button button-secondary"
              aria-expanded=${expanded ? 'true' : 'false'}
              aria-controls="paste-list"
              @click=${() => actions.toggle()}
            >
              ${expanded ? text.paste.hide : text.paste.show}
            </button>`
      }
      <button class="button button-secondary" @click=${() => actions.dismiss()}>${text.paste.dismiss}</button>
    </span>
  </section>`;
}

function skippedSentence(skipped: readonly SkippedPlace[], numbers: NumberDisplay): string {
  const count = skipped.reduce((sum, { group }) => sum + group.count, 0);
  return text.paste.skipped(count, numbers.count(count));
}

function questionSentence({ count, label, styles }: NumberQuestion, numbers: NumberDisplay): string {
  const { from } = styles[0]!;
  return text.paste.numbers(count, numbers.count(count), label, from, styles.length > 1);
}

function choices(question: NumberQuestion, actions: PasteActions): TemplateResult {
  return html`<p class="paste-choices">
    ${question.styles.map(
      (style) =>
        html`<button
          class="button"
          aria-label=${text.paste.readAsLong(style.from, style.to, question.label)}
          @click=${() => actions.convert(question, style)}
        >
          ${text.paste.readAs(style.to)}
        </button>`,
    )}
    <span>${text.paste.wholeColumn(question.label)}</span>
  </p>`;
}

function list(skipped: readonly SkippedPlace[], actions: PasteActions): TemplateResult {
  return html`<ul class="refused" id="paste-list" aria-label=${text.paste.list}>
    ${skipped.map(
      (each) =>
        html`<li class="refused-edit paste-left">
          <button
            class="button button-secondary"
            aria-label=${text.paste.goToPlace(each.place)}
            @click=${() => actions.goTo(each)}
          >
            ${text.paste.goTo}
          </button>
          <span class="refused-edit">
            <span class="refused-place">${each.place}:</span>
            <span>${text.paste.reason[each.group.reason]}</span>
            <code class="refused-typed">${sample(each.group)}</code>
          </span>
        </li>`,
    )}
  </ul>`;
}

/** What was to be pasted there, in short. */
function sample({ texts, count }: SkippedGroup): string {
  const joined = texts.map((each) => each.slice(0, LONGEST).replace(/\s+/g, ' ')).join(text.refused.join);
  return count > texts.length || joined.length > 4 * LONGEST
    ? `${joined.slice(0, 4 * LONGEST)} \u2026`
    : joined;
}
