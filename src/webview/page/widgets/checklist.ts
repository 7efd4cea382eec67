import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from './icons';
import { placeMenu } from './placeMenu';

export interface ChecklistOptions {
  /** Of the element, unique in the page. */
  readonly id: string;
  readonly label: string;
  /** What the button says: what is checked, in short. */
  readonly summary: string;
  readonly names: readonly string[];
  readonly isChecked: (name: string) => boolean;
  /** What the box for all of them, the field that narrows the list and an empty list say. */
  readonly words: { readonly all: string; readonly search: string };
  /** Called with each change: the names that are to be checked now. */
  readonly check: (names: readonly string[]) => void;
}

/**
 * A list to choose several of, below its label: a button opens it, what is typed narrows it, each box takes effect at
 * once. The box for all of them is about those that are listed.
 */
export function checklist(options: ChecklistOptions): TemplateResult {
  const { id, label, summary, names, isChecked, words, check } = options;
  const checked = names.filter(isChecked);
  return html`<div class="control">
    <label class="control-label" for=${id}>${label}</label>
    <span class="menu-host">
      <button
        id=${id}
        class="checklist-button"
        aria-haspopup="dialog"
        aria-expanded="false"
        aria-label="${label}: ${summary}"
        @click=${open}
      >
        ${summary}${icon('down')}
      </button>
      <div
        class="menu checklist"
        role="dialog"
        aria-label=${label}
        popover="auto"
        @keydown=${close}
        @toggle=${toggled}
      >
        <input
          class="text-input"
          type="search"
          spellcheck="false"
          autocomplete="off"
          aria-label=${words.search}
          placeholder=${words.search}
          @input=${narrow}
        />
        <label class="column-menu-value">
          <input
            type="checkbox"
            .checked=${live(checked.length === names.length)}
            .indeterminate=${live(checked.length > 0 && checked.length < names.length)}
            @change=${(event: Event) => {
              const { list, box } = partsOf(event);
              const hidden = new Set(
                [...list.querySelectorAll<HTMLElement>('label[hidden]')].map(
                  ({ dataset }) => dataset['name'],
                ),
              );
              check(names.filter((name) => (hidden.has(name) ? isChecked(name) : box.checked)));
            }}
          />
          ${words.all}
        </label>
        <div class="checklist-list">
          ${repeat(
            names,
            (name) => name,
            (name) =>
              html`<label class="column-menu-value" data-name=${name}>
                <input
                  type="checkbox"
                  .checked=${live(isChecked(name))}
                  @change=${(event: Event) => {
                    const { box } = partsOf(event);
                    check(names.filter((other) => (other === name ? box.checked : isChecked(other))));
                  }}
                />
                <span class="column-menu-name" title=${name}>${name}</span>
              </label>`,
          )}
        </div>
      </div>
    </span>
  </div>`;
}

function partsOf(event: Event): { button: HTMLElement; list: HTMLElement; box: HTMLInputElement } {
  const host = (event.currentTarget as HTMLElement).closest('.menu-host')!;
  return {
    button: host.querySelector<HTMLElement>('button')!,
    list: host.querySelector<HTMLElement>('.checklist')!,
    box: event.currentTarget as HTMLInputElement,
  };
}

function open(event: Event): void {
  const { button, list } = partsOf(event);
  if (list.matches(':popover-open')) {
    list.hidePopover();
    return;
  }
  list.showPopover();
  placeMenu(button, list);
  list.querySelector<HTMLInputElement>('input')?.focus();
}

function close(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  const { button, list } = partsOf(event);
  list.hidePopover();
  button.focus();
}

function toggled(event: Event): void {
  const { button } = partsOf(event);
  button.setAttribute('aria-expanded', (event as ToggleEvent).newState === 'open' ? 'true' : 'false');
}

function narrow(event: Event): void {
  const { list, box } = partsOf(event);
  const wanted = box.value.toLocaleLowerCase();
  for (const entry of list.querySelectorAll<HTMLElement>('label[data-name]')) {
    entry.hidden = !(entry.dataset['name'] ?? '').toLocaleLowerCase().includes(wanted);
  }
}
