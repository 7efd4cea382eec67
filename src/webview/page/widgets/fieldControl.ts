import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { field } from './field';

/** A one-line field of the file with its label, and the place where it says what is wrong. */
export interface FieldControl {
  readonly id: string;
  readonly label: string;
  /** What the file has. */
  readonly value: string;
  readonly placeholder: string;
  /** See `FieldOptions`. */
  readonly commit: (typed: string) => string | null;
}

/**
 * A field below its label that takes effect when it is left or Enter is pressed; see `field`.
 *
 * @example
 * fieldControl({ id: 'due', label: 'Due', value: '', placeholder: '2024-11-30', commit })
 */
export function fieldControl({ id, label, value, placeholder, commit }: FieldControl): TemplateResult {
  return html`<div class="control">
    <label class="control-label" for=${id}>${label}</label>
    <input
      class="text-input"
      id=${id}
      type="text"
      spellcheck="false"
      autocomplete="off"
      placeholder=${placeholder}
      aria-describedby=${`${id}-error`}
      ${field({ value, commit, refuse: (message) => refuse(id, message) })}
    />
    <p class="control-error" id=${`${id}-error`} role="alert" hidden></p>
  </div>`;
}

/** Belongs to what is typed, which no template knows either. */
function refuse(id: string, message: string | null): void {
  const error = document.getElementById(`${id}-error`);
  if (error === null) return;
  error.hidden = message === null;
  if (error.textContent !== message) error.textContent = message;
  const input = document.getElementById(id);
  if (message === null) input?.removeAttribute('aria-invalid');
  else input?.setAttribute('aria-invalid', 'true');
}
