import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A one-line field that always shows `value` and takes effect with every character. */
export interface TextInput {
  readonly className: string;
  readonly value: string;
  readonly typed: (text: string) => void;
  /** Accessible name; without it, that of the label around the field. */
  readonly name?: string;
  readonly placeholder?: string;
  readonly type?: 'text' | 'search';
  /** Numbers are typed: a keyboard on the screen shows digits. */
  readonly decimal?: boolean;
  /** True when what is in it is wrong. */
  readonly invalid?: boolean;
  /** The element that says what is wrong. */
  readonly errorId?: string;
  readonly disabled?: boolean;
  /** The list that it leads while the focus stays in it, and the entry of it that is meant. */
  readonly leads?: { readonly list: string; readonly entry: string | null };
}

/**
 * A field of a widget, as what is typed is wanted at once. For settings of the file, which are taken over when
 * the field is left, see `field`.
 *
 * @example
 * textInput({ className: 'text-input', name: 'Search values', value: search, typed: (text) => find(text) })
 */
export function textInput(input: TextInput): TemplateResult {
  const invalid = input.invalid === true;
  return html`<input
    class=${input.className}
    type=${input.type ?? 'text'}
    inputmode=${input.decimal === true ? 'decimal' : nothing}
    spellcheck="false"
    autocomplete="off"
    role=${input.leads === undefined ? nothing : 'combobox'}
    aria-expanded=${input.leads === undefined ? nothing : 'true'}
    aria-controls=${input.leads?.list ?? nothing}
    aria-activedescendant=${input.leads?.entry ?? nothing}
    aria-label=${input.name ?? nothing}
    aria-invalid=${invalid ? 'true' : nothing}
    aria-describedby=${invalid ? (input.errorId ?? nothing) : nothing}
    placeholder=${input.placeholder ?? nothing}
    ?disabled=${input.disabled === true}
    .value=${live(input.value)}
    @input=${(event: Event) => input.typed((event.target as HTMLInputElement).value)}
  />`;
}
