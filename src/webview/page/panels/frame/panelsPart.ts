import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Session } from '../../session';
import type { Panel, PanelActions, PanelId, PanelOptions, PanelPlace } from './panel';
import { panelBar } from './panelBar';
import { panelFrame } from './panelFrame';
import { PanelsRoom } from './panelsRoom';
import type { PanelsState } from './panelsState';
import { splitterView } from './splitter';
import { frameText } from './text';

export interface PanelsHooks {
  readonly session: () => Session;
  readonly actions: PanelActions;
  /** What shall outlast a reload has changed. */
  readonly changed: () => void;
  readonly focusGrid: () => void;
}

/**
 * The cells of the notebook below the grid. A closed panel costs nothing; those in sight, or with something in them
 * that the file does not have yet, are drawn with the edit that changed them, the others when they come into sight.
 */
export class PanelsPart {
  #state: PanelsState;
  readonly #room: PanelsRoom;
  /** The panels whose frames are drawn, as they are in `#state`; null before the first time. */
  #framed: readonly PanelId[] | null = null;
  /** Open panels whose contents are behind what the notebook says. */
  readonly #stale = new Set<PanelId>();
  readonly #inSight = new Set<PanelId>();
  readonly #sizes = new ResizeObserver(() => this.#resized());
  readonly #sights: IntersectionObserver;

  /** @param panels in the order in which they are offered */
  constructor(
    private readonly host: HTMLElement,
    private readonly panels: readonly Panel[],
    kept: PanelsState,
    private readonly hooks: PanelsHooks,
  ) {
    this.#state = kept;
    this.#room = new PanelsRoom(host);
    this.#sights = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: '100px' });
    this.#sizes.observe(this.#room.page);
    host.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      this.hooks.focusGrid();
    });
  }

  /** What shall outlast a reload. */
  get state(): PanelsState {
    return this.#state;
  }

  /** The notebook has changed, or is drawn for the first time. */
  draw(): void {
    for (const id of this.#state.open) this.#stale.add(id);
    if (this.#framed === null) this.#drawFrames();
    this.#drawContents();
  }

  /** Opens a panel and goes to it. */
  open(id: PanelId): void {
    if (!this.#state.open.includes(id)) this.#toggle(id);
    const section = this.#section(id);
    section?.scrollIntoView({ block: 'nearest' });
    section?.focus();
  }

  /** The keys go to the line of buttons. */
  focusBar(): void {
    this.host.querySelector<HTMLElement>('.panel-toggle[tabindex="0"]')?.focus();
  }

  dispose(): void {
    this.#sizes.disconnect();
    this.#sights.disconnect();
    render(nothing, this.host);
  }

  #toggle(id: PanelId): void {
    const { open } = this.#state;
    const opening = !open.includes(id);
    const title = this.panels.find((panel) => panel.id === id)?.title ?? '';
    const next = opening ? [...open, id] : open.filter((other) => other !== id);
    this.#room.measure();
    this.#state = {
      ...this.#state,
      open: this.panels.map((panel) => panel.id).filter((other) => next.includes(other)),
    };
    if (opening) {
      this.#inSight.add(id);
    } else {
      this.#inSight.delete(id);
      this.#stale.delete(id);
    }
    this.#drawFrames();
    // One column more or less changes the width of them all.
    this.draw();
    if (opening) this.#section(id)?.scrollIntoView({ block: 'nearest' });
    this.hooks.actions.announce(opening ? frameText.opened(title) : frameText.closed(title));
    this.hooks.changed();
  }

  #close(id: PanelId): void {
    this.#toggle(id);
    this.host.querySelector<HTMLElement>(`.panel-toggle[data-panel="${id}"]`)?.focus();
  }

  #setOptions(id: PanelId, chosen: PanelOptions): void {
    const { options } = this.#state;
    this.#state = { ...this.#state, options: { ...options, [id]: { ...options[id], ...chosen } } };
    const panel = this.panels.find((other) => other.id === id);
    // Also out of sight: who chose something in it goes on there at once.
    if (panel !== undefined) this.#drawContent(panel);
    this.hooks.changed();
  }

  #resize(height: number, done: boolean): void {
    this.#state = { ...this.#state, height };
    this.#drawFrames();
    if (done) this.hooks.changed();
  }

  #resized(): void {
    if (!this.#room.isOutdated) return;
    this.#room.measure();
    this.#drawFrames();
    this.draw();
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const id = (target as HTMLElement).dataset['panel'] as PanelId;
      if (isIntersecting) this.#inSight.add(id);
      else this.#inSight.delete(id);
    }
    this.#drawContents();
  }

  #drawFrames(): void {
    const open = new Set(this.#state.open);
    render(
      html`${open.size === 0 ? nothing : this.#splitter()}
      ${panelBar(this.panels, open, (id) => this.#toggle(id))}
      ${
        open.size === 0
          ? nothing
          : html`<div
              class="panel-region ${this.#room.columns(open.size) === 2 ? 'is-two-columns' : ''}"
              role="group"
              aria-label=${frameText.region}
            >
              ${repeat(
                this.panels.filter(({ id }) => open.has(id)),
                ({ id }) => id,
                (panel) => panelFrame(panel, () => this.#close(panel.id)),
              )}
            </div>`
      }`,
      this.host,
    );
    const region = this.host.querySelector<HTMLElement>('.panel-region');
    if (region !== null) region.style.height = `${this.#room.height(this.#state.height)}px`;
    this.#watchFrames();
  }

  /** Others than before are to be watched when panels were opened or closed. */
  #watchFrames(): void {
    if (this.#framed === this.#state.open) return;
    this.#framed = this.#state.open;
    this.#sights.disconnect();
    for (const section of this.host.querySelectorAll('.panel')) this.#sights.observe(section);
  }

  /** Draws what is behind, as far as anybody sees it or may lose something. */
  #drawContents(): void {
    for (const panel of this.panels) {
      const { id } = panel;
      const isWanted = this.#inSight.has(id) || panel.holdsDraft?.(this.#optionsOf(id)) === true;
      if (isWanted && this.#stale.has(id)) this.#drawContent(panel);
    }
  }

  /** Each panel's contents are a rendering of their own, so that one panel's choice does not draw the others. */
  #drawContent(panel: Panel): void {
    const { id } = panel;
    const content = this.#section(id)?.querySelector<HTMLElement>('.panel-content');
    if (content === null || content === undefined) return;
    this.#stale.delete(id);
    render(panel.view(this.#placeOf(id)), content);
  }

  #placeOf(id: PanelId): PanelPlace {
    const { hooks } = this;
    const options = (): PanelOptions => this.#optionsOf(id);
    return {
      // Asked for when they are used: a panel out of sight is behind, and somebody may still be typing in it.
      get session() {
        return hooks.session();
      },
      get options() {
        return options();
      },
      width: this.#room.contentWidth(this.#state.open.length),
      actions: hooks.actions,
      setOption: (name, value) => this.#setOptions(id, { [name]: value }),
      setOptions: (chosen) => this.#setOptions(id, chosen),
    };
  }

  #optionsOf(id: PanelId): PanelOptions {
    return this.#state.options[id] ?? {};
  }

  #splitter(): TemplateResult {
    return splitterView({
      height: this.#room.height(this.#state.height),
      available: this.#room.available,
      resize: (height, done) => this.#resize(height, done),
    });
  }

  #section(id: PanelId): HTMLElement | null {
    return this.host.querySelector<HTMLElement>(`.panel[data-panel="${id}"]`);
  }
}
