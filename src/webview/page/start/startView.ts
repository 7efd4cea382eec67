import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { text } from '../text';

/** The friendly start of a file without rows. */
export interface StartModel {
  /** The period offered. */
  readonly period: string;
  /** What is wrong with what was typed, else null. */
  readonly error: string | null;
}

/** @param add takes the period typed */
export function startView({ period, error }: StartModel, add: (period: string) => void): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const input = (event.currentTarget as HTMLFormElement).querySelector('input');
    if (input !== null) add(input.value.trim());
  };
  return html`<div class="start">
    <div class="start-card">
      <h2>${text.empty.heading}</h2>
      <p>${text.empty.body}</p>
      <form class="start-form" @submit=${submit}>
        <div class="control">
          <label class="control-label" for="first-period">${text.empty.firstPeriod}</label>
          <input
            id="first-period"
            class="text-input start-input"
            type="text"
            autocomplete="off"
            spellcheck="false"
            title=${text.empty.firstPeriodHint}
            value=${period}
            aria-invalid=${error === null ? nothing : 'true'}
            aria-describedby=${error === null ? nothing : 'first-period-error'}
          />
        </div>
        <button class="button" type="submit">${text.empty.add}</button>
        ${
          error === null
            ? nothing
            : html`<div id="first-period-error" class="start-error" role="alert">${error}</div>`
        }
      </form>
    </div>
  </div>`;
}
