import { formatCount } from '../../core';

/** Names in the outline. */
export const text = {
  settings: 'Settings',
  columns: 'Columns',
  notes: 'Notes',
  allCustomers: 'All customers',
  noPeriod: 'No period',
  row: (number: number): string => `Row ${formatCount(number)}`,
  rows: (count: number): string => (count === 1 ? '1 row' : `${formatCount(count)} rows`),
  rowsFrom: (first: number, last: number): string => `Rows ${formatCount(first)}–${formatCount(last)}`,
  noTitle: '(no title)',
  noText: '(no text)',
};
