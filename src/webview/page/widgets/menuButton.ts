import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { moveAlong } from './moveAlong';
import { placeMenu } from './placeMenu';
import { scrollHint } from './scrollHint';

/** One entry of a menu. */
export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
}

export interface MenuButtonOptions {
  readonly label: string;
  /** Accessible name of the menu. */
  readonly menuLabel: string;
  readonly items: readonly MenuItem[];
}

/**
 * A button that opens a menu. The menu is a popover of the browser: one is open at a time, Escape and a
 * click elsewhere close it, and it lies above everything without being cut off by a scrolling parent.
 */
export function menuButton({ label, menuLabel, items }: MenuButtonOptions): TemplateResult {
  return html`<span class="menu-host">
    <button class="button" aria-haspopup="menu" aria-expanded="false" @click=${open} @keydown=${openByArrow}>
      ${label}
    </button>
    <div
      class="menu"
      role="menu"
      popover="auto"
      aria-label=${menuLabel}
      @keydown=${moveInMenu}
      @toggle=${toggled}
      ${ref(hint)}
    >
      ${items.map(
        ({ label: name, run }) =>
          html`<button
            class="menu-item"
            role="menuitem"
            tabindex="-1"
            @click=${(event: Event) => {
              partsOf(event).menu.hidePopover();
              run();
            }}
          >
            ${name}
          </button>`,
      )}
    </div>
  </span>`;
}

function hint(menu: Element | undefined): void {
  if (menu instanceof HTMLElement) scrollHint(menu);
}

function partsOf(event: Event): { button: HTMLElement; menu: HTMLElement; items: HTMLElement[] } {
  const host = (event.currentTarget as HTMLElement).closest('.menu-host')!;
  const menu = host.querySelector<HTMLElement>('.menu')!;
  return {
    button: host.querySelector<HTMLElement>('button')!,
    menu,
    items: [...menu.querySelectorAll<HTMLElement>('.menu-item')],
  };
}

function open(event: Event): void {
  const { button, menu, items } = partsOf(event);
  if (menu.matches(':popover-open')) {
    menu.hidePopover();
    return;
  }
  menu.showPopover();
  placeMenu(button, menu);
  items[0]?.focus();
}

function openByArrow(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  open(event);
}

function moveInMenu(event: KeyboardEvent): void {
  const { button, menu, items } = partsOf(event);
  if (moveAlong(event, items, { arrows: 'vertical', round: true })) return;
  if (event.key !== 'Tab' && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  menu.hidePopover();
  button.focus();
}

function toggled(event: Event): void {
  const { button } = partsOf(event);
  button.setAttribute('aria-expanded', (event as ToggleEvent).newState === 'open' ? 'true' : 'false');
}
