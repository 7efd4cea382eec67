import { describe, expect, it } from 'vitest';
import { tableFile, tableText, useTable, violationsIn } from './harness';
import type { Notebook, Theme } from './harness';

/** What can be open over the grid, and how the keyboard opens it. */
const states: Readonly<Record<string, (notebook: Notebook) => Promise<void>>> = {
  'an open cell': async (notebook) => {
    await notebook.press('F2');
    await notebook.expectAt('Edit period, row 1');
  },
  'the menu': async (notebook) => {
    await notebook.press('Shift+F10');
    await notebook.frame.getByRole('menu').waitFor();
  },
  'sort and filter': async (notebook) => {
    await notebook.press('Mod+Shift+L');
    await notebook.frame.getByRole('dialog').waitFor();
  },
  'find and replace': async (notebook) => {
    await notebook.press('Mod+h');
    await notebook.frame.getByRole('dialog', { name: 'Find and replace' }).waitFor();
    await notebook.keys('Ada');
    await notebook.frame.getByText('1 of 2').first().waitFor();
  },
};

describe('accessibility', () => {
  const table = useTable();

  it.each<Theme>(['light', 'dark', 'hcLight', 'hcDark'])(
    'has nothing against whatever is open, in %s',
    async (theme) => {
      const { workbench, notebook } = table();
      await workbench.setTheme(theme);
      for (const [name, show] of Object.entries(states)) {
        await notebook.click(1, 'period');
        await show(notebook);
        await workbench.screenshot(`open-${name}-${theme}`);
        expect(await violationsIn(notebook), name).toEqual([]);
        await notebook.press('Escape');
        // The find widget has gone on to the cell it found.
        await expect.poll(() => notebook.place()).toMatch(/^(period|owner), row 1$/);
      }
    },
  );

  it('does the main job without a mouse', async () => {
    const { workbench } = table();
    const { page } = workbench;
    await workbench.runCommand('View: Close All Editors');
    await workbench.tab(tableFile).waitFor({ state: 'detached' });
    await page.keyboard.press('ControlOrMeta+p');
    await page.keyboard.type(tableFile);
    await page.getByRole('option', { name: tableFile }).first().waitFor();
    await page.keyboard.press('Enter');
    const notebook = workbench.notebook();
    await notebook.grid.waitFor();
    await expect.poll(() => notebook.place()).toMatch(/, row \d+$/);
    await notebook.press('Mod+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await notebook.expectAt('lost, row 1');
    await notebook.keys('6');
    await notebook.press('Enter');
    await notebook.expectCell(1, 'lost', '6');
    await notebook.press('Mod+End', 'Home', 'ArrowDown');
    await notebook.expectAt('period, row New row');
    await notebook.keys('2024-Q1');
    await notebook.press('Enter');
    await notebook.expectCell(13, 'period', '2024-Q1');
    await notebook.press('Mod+f');
    await notebook.keys('Cy');
    await notebook.frame.getByText('1 of 2').first().waitFor();
    await notebook.press('Escape');
    await notebook.expectAt('owner, row 7');
    await notebook.press('Mod+Shift+L');
    await notebook.frame.getByRole('dialog', { name: 'Sort and filter owner' }).waitFor();
    await notebook.press('Escape');
    await notebook.press('Mod+z');
    await notebook.expectCell(13, 'period', '2024-Q1');
    await workbench.save(tableFile);
    await expect
      .poll(async () => String(await workbench.readDisk(tableFile)))
      .toBe(tableText.replace('10,5,105', '10,6,105'));
  });

  it.each<Theme>(['light', 'hcDark'])(
    'can be read and used when zoomed twice as large, in %s',
    async (theme) => {
      const { workbench, notebook } = table();
      await workbench.setTheme(theme);
      const size = workbench.page.viewportSize();
      if (size === null) throw new Error('The window has no size.');
      // To a page, zoom is a window of half the size.
      await workbench.page.setViewportSize({ width: size.width / 2, height: size.height / 2 });
      await notebook.press('Mod+b');
      await workbench.explorer().waitFor({ state: 'hidden' });
      await notebook.click(1, 'period');
      await workbench.screenshot(`zoom-200-${theme}`);
      expect(await violationsIn(notebook)).toEqual([]);
      await notebook.press('Mod+End');
      await notebook.expectAt('note, row 12');
      await notebook.press('Mod+Home', 'Mod+b');
      await workbench.page.setViewportSize(size);
    },
  );
});
