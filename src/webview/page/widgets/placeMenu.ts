/** Above the button where there is room, else below; always inside the window. */
export function placeMenu(button: HTMLElement, menu: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.max(4, Math.min(anchor.right - width, window.innerWidth - width - 4));
  const above = anchor.top - height - 2;
  const top = above >= 4 ? above : Math.min(anchor.bottom + 2, window.innerHeight - height - 4);
  menu.style.left = `${left}px`;
  menu.style.top = `${Math.max(4, top)}px`;
}
