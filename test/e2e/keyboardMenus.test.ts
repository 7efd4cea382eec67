import { describe, expect, it } from 'vitest';
import { tableFile, useTable } from './harness';
import type { Notebook } from './harness';

const menu = (notebook: Notebook) => notebook.frame.getByRole('menu');

describe('keyboard and mouse: context menu', () => {
  const table = useTable();

  it.each(['Shift+F10', 'ContextMenu'])(
    'opens at the cell with %s and works by the keyboard',
    async (key) => {
      const { notebook } = table();
      await notebook.click(2, 'start');
      await notebook.press(key);
      await menu(notebook).waitFor();
      expect(await menu(notebook).getAttribute('aria-label')).toBe('Cell menu');
      await notebook.press('Escape');
      await menu(notebook).waitFor({ state: 'detached' });
      await notebook.expectAt('start, row 2');
      await notebook.press(key);
      await notebook.keys('del');
      await notebook.press('Enter');
      await notebook.expectCell(2, 'period', '2021-Q3');
      await notebook.expectAt('start, row 2');
      await notebook.press('Mod+z');
      await notebook.expectCell(2, 'period', '2021-Q2');
    },
  );

  it('opens by a right click, and pastes from the real clipboard', async () => {
    const { workbench, notebook } = table();
    await workbench.writeClipboard('111');
    await (await notebook.cell(3, 'start')).click({ button: 'right' });
    await notebook.expectSelected('start:start 3:3');
    await menu(notebook).getByRole('menuitem', { name: 'Paste', exact: true }).click();
    await notebook.expectCell(3, 'start', '111');
    await notebook.expectAt('start, row 3');
  });

  it('adds a row by a right click below the grid', async () => {
    const { workbench, notebook } = table();
    const box = await notebook.frame.locator('.grid-host').boundingBox();
    if (box === null) throw new Error('The grid is not to be seen.');
    await workbench.page.mouse.click(box.x + 300, box.y + box.height - 8, { button: 'right' });
    await menu(notebook).getByRole('menuitem', { name: 'Add Row' }).click();
    await notebook.expectCell(13, 'period', '2024-Q1');
    await notebook.press('Mod+z');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
  });
});
