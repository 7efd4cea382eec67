import { afterEach, beforeEach } from 'vitest';
import type { Notebook } from './notebook';
import { openWorkbench } from './workbench';
import type { Workbench } from './workbench';

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

/** More rows than a window shows. */
export const longFile = 'long.retention';

/** Any other text. */
export const textFile = 'notes.txt';

const files = {
  [tableFile]: tableText,
  [longFile]: [
    'period,start,new,lost,end',
    ...Array.from(
      { length: 100 },
      (_, i) => `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')},100,10,10,100`,
    ),
    '',
  ].join('\n'),
  [textFile]: 'a text\n',
};

/** A window on the table. */
export interface Table {
  readonly workbench: Workbench;
  readonly notebook: Notebook;
}

/** The one window of all test files that use the table: to open one takes longer than most of its tests. */
let shared: Workbench | null = null;

async function sharedWindow(): Promise<Workbench> {
  if (shared !== null) return shared;
  const workbench = await openWorkbench({ files, keep: true });
  await workbench.openNotebook(tableFile);
  shared = workbench;
  return workbench;
}

/**
 * Shows each test of a file a window with the table, the first cell selected, whatever the tests before did: what they
 * changed is taken back, and after a failure comes a new window. The theme is light; other
 * settings are as the tests before left them.
 */
export function useTable(): () => Table {
  let isNew = true;
  beforeEach(async () => {
    const workbench = await sharedWindow();
    if (isNew) {
      await workbench.closeEditors();
      await workbench.setTheme('light');
      await workbench.openNotebook(tableFile);
      isNew = false;
    }
    await workbench.notebook().click(1, 'period');
    // The first column is always to be seen: the second one brings the grid back to its beginning.
    await workbench.notebook().press('ArrowRight', 'ArrowLeft');
    await workbench.notebook().expectAt('period, row 1');
  });
  afterEach(async ({ task }) => {
    const workbench = shared;
    if (workbench === null) return;
    // Unless the window turns out to be in order, it is closed with the file, and the next test gets a new one.
    shared = null;
    workbench.isKept = false;
    if (task.result?.state === 'fail') return;
    await workbench.tidyUp(tableFile, tableText);
    workbench.isKept = true;
    shared = workbench;
  });
  return () => {
    if (shared === null) throw new Error('The window is not open yet.');
    return { workbench: shared, notebook: shared.notebook() };
  };
}
