import { MARGIN, moveAlong, placeInWindow, scrollHint } from '../widgets';

/** One entry of a context menu. */
export interface MenuEntry {
  readonly label: string;
  /** The key that does the same, as it is written on this system; '' for none. */
  readonly keys: string;
  /** Why it cannot be done now; shown on hover. Null when it can. */
  readonly disabled: string | null;
  run(): void;
}

/** Where a menu opens, in CSS pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/** Keys that follow each other within this time spell one word. */
const TYPING_MS = 700;

/**
 * The page's context menu. It is a popover of the browser: one is open at a time, Escape and a click elsewhere
 * close it, and it lies above everything. It stays inside the window, and scrolls where that is too low.
 */
export class ContextMenu {
  readonly #element = document.createElement('div');
  #typed = '';
  #typedAt = 0;
  #place: MenuPlace = { x: 0, y: 0 };
  #closed: () => void = () => undefined;

  constructor(parent: HTMLElement) {
    const menu = this.#element;
    menu.className = 'menu context-menu';
    menu.setAttribute('role', 'menu');
    menu.setAttribute('popover', 'auto');
    menu.tabIndex = -1;
    menu.addEventListener('keydown', (event) => this.#onKey(event));
    menu.addEventListener('contextmenu', (event) => event.preventDefault());
    menu.addEventListener('pointermove', (event) => this.#onHover(event));
    menu.addEventListener('toggle', (event) => {
      if (event.newState === 'closed') this.#onClosed();
    });
    scrollHint(menu);
    parent.append(menu);
  }

  get isOpen(): boolean {
    return this.#element.matches(':popover-open');
  }

  /**
   * Opens the menu.
   *
   * @param groups entries, with a line between groups; empty groups are left out
   * @param closed called once it is closed, before an entry runs: gives the focus back
   */
  open(label: string, groups: readonly (readonly MenuEntry[])[], place: MenuPlace, closed: () => void): void {
    this.close();
    const menu = this.#element;
    menu.setAttribute('aria-label', label);
    const filled = groups.filter((entries) => entries.length > 0);
    if (filled.length === 0) return;
    menu.replaceChildren(
      ...filled.flatMap((entries, index) => [
        ...(index > 0 ? [separator()] : []),
        ...entries.map((entry) => this.#item(entry)),
      ]),
    );
    this.#closed = closed;
    this.#place = place;
    this.#typed = '';
    menu.showPopover();
    this.#put();
    window.addEventListener('resize', this.#put);
    this.#items()[0]?.focus({ preventScroll: true });
    menu.scrollTop = 0;
  }

  close(): void {
    if (this.isOpen) this.#element.hidePopover();
  }

  dispose(): void {
    this.close();
    window.removeEventListener('resize', this.#put);
    this.#element.remove();
  }

  #onClosed(): void {
    window.removeEventListener('resize', this.#put);
    // A click elsewhere has put the focus there already.
    if (document.activeElement === document.body || this.#element.contains(document.activeElement))
      this.#closed();
  }

  #item(entry: MenuEntry): HTMLElement {
    const item = document.createElement('button');
    item.type = 'button';
    item.className = 'menu-item';
    item.setAttribute('role', 'menuitem');
    item.tabIndex = -1;
    const name = document.createElement('span');
    name.textContent = entry.label;
    item.append(name);
    if (entry.keys !== '') {
      const keys = document.createElement('span');
      keys.className = 'menu-keys';
      keys.textContent = entry.keys;
      keys.setAttribute('aria-hidden', 'true');
      item.setAttribute('aria-keyshortcuts', entry.keys);
      item.append(keys);
    }
    if (entry.disabled !== null) {
      item.setAttribute('aria-disabled', 'true');
      item.title = entry.disabled;
    }
    item.addEventListener('click', () => {
      if (entry.disabled !== null) return;
      // The focus first: what runs may use it, or take it elsewhere.
      this.close();
      this.#closed();
      entry.run();
    });
    return item;
  }

  #items(): HTMLElement[] {
    return [...this.#element.querySelectorAll<HTMLElement>('.menu-item')];
  }

  readonly #put = (): void => {
    const menu = this.#element;
    const { x: left, y } = this.#place;
    placeInWindow(menu, ({ height }) => {
      // Above the place where there is no room below but above.
      const above = y + height + MARGIN > window.innerHeight && y - height >= MARGIN;
      return { left, top: above ? y - height : y };
    });
    // In a window that became lower.
    menu.querySelector('.menu-item:focus')?.scrollIntoView({ block: 'nearest' });
  };

  #onHover(event: PointerEvent): void {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('.menu-item') : null;
    if (item !== null && item !== document.activeElement) item.focus({ preventScroll: true });
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (moveAlong(event, items, { arrows: 'vertical', round: true })) return;
    if (event.key === 'Escape' || event.key === 'Tab') {
      this.close();
      this.#closed();
    } else if (event.key === 'Enter' || event.key === ' ') items[at]?.click();
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey)
      this.#spell(event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Typing goes to the next entry that begins so. */
  #spell(letter: string): void {
    const now = performance.now();
    this.#typed = (now - this.#typedAt < TYPING_MS ? this.#typed : '') + letter.toLowerCase();
    this.#typedAt = now;
    const items = this.#items();
    const at = items.indexOf(document.activeElement as HTMLElement);
    // One letter goes on from here, a longer word may still mean this entry.
    const from = this.#typed.length > 1 ? at : at + 1;
    const order = [...items.slice(Math.max(0, from)), ...items.slice(0, Math.max(0, from))];
    order.find((item) => item.textContent.toLowerCase().startsWith(this.#typed))?.focus();
  }
}

function separator(): HTMLElement {
  const line = document.createElement('div');
  line.className = 'menu-line';
  line.setAttribute('role', 'separator');
  return line;
}
