import { describe, expect, it } from 'vitest';
import { longFile, useTable } from './harness';

describe('keyboard: moving', () => {
  const table = useTable();

  it('moves by one cell with the arrows, Tab and Shift+Tab', async () => {
    const { notebook } = table();
    await notebook.expectAt('period, row 1');
    await notebook.press('ArrowDown', 'ArrowRight', 'ArrowRight');
    await notebook.expectAt('start, row 2');
    await notebook.press('ArrowUp', 'ArrowLeft');
    await notebook.expectAt('owner, row 1');
    await notebook.press('Tab', 'Tab');
    await notebook.expectAt('new, row 1');
    await notebook.press('Shift+Tab');
    await notebook.expectAt('start, row 1');
  });

  it('goes to the edges of the data with Ctrl and an arrow', async () => {
    const { notebook } = table();
    await notebook.click(1, 'owner');
    for (const row of [3, 7, 8, 12]) {
      await notebook.press('Mod+ArrowDown');
      await notebook.expectAt(`owner, row ${row}`);
    }
    await notebook.press('Mod+ArrowLeft');
    await notebook.expectAt('period, row 12');
    await notebook.press('Mod+ArrowUp');
    await notebook.expectAt('period, row 1');
  });

  it('goes to the ends of the row and of the grid', async () => {
    const { notebook } = table();
    await notebook.press('End');
    await notebook.expectAt('note, row 1');
    await notebook.press('Home');
    await notebook.expectAt('period, row 1');
    await notebook.press('Mod+End');
    await notebook.expectAt('note, row 12');
    await notebook.press('Mod+Home');
    await notebook.expectAt('period, row 1');
  });

  it('goes by one screen with PageDown and PageUp', async () => {
    const { workbench } = table();
    const notebook = await workbench.openNotebook(longFile);
    await notebook.click(1, 'start');
    await notebook.press('PageDown');
    await expect.poll(() => notebook.place()).not.toBe('start, row 1');
    const row = Number(/\d+$/.exec(await notebook.place()));
    expect(row).toBeGreaterThan(5);
    expect(row).toBeLessThan(40);
    await notebook.press('PageDown');
    await notebook.expectAt(`start, row ${2 * row - 1}`);
    await (await notebook.cell(2 * row - 1, 'start')).waitFor();
    await notebook.press('PageUp', 'PageUp');
    await notebook.expectAt('start, row 1');
  });
});
