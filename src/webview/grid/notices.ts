import type { Box } from './geometry';
import type { Skeleton } from './skeleton';

const shownFor = 6_000;

/** What the grid says: beside the active cell for those who see it, in the live region for those who hear it. */
export class Notices {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly parts: Skeleton) {}

  /** Says something politely; the same thing twice is said twice. */
  announce(text: string): void {
    const { status } = this.parts;
    status.textContent = status.textContent === text ? `${text}\u00a0` : text;
  }

  /** Shows a sentence below a cell, or above it where there is no room, until the next action. */
  show(text: string, box: Box, window: { readonly width: number; readonly height: number }): void {
    const { notice } = this.parts;
    clearTimeout(this.#timer);
    notice.textContent = text;
    notice.hidden = false;
    const { offsetWidth, offsetHeight } = notice;
    const x = Math.max(4, Math.min(box.x, window.width - offsetWidth - 4));
    const below = box.y + box.height + 4;
    const y = below + offsetHeight <= window.height ? below : Math.max(4, box.y - offsetHeight - 4);
    notice.style.transform = `translate(${x}px, ${y}px)`;
    this.#timer = setTimeout(() => this.hide(), shownFor);
    this.announce(text);
  }

  hide(): void {
    clearTimeout(this.#timer);
    if (!this.parts.notice.hidden) this.parts.notice.hidden = true;
  }
}
