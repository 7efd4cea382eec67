import { element, setAttribute } from './dom';
import type { LineCell } from './line';
import { fill, type GridStrings } from './strings';
import type { GridColumnOrder } from './types';

/**
 * Shows in a header how its column sorts and filters, with the button for it. The header's own name stays the
 * column's, so that it is found and read as before.
 *
 * @returns the classes that make room for what is shown
 */
export function showOrder(
  cell: LineCell,
  label: string,
  order: GridColumnOrder | undefined,
  strings: GridStrings,
): string {
  let button = cell.element.querySelector<HTMLButtonElement>('.rn-head-button');
  if (order === undefined) {
    button?.remove();
    setAttribute(cell.element, 'aria-sort', null);
    return '';
  }
  const { sort, place, filtered } = order;
  if (button === null) {
    // The keys go to the text field, always; assistive technology presses it where it is.
    button = element('button', 'rn-head-button', { type: 'button', tabindex: '-1' });
    cell.element.append(button);
  }
  const states = [
    sort === null ? '' : sort === 'ascending' ? strings.sortedAscending : strings.sortedDescending,
    filtered ? strings.filtered : '',
  ].filter((state) => state !== '');
  setAttribute(cell.element, 'aria-sort', sort);
  setAttribute(cell.element, 'aria-label', filtered ? `${label}, ${strings.filtered}` : label);
  const name = [fill(strings.columnMenu, label), ...states].join(', ');
  setAttribute(button, 'aria-label', name);
  button.title = name;
  const arrow = sort === null ? '' : sort === 'ascending' ? '↑' : '↓';
  const signs = [element('span', 'rn-sort-sign'), element('span', filtered ? 'rn-funnel' : 'rn-chevron')];
  signs[0]!.textContent = place > 0 ? `${arrow}${place}` : arrow;
  button.replaceChildren(...signs.slice(arrow === '' ? 1 : 0, arrow !== '' && !filtered ? 1 : 2));
  return sort !== null || filtered ? ' has-order' : ' can-order';
}

/** The header's button that an event is about, or null. */
export function headButtonOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.rn-head-button') : null;
}
