import { dayOf, formatPeriod, LiveNotebook, monthPeriod } from '../../../../src/core';

/** 15 August 2024: July is the last complete month. */
export const TODAY = dayOf(2024, 8, 15);

export interface FileOptions {
  /** Lines of the settings, such as `goal: 85%`. */
  readonly settings?: readonly string[];
  /** Lines of the notes. */
  readonly notes?: readonly string[];
  readonly today?: number;
}

/** A notebook of a header and rows as they are written. */
export function notebookOf(rows: readonly string[], options: FileOptions = {}): LiveNotebook {
  const { settings = [], notes = [], today = TODAY } = options;
  const front =
    settings.length === 0
      ? []
      : ['#---', '# retention: 1', ...settings.map((setting) => `# ${setting}`), '#---'];
  const lines = [
    ...front,
    ...rows,
    ...(notes.length === 0 ? [] : ['#', ...notes.map((note) => `#> ${note}`)]),
  ];
  return LiveNotebook.open(lines.map((line) => `${line}\n`).join(''), { today });
}

/** The name of the month that many months after another: `month(2023, 1, 13)` is `2024-02`. */
export function month(year: number, first: number, later = 0): string {
  const index = year * 12 + first - 1 + later;
  return formatPeriod(monthPeriod(Math.floor(index / 12), (index % 12) + 1)!);
}

/** Counts how often a notebook's document is asked for a number. */
export function countReads(notebook: LiveNotebook): { readonly count: number } {
  const { document } = notebook;
  const reads = { count: 0 };
  const number = document.number.bind(document);
  const numberAt = document.numberAt.bind(document);
  document.number = (row, id) => {
    reads.count++;
    return number(row, id);
  };
  document.numberAt = (row, column) => {
    reads.count++;
    return numberAt(row, column);
  };
  return reads;
}
