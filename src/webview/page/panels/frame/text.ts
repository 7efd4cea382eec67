import type { Granularity } from '../../../../core';

/** What several periods are called. */
export const periodWords: Readonly<Record<Granularity, string>> = {
  day: 'days',
  week: 'weeks',
  month: 'months',
  quarter: 'quarters',
  year: 'years',
  custom: 'periods',
};

/** The words around every panel. */
export const frameText = {
  bar: 'Panels',
  region: 'Open panels',
  resize: 'Height of the panels',
  close: (title: string) => `Close ${title}`,
  opened: (title: string) => `${title} opened below the table.`,
  closed: (title: string) => `${title} closed.`,
  range: 'Periods',
  period: 'Period',
  span: (first: string, last: string) => `${first} to ${last}`,
  together: (first: string, last: string) => `${first} to ${last} together`,
  running: (period: string) => `${period} (not ended)`,
  lastPeriods: (granularity: Granularity, count: string) => `Last ${count} ${periodWords[granularity]}`,
  allPeriods: (count: string) => `All ${count}`,
  addColumn: 'Add Column\u2026',
  goToRow: (row: number) => `Go to row ${row}`,
  table: 'Data table',
  tableOf: (title: string) => `${title}: data table`,
  spots: (title: string) => `${title}: choose`,
  picture: 'Picture',
  pictureMenu: (title: string) => `Copy or save the picture of ${title}`,
  copySvg: 'Copy as SVG',
  copyPng: 'Copy as PNG',
  save: 'Save Picture\u2026',
  copied: 'Picture copied.',
  copyFailed: 'The picture could not be copied here. Save it instead.',
};
