import { describe, expect, it } from 'vitest';
import { tableFile, useTable } from './harness';
import type { Notebook } from './harness';

const widget = (notebook: Notebook) => notebook.frame.getByRole('dialog', { name: 'Find and replace' });

async function expectStatus(notebook: Notebook, text: string): Promise<void> {
  await expect.poll(() => widget(notebook).getByRole('status').innerText()).toContain(text);
}

describe('keyboard: finding and sorting', () => {
  const table = useTable();

  it('finds with Ctrl+F, goes on with F3, and gives the keys back to the cell found', async () => {
    const { workbench, notebook } = table();
    await notebook.press('Mod+f');
    await widget(notebook).waitFor();
    await notebook.keys('Cy');
    await expectStatus(notebook, '1 of 2');
    await notebook.press('F3');
    await expectStatus(notebook, '2 of 2');
    await notebook.press('Shift+F3');
    await expectStatus(notebook, '1 of 2');
    await notebook.press('Escape');
    await widget(notebook).waitFor({ state: 'detached' });
    await notebook.expectAt('owner, row 7');
    await notebook.press('F3');
    await notebook.expectAt('owner, row 8');
    await notebook.press('ArrowRight');
    await notebook.expectAt('start, row 8');
    expect(await workbench.isDirty(tableFile)).toBe(false);
  });

  it('replaces with Ctrl+H in one step', async () => {
    const { workbench, notebook } = table();
    await notebook.press(process.platform === 'darwin' ? 'Meta+Alt+f' : 'Control+h');
    await widget(notebook).waitFor();
    await notebook.keys('Ada');
    await expectStatus(notebook, '1 of 2');
    await widget(notebook).getByLabel('Replace by').fill('Eve');
    await widget(notebook).getByRole('button', { name: 'Replace all' }).click();
    await expectStatus(notebook, 'Replaced in 2 cells');
    await notebook.expectCell(2, 'owner', 'Eve');
    await widget(notebook).getByLabel('Find', { exact: true }).press('Escape');
    await notebook.press('Mod+z');
    await notebook.expectCell(2, 'owner', 'Ada');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
  });

  it('goes to a row with Ctrl+G', async () => {
    const { notebook } = table();
    await notebook.click(1, 'start');
    await notebook.press('Mod+g');
    await notebook.frame.getByRole('textbox', { name: 'Row number, period or segment' }).waitFor();
    await notebook.keys('9');
    await notebook.press('Enter');
    await notebook.expectAt('start, row 9');
    await notebook.press('Mod+g');
    await notebook.keys('2023-Q4');
    await notebook.press('Enter');
    await notebook.expectAt('start, row 12');
  });

  it("sorts by a header's own control, in the view only; editing reaches the right row", async () => {
    const { workbench, notebook } = table();
    await notebook.sort('start', 'descending');
    await expect.poll(async () => (await notebook.column('start')).slice(0, 2)).toEqual(['155', '150']);
    expect(await workbench.isDirty(tableFile)).toBe(false);
    // The cell the keys go to is the same one, now in the last row.
    await notebook.press('ArrowUp');
    await notebook.expectAt('period, row 2');
    await notebook.click(2, 'owner');
    await notebook.keys('Eve');
    await notebook.press('Enter');
    await notebook.frame.getByRole('button', { name: 'Clear all' }).click();
    await notebook.expectCell(11, 'owner', 'Eve');
    await notebook.expectCell(1, 'start', '100');
    await notebook.press('Mod+z');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
  });

  it('opens the control of a column with Ctrl+Shift+L, and filters by it', async () => {
    const { workbench, notebook } = table();
    await notebook.click(1, 'owner');
    await notebook.press('Mod+Shift+L');
    const dialog = notebook.frame.getByRole('dialog', { name: 'Sort and filter owner' });
    await dialog.waitFor();
    await dialog.getByRole('checkbox', { name: 'Ada' }).uncheck();
    await dialog.getByRole('button', { name: 'Apply filter' }).click();
    await expect.poll(async () => (await notebook.column('owner')).slice(0, 2)).toEqual(['Bo', '']);
    await notebook.frame.getByRole('button', { name: 'Clear all' }).click();
    await notebook.expectCell(1, 'owner', 'Ada');
    expect(await workbench.isDirty(tableFile)).toBe(false);
  });
});
