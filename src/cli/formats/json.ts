import type { Evaluation } from '../../core';
import { evaluationOf } from '../../core';
import { jsonText } from '../escape';
import type { OpenFile } from '../notebook';

/** The JSON of `report`: version 1, stable. */
export interface ReportJson extends Evaluation {
  readonly version: 1;
  readonly file: string;
}

/** One file as an object, several as a list of them. */
export function jsonReport(files: readonly OpenFile[]): string {
  const reports = files.map(reportOf);
  return jsonText(reports.length === 1 ? reports[0] : reports);
}

function reportOf({ name, notebook, problems }: OpenFile): ReportJson {
  const { settings, rows, summary } = evaluationOf(notebook);
  return { version: 1, file: name, settings, rows, summary, problems };
}
