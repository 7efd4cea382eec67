/** Between a menu and the edges of the window at least, in CSS pixels. */
export const MARGIN = 4;
/** Between a menu and its button. */
const GAP = 2;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Puts something that is shown above all else where it is wanted, but always inside the window: what would be cut off
 * moves in.
 *
 * @param wanted where its upper left corner would best be, in CSS pixels of the window
 */
export function placeInWindow(
  element: HTMLElement,
  wanted: (size: Size) => { readonly left: number; readonly top: number },
): void {
  const size = element.getBoundingClientRect();
  const { left, top } = wanted(size);
  element.style.left = `${within(left, size.width, window.innerWidth)}px`;
  element.style.top = `${within(top, size.height, window.innerHeight)}px`;
}

/** Above the button where there is room, else below. */
export function placeMenu(button: HTMLElement, menu: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  placeInWindow(menu, ({ width, height }) => {
    const above = anchor.top - height - GAP;
    return { left: anchor.right - width, top: above >= MARGIN ? above : anchor.bottom + GAP };
  });
}

function within(place: number, size: number, room: number): number {
  return Math.max(MARGIN, Math.min(place, room - size - MARGIN));
}
