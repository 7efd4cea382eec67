import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** One entry of a list to choose from. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly title?: string;
}

export interface SelectState {
  readonly value: string;
  readonly disabled: boolean;
  readonly choose: (value: string) => void;
}

/**
 * A list to choose one of, below its label: the browser's own, for the sake of its keys and its names.
 *
 * @param id of the element, unique in the page
 */
export function selectControl(
  id: string,
  label: string,
  hint: string,
  options: readonly SelectOption[],
  { value, disabled, choose }: SelectState,
): TemplateResult {
  return html`<div class="control">
    <label class="control-label" for=${id}>${label}</label>
    <span class="select">
      <select
        id=${id}
        title=${hint}
        ?disabled=${disabled}
        @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}
      >
        ${options.map(
          (option) =>
            html`<option
              value=${option.value}
              title=${option.title ?? nothing}
              .selected=${live(option.value === value)}
            >
              ${option.label}
            </option>`,
        )}
      </select>
    </span>
  </div>`;
}
