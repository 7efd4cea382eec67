import { element } from './dom';

/**
 * The fixed elements of a grid.
 *
 * `scroller` has the scroll bars and `spacer` the size of the whole table; `pin` sticks to the visible
 * part of it and shows the rows of the moment. So a frame is never blank, however far it was scrolled.
 */
export interface Skeleton {
  readonly root: HTMLDivElement;
  readonly scroller: HTMLDivElement;
  readonly spacer: HTMLDivElement;
  readonly pin: HTMLDivElement;
  /** role=grid: header and rows, nothing else. */
  readonly table: HTMLDivElement;
  readonly head: HTMLDivElement;
  readonly rows: HTMLDivElement;
  /** Selection borders, over the rows and under the header. */
  readonly marks: HTMLDivElement;
  /** Keeps the focus for good: takes the keys, and is the editor of the open cell. */
  readonly input: HTMLTextAreaElement;
  readonly notice: HTMLDivElement;
  readonly status: HTMLDivElement;
  /** Prefix of all ids. */
  readonly id: string;
}

let made = 0;

export function buildSkeleton(host: HTMLElement): Skeleton {
  const id = `grid${++made}`;
  const root = element('div', 'rn-grid', { 'data-grid': id });
  const scroller = element('div', 'rn-grid-scroller');
  const spacer = element('div', 'rn-grid-spacer');
  const pin = element('div', 'rn-grid-pin');
  const table = element('div', 'rn-grid-table', {
    role: 'grid',
    id: `${id}-table`,
    'aria-multiselectable': 'true',
  });
  const head = element('div', 'rn-grid-head', { role: 'rowgroup' });
  const body = element('div', 'rn-grid-body');
  const rows = element('div', 'rn-grid-rows', { role: 'rowgroup' });
  const overlay = element('div', 'rn-grid-overlay', { 'aria-hidden': 'true' });
  const marks = element('div', 'rn-grid-marks');
  const input = element('textarea', 'rn-grid-input', {
    'aria-controls': table.id,
    autocapitalize: 'off',
    autocomplete: 'off',
    autocorrect: 'off',
    spellcheck: 'false',
    rows: '1',
  });
  const notice = element('div', 'rn-grid-notice', { 'aria-hidden': 'true' });
  const status = element('div', 'rn-grid-status', { role: 'status', 'aria-live': 'polite' });
  notice.hidden = true;

  body.append(rows);
  table.append(head, body);
  overlay.append(marks);
  pin.append(table, overlay, input, notice);
  spacer.append(pin);
  scroller.append(spacer);
  root.append(scroller, status);
  host.append(root);
  return { root, scroller, spacer, pin, table, head, rows, marks, input, notice, status, id };
}
