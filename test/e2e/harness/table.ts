import { afterEach, beforeAll, beforeEach } from 'vitest';
import type { Notebook } from './notebook';
import { openWorkbench } from './workbench';
import type { Workbench, WorkbenchOptions } from './workbench';

/** Twelve quarters; the owners leave gaps, so that the data have edges. */
export const tableText = [
  '#---',
  '# retention: 1',
  '# goal: 85%',
  '# granularity: quarter',
  '#---',
  'period,owner,start,new,lost,end,note',
  '2021-Q1,Ada,100,10,5,105,first',
  '2021-Q2,Ada,105,10,5,110,',
  '2021-Q3,Bo,110,10,5,115,',
  '2021-Q4,,115,10,5,120,',
  '2022-Q1,,120,10,5,125,',
  '2022-Q2,,125,10,5,130,',
  '2022-Q3,Cy,130,10,5,135,"two, with comma"',
  '2022-Q4,Cy,135,10,5,140,',
  '2023-Q1,,140,10,5,145,',
  '2023-Q2,,145,10,5,150,',
  '2023-Q3,,150,10,5,155,',
  '2023-Q4,Di,155,10,5,160,last',
  '',
].join('\n');

/** The file every test of {@link useTable} finds. */
export const tableFile = 'table.retention';

/** One window for the tests of a file. */
export interface Table {
  readonly workbench: Workbench;
  readonly notebook: Notebook;
}

/**
 * Opens one window on the table for all tests of a file. Each finds it as it is on the disk, with the first cell
 * selected, whatever the one before did: not saved changes are reverted.
 */
export function useTable(
  options: Omit<WorkbenchOptions, 'files'> & { readonly files?: WorkbenchOptions['files'] } = {},
): () => Table {
  let workbench: Workbench | null = null;
  const opened = (): Workbench => {
    if (workbench === null) throw new Error('The window is not open yet.');
    return workbench;
  };
  const files = { [tableFile]: tableText, ...options.files };
  beforeAll(async () => {
    workbench = await openWorkbench({ ...options, files });
    await workbench.openNotebook(tableFile);
  });
  beforeEach(async () => {
    await opened().notebook().click(1, 'period');
  });
  afterEach(async () => {
    await opened().tidyUp(tableFile);
  });
  return () => ({ workbench: opened(), notebook: opened().notebook() });
}
