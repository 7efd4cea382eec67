import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { frameText } from './text';

/** Least height of the panels: a heading and something of its content. */
const LEAST_HEIGHT = 120;
/** One press of an arrow key. */
const STEP = 24;
/** How much of the page the panels may have, so that some rows of the table always stay. */
const MOST_SHARE = 0.7;

/** The edge above the panels. */
export interface SplitterModel {
  /** Height of the panels now, in CSS pixels. */
  readonly height: number;
  /** Height of the whole page. */
  readonly available: number;
  /** @param done false while the edge is still being dragged */
  readonly resize: (height: number, done: boolean) => void;
}

/** A height within what the page has room for. */
export function fittingHeight(height: number, available: number): number {
  return Math.round(Math.max(LEAST_HEIGHT, Math.min(height, available * MOST_SHARE)));
}

/** The upper edge of the panels, to be dragged or moved with the arrow keys, Home and End. */
export function splitterView({ height, available, resize }: SplitterModel): TemplateResult {
  const most = fittingHeight(Infinity, available);
  const to = (wanted: number, done = true): void => resize(fittingHeight(wanted, available), done);
  const key = (event: KeyboardEvent): void => {
    const wanted = {
      ArrowUp: height + STEP,
      ArrowDown: height - STEP,
      PageUp: height + 5 * STEP,
      PageDown: height - 5 * STEP,
      Home: LEAST_HEIGHT,
      End: most,
    }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    to(wanted);
  };
  const drag = (down: PointerEvent): void => {
    if (down.button !== 0) return;
    const edge = down.currentTarget as HTMLElement;
    edge.setPointerCapture(down.pointerId);
    let last = height;
    const move = (event: PointerEvent): void => {
      last = height + down.clientY - event.clientY;
      to(last, false);
    };
    const end = (): void => {
      edge.removeEventListener('pointermove', move);
      edge.removeEventListener('lostpointercapture', end);
      to(last);
    };
    edge.addEventListener('pointermove', move);
    edge.addEventListener('lostpointercapture', end);
  };
  return html`<div
    class="panel-splitter"
    role="separator"
    tabindex="0"
    aria-orientation="horizontal"
    aria-label=${frameText.resize}
    aria-valuemin=${LEAST_HEIGHT}
    aria-valuemax=${most}
    aria-valuenow=${height}
    @keydown=${key}
    @pointerdown=${drag}
  ></div>`;
}
