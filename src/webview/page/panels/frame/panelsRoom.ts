import { fittingHeight } from './splitter';

/** From this width on, two panels stand side by side. */
const TWO_COLUMNS = 1060;
/** Between panels, and between their border and contents; the style sheet has the same. */
const GAP = 16;
const LEAST_CONTENT_WIDTH = 240;
/** Height the style sheet leaves the grid at least (13.5rem). */
const LEAST_GRID_HEIGHT = 216;
/** Part of the page's height that the panels take until somebody says otherwise: as much as leaves room for the rest. */
const USUAL_SHARE = 0.48;
const LEAST_USUAL_SHARE = 0.3;

/** How much room the page has for panels. Kept, because to measure it costs a layout of the page. */
export class PanelsRoom {
  #width = 0;
  #available = 0;
  /** Height of the panels unless somebody chose one. */
  #usual = 0;

  /** @param host what the panels are in, in its page */
  constructor(private readonly host: HTMLElement) {}

  /** What has the panels, the grid and all others in it. */
  get page(): HTMLElement {
    return this.host.parentElement ?? document.body;
  }

  /** Height of the page in CSS pixels. */
  get available(): number {
    return this.#available;
  }

  /** True when the page has another size than when it was measured. */
  get isOutdated(): boolean {
    const { clientWidth, clientHeight } = this.page;
    return clientWidth !== this.#width || clientHeight !== this.#available;
  }

  /** Without a choice, the panels leave the grid and all others their room, as far as there is any. */
  measure(): void {
    const { page } = this;
    this.#width = page.clientWidth;
    this.#available = page.clientHeight;
    const region = this.host.querySelector<HTMLElement>('.panel-region');
    const taken = page.scrollHeight - (region?.offsetHeight ?? 0) - spareOf(page);
    const share = Math.min(USUAL_SHARE * this.#available, this.#available - taken);
    this.#usual = Math.max(LEAST_USUAL_SHARE * this.#available, share);
  }

  /** Height of the panels in CSS pixels, if it is this one that somebody chose. */
  height(chosen: number | null): number {
    return fittingHeight(chosen ?? this.#usual, this.#available);
  }

  /** How many panels stand side by side when so many are open. */
  columns(open: number): 1 | 2 {
    return open > 1 && this.#width >= TWO_COLUMNS ? 2 : 1;
  }

  /** Width of the contents of each of them, in CSS pixels. */
  contentWidth(open: number): number {
    const columns = this.columns(open);
    const panel = Math.floor((this.#width - GAP * (columns + 1)) / columns);
    return Math.max(LEAST_CONTENT_WIDTH, panel - 2 * GAP - 2);
  }
}

/** How much higher the grid is than it has to be. */
function spareOf(page: HTMLElement): number {
  const grid = page.querySelector<HTMLElement>('.grid-slot');
  if (grid === null) return 0;
  return Math.max(0, grid.offsetHeight - LEAST_GRID_HEIGHT);
}
