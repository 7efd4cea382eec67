import type { Severity } from '../../../core';

/** Words of the list of problems. */
export const problems = {
  region: 'Problems',
  severity: { error: 'Error', warning: 'Warning', info: 'Info' } satisfies Record<Severity, string>,
  count: {
    error: (n: number, count: string) => (n === 1 ? '1 error' : `${count} errors`),
    warning: (n: number, count: string) => (n === 1 ? '1 warning' : `${count} warnings`),
    info: (n: number, count: string) => (n === 1 ? '1 hint' : `${count} hints`),
  } satisfies Record<Severity, (n: number, count: string) => string>,
  row: (row: string) => `row ${row}`,
  cell: (row: string, column: string) => `row ${row}, ${column}`,
  goToCell: 'Go to cell',
  goToText: 'Go to text',
  fix: 'Fix\u2026',
  fixBy: (title: string) => `Fix: ${title}`,
  fixMenu: 'Fixes',
  previous: 'Previous problem',
  next: 'Next problem',
  position: (at: string, of: string) => `${at} of ${of}`,
  showAll: 'All problems',
  list: 'List of problems',
};
