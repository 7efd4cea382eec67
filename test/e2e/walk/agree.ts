import { expect } from 'vitest';
import type { Workbench } from '../harness';
import { differences, differencesOfCopy, recordsOf, shownRows } from './shown';
import type { ShownRow } from './shown';
import type { TextBeside } from './textBeside';

/** Waits until the grid, the page's own text, the document and, when it is saved, the disk say the same. */
export async function agree(workbench: Workbench, beside: TextBeside, file: string): Promise<void> {
  // VS Code does not mark the text's tab for an edit in the moment in which auto save is turned off; it puts it aside.
  const isKept = async (text: string) =>
    String(await workbench.readDisk(file)) === text || (await workbench.backupOf(file)) === text;
  const different = async () => {
    const text = await beside.text();
    const shown = await shownRows(workbench.notebook());
    const found = differences(recordsOf(text), shown);
    if (found.length === 0) found.push(...(await differencesInCopy(workbench, shown)));
    if (!(await beside.isDirty()) && !(await isKept(text))) found.push('the disk says something else');
    return found;
  };
  await expect.poll(different).toEqual([]);
}

/** What the page copies, it copies out of its own text. */
async function differencesInCopy(workbench: Workbench, shown: readonly ShownRow[]): Promise<string[]> {
  if (shown.length === 0) return [];
  await workbench.writeClipboard('nothing copied');
  await workbench.notebook().press('Mod+a', 'Mod+c');
  await expect.poll(() => workbench.readClipboard()).not.toBe('nothing copied');
  return differencesOfCopy(await workbench.readClipboard(), shown);
}
