import { describe, expect, it } from 'vitest';
import { tableFile, useTable } from './harness';

describe('keyboard and mouse: filling', () => {
  const table = useTable();

  it('fills down with Ctrl+D', async () => {
    const { workbench, notebook } = table();
    await notebook.click(3, 'owner');
    await notebook.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Mod+d');
    await expect
      .poll(async () => (await notebook.column('owner')).slice(2, 6))
      .toEqual(['Bo', 'Bo', 'Bo', '']);
    await notebook.press('Mod+z');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
  });

  it('fills to the right by its command', async () => {
    const { workbench, notebook } = table();
    await notebook.click(2, 'start');
    await notebook.press('Shift+ArrowDown', 'Shift+ArrowRight');
    await notebook.expectSelected('start:new 2:3');
    await workbench.runCommand('Retention: Fill Right');
    await expect
      .poll(async () => (await notebook.column('new')).slice(0, 4))
      .toEqual(['10', '105', '110', '10']);
    await notebook.press('Mod+z');
    await notebook.expectCell(2, 'new', '10');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
  });

  it('fills the selected cells with what is typed, by Ctrl+Enter', async () => {
    const { notebook } = table();
    await notebook.click(4, 'owner');
    await notebook.press('Shift+ArrowDown', 'Shift+ArrowDown');
    await notebook.keys('Eve');
    await notebook.press('Mod+Enter');
    await expect
      .poll(async () => (await notebook.column('owner')).slice(3, 7))
      .toEqual(['Eve', 'Eve', 'Eve', 'Cy']);
  });

  it('adds a row below a single cell with Ctrl+Enter', async () => {
    const { notebook } = table();
    await notebook.click(2, 'start');
    await notebook.press('Mod+Enter');
    await notebook.expectAt('start, row 3');
    await notebook.expectCell(3, 'start', '');
    await notebook.expectCell(4, 'period', '2021-Q3');
  });

  it('continues a series by dragging the fill handle', async () => {
    const { notebook } = table();
    await notebook.click(12, 'period');
    await notebook.drag(notebook.fillHandle(), await notebook.cell(13, 'period'));
    await notebook.expectCell(13, 'period', '2024-Q1');
    await notebook.press('Mod+z');
    await notebook.click(1, 'start');
    await notebook.press('Shift+ArrowDown');
    await notebook.drag(notebook.fillHandle(), await notebook.cell(4, 'start'));
    await expect
      .poll(async () => (await notebook.column('start')).slice(0, 5))
      .toEqual(['100', '105', '110', '115', '120']);
  });

  it('fills to the end of the data by a double-click on the fill handle', async () => {
    const { notebook } = table();
    await notebook.click(3, 'owner');
    await notebook.fillHandle().dblclick();
    await notebook.expectCell(6, 'owner', 'Bo');
    await notebook.expectCell(7, 'owner', 'Cy');
    await notebook.press('ArrowDown');
    await notebook.expectAt('owner, row 4');
  });
});
