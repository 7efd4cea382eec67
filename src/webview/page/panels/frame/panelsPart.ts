import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Session } from '../../session';
import { icon } from '../../widgets';
import type { Panel, PanelActions, PanelId, PanelOptions, PanelPlace } from './panel';
import { panelBar } from './panelBar';
import type { PanelsState } from './panelsState';
import { fittingHeight, splitterView } from './splitter';
import { frameText } from './text';

/** From this width on, two panels stand side by side. */
const TWO_COLUMNS = 1060;
/** Between panels, and between their border and contents; the style sheet has the same. */
const GAP = 16;
/** Height the style sheet leaves the grid at least (13.5rem). */
const LEAST_GRID_HEIGHT = 216;
/** Part of the page's height that the panels take until somebody says otherwise: as much as leaves room for the rest. */
const USUAL_SHARE = 0.48;
const LEAST_USUAL_SHARE = 0.3;

export interface PanelsHooks {
  readonly session: () => Session;
  readonly actions: PanelActions;
  /** What shall outlast a reload has changed. */
  readonly changed: () => void;
  readonly focusGrid: () => void;
}

/**
 * The cells of the notebook below the grid. A closed panel costs nothing; those in sight are drawn with the edit
 * that changed them, the others when they come into sight.
 */
export class PanelsPart {
  #state: PanelsState;
  #width = 0;
  /** Height of the page, and what the panels have of it unless somebody chose; measured, which costs a layout. */
  #available = 0;
  #usual = 0;
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
    this.#sights = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: '100px' });
    this.#sizes.observe(this.#page);
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
    const { open } = this.#state;
    if (open.length === 0 && this.host.childElementCount > 0) return;
    for (const id of open) this.#stale.add(id);
    this.#render();
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
    this.#measure();
    this.#state = {
      ...this.#state,
      open: this.panels.map((panel) => panel.id).filter((other) => next.includes(other)),
    };
    if (opening) {
      this.#stale.add(id);
      this.#inSight.add(id);
    } else {
      this.#inSight.delete(id);
      this.#stale.delete(id);
    }
    // One column more or less changes the width of them all.
    for (const other of this.#state.open) this.#stale.add(other);
    this.#render();
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
    this.#stale.add(id);
    this.#render();
    this.hooks.changed();
  }

  #resize(height: number, done: boolean): void {
    this.#state = { ...this.#state, height };
    this.#render();
    if (done) this.hooks.changed();
  }

  #resized(): void {
    const { clientWidth, clientHeight } = this.#page;
    if (clientWidth === this.#width && clientHeight === this.#available) return;
    this.#measure();
    this.draw();
  }

  /** Without a choice, the panels leave the grid and all others their room, as far as there is any. */
  #measure(): void {
    const page = this.#page;
    this.#width = page.clientWidth;
    this.#available = page.clientHeight;
    const region = this.host.querySelector<HTMLElement>('.panel-region');
    const taken = page.scrollHeight - (region?.offsetHeight ?? 0) - this.#spareOf(page);
    const share = Math.min(USUAL_SHARE * this.#available, this.#available - taken);
    this.#usual = Math.max(LEAST_USUAL_SHARE * this.#available, share);
  }

  /** How much higher the grid is than it has to be. */
  #spareOf(page: HTMLElement): number {
    const grid = page.querySelector<HTMLElement>('.grid-slot');
    if (grid === null) return 0;
    return Math.max(0, grid.offsetHeight - LEAST_GRID_HEIGHT);
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    let late = false;
    for (const { target, isIntersecting } of entries) {
      const id = (target as HTMLElement).dataset['panel'] as PanelId;
      if (isIntersecting) {
        this.#inSight.add(id);
        late ||= this.#stale.has(id);
      } else {
        this.#inSight.delete(id);
      }
    }
    if (late) this.#render();
  }

  #render(): void {
    const open = new Set(this.#state.open);
    const twoColumns = open.size > 1 && this.#width >= TWO_COLUMNS;
    render(
      html`${open.size === 0 ? nothing : this.#splitter()}
      ${panelBar(this.panels, open, (id) => this.#toggle(id))}
      ${
        open.size === 0
          ? nothing
          : html`<div
              class="panel-region ${twoColumns ? 'is-two-columns' : ''}"
              role="group"
              aria-label=${frameText.region}
            >
              ${repeat(
                this.panels.filter(({ id }) => open.has(id)),
                ({ id }) => id,
                (panel) => this.#frame(panel),
              )}
            </div>`
      }`,
      this.host,
    );
    const region = this.host.querySelector<HTMLElement>('.panel-region');
    if (region !== null) region.style.height = `${this.#height}px`;
    for (const section of this.host.querySelectorAll('.panel')) this.#sights.observe(section);
    this.#drawContents(twoColumns);
  }

  #frame({ id, title }: Panel): TemplateResult {
    return html`<section
      class="panel"
      id=${`panel-${id}`}
      data-panel=${id}
      tabindex="-1"
      aria-labelledby=${`panel-title-${id}`}
    >
      <header class="panel-header">
        <h2 class="panel-title" id=${`panel-title-${id}`}>${title}</h2>
        <button
          class="icon-button"
          aria-label=${frameText.close(title)}
          title=${frameText.close(title)}
          @click=${() => this.#close(id)}
        >
          ${icon('close')}
        </button>
      </header>
      <div class="panel-content"></div>
    </section>`;
  }

  /** Each panel's contents are a rendering of their own, so that one panel's choice does not draw the others. */
  #drawContents(twoColumns: boolean): void {
    const columns = twoColumns ? 2 : 1;
    const width = Math.max(240, Math.floor((this.#width - GAP * (columns + 1)) / columns) - 2 * GAP - 2);
    for (const panel of this.panels) {
      const { id } = panel;
      if (!this.#stale.has(id) || !this.#inSight.has(id)) continue;
      const content = this.#section(id)?.querySelector<HTMLElement>('.panel-content');
      if (content === null || content === undefined) continue;
      this.#stale.delete(id);
      const { hooks } = this;
      const options = (): PanelOptions => this.#state.options[id] ?? {};
      const place: PanelPlace = {
        // Asked for when they are used: a panel out of sight is behind, and somebody may still be typing in it.
        get session() {
          return hooks.session();
        },
        get options() {
          return options();
        },
        width,
        actions: hooks.actions,
        setOption: (name, value) => this.#setOptions(id, { [name]: value }),
        setOptions: (chosen) => this.#setOptions(id, chosen),
      };
      render(panel.view(place), content);
    }
  }

  #splitter(): TemplateResult {
    return splitterView({
      height: this.#height,
      available: this.#available,
      resize: (height, done) => this.#resize(height, done),
    });
  }

  get #height(): number {
    return fittingHeight(this.#state.height ?? this.#usual, this.#available);
  }

  get #page(): HTMLElement {
    return this.host.parentElement ?? document.body;
  }

  #section(id: PanelId): HTMLElement | null {
    return this.host.querySelector<HTMLElement>(`.panel[data-panel="${id}"]`);
  }
}
