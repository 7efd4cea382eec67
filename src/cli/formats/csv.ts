import type { MetricResult, RowResult } from '../../core';
import { csvField } from '../escape';
import type { OpenFile } from '../notebook';

type Field = string | number | boolean | null;

const COLUMNS: readonly (readonly [name: string, value: (row: RowResult) => Field])[] = [
  ['period', (row) => row.period],
  ['segment', (row) => row.segment],
  ['start', (row) => row.start],
  ['new', (row) => row.new],
  ['lost', (row) => row.lost],
  ['end', (row) => row.end],
  ['reactivated', (row) => row.reactivated],
  ['derived', (row) => row.derived.join(' ')],
  ['incomplete', (row) => row.incomplete],
  ['crr', (row) => row.crr.value],
  ['churn', (row) => row.churn.value],
  ['endStartRatio', (row) => row.endStartRatio.value],
  ['netGrowth', (row) => row.netGrowth.value],
  ['goal', (row) => row.goal.value],
  ['gapPoints', (row) => row.gapPoints.value],
  ['customersShort', (row) => row.customersShort.value],
  ['lossAllowance', (row) => row.lossAllowance.value],
  ['wilsonLow', (row) => ('low' in row.wilson ? row.wilson.low : null)],
  ['wilsonHigh', (row) => ('low' in row.wilson ? row.wilson.high : null)],
  ['reason', (row) => reasonOf(row.crr)],
];

/** One line for each row of each file; a column `file` in front when there are several. */
export function csvReport(files: readonly OpenFile[]): string {
  const several = files.length > 1;
  const names = COLUMNS.map(([name]) => name);
  const lines = [several ? ['file', ...names] : names];
  for (const { name, notebook } of files) {
    for (let row = 0; row < notebook.document.rowCount; row++) {
      const result = notebook.row(row);
      const fields = COLUMNS.map(([, value]) => csvField(value(result)));
      lines.push(several ? [csvField(name), ...fields] : fields);
    }
  }
  return lines.map((fields) => `${fields.join(',')}\n`).join('');
}

/** Why there is no retention rate. */
function reasonOf(result: MetricResult): string {
  return result.value === null ? result.reason : '';
}
