import { reportPage } from '../../report';
import type { ReportPage } from '../../report';
import type { OpenFile } from '../notebook';

/** A writer of pages as a writer of files: one page for each. */
export function pageReport(
  write: (pages: readonly ReportPage[]) => string,
): (files: readonly OpenFile[]) => string {
  return (files) => write(files.map(({ name, notebook }) => reportPage(notebook, { file: name })));
}
