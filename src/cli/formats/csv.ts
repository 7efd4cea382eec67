import { csvField, FIGURE_COLUMNS } from '../../core';
import type { CsvColumn, RowResult } from '../../core';
import type { OpenFile } from '../notebook';

const COLUMNS: readonly CsvColumn[] = [
  ...(['period', 'segment', 'start', 'new', 'lost', 'end', 'reactivated'] as const).map((name) => ({
    name,
    value: (row: RowResult) => row[name],
  })),
  ...FIGURE_COLUMNS,
];

/** One line for each row of each file; a column `file` in front when there are several. */
export function csvReport(files: readonly OpenFile[]): string {
  const several = files.length > 1;
  const names = COLUMNS.map(({ name }) => name);
  const lines = [several ? ['file', ...names] : names];
  for (const { name, notebook } of files) {
    for (let row = 0; row < notebook.document.rowCount; row++) {
      const result = notebook.row(row);
      const fields = COLUMNS.map(({ value }) => csvField(value(result)));
      lines.push(several ? [csvField(name), ...fields] : fields);
    }
  }
  return lines.map((fields) => `${fields.join(',')}\n`).join('');
}
