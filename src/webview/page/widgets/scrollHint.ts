/**
 * Says at a scrolling element where more is than can be seen: its attribute `data-more` holds `above`, `below`
 * or both. The style draws arrows there; scroll bars are hidden on some systems, and hard to see in low menus.
 *
 * @example
 * scrollHint(menu); // <div class="menu" data-more="below">
 */
export function scrollHint(element: HTMLElement): void {
  const look = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = element;
    const more = [
      ...(scrollTop > 1 ? ['above'] : []),
      // Heights are rounded, places are not.
      ...(scrollHeight - clientHeight - scrollTop > 1 ? ['below'] : []),
    ].join(' ');
    if (element.dataset['more'] !== more) element.dataset['more'] = more;
  };
  element.addEventListener('scroll', look, { passive: true });
  // Opened, or another window; then what it lists.
  new ResizeObserver(look).observe(element);
  new MutationObserver(look).observe(element, { childList: true, subtree: true });
}
