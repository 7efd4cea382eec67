import { describe, expect, it } from 'vitest';
import { tableFile, useTable } from './harness';

describe('keyboard: editing', () => {
  const table = useTable();

  it('replaces a cell by typing; an arrow commits and moves', async () => {
    const { notebook } = table();
    await notebook.click(2, 'lost');
    await notebook.keys('12');
    await notebook.expectAt('Edit lost, row 2');
    expect(await notebook.openText()).toBe('12');
    await notebook.press('ArrowRight');
    await notebook.expectAt('end, row 2');
    await notebook.expectCell(2, 'lost', '12');
  });

  it('edits in place after F2, where the arrows move the caret', async () => {
    const { notebook } = table();
    await notebook.click(2, 'start');
    await notebook.press('F2', 'ArrowLeft', 'ArrowLeft');
    await notebook.keys('9');
    await notebook.expectAt('Edit start, row 2');
    expect(await notebook.openText()).toBe('1905');
    await notebook.press('Enter');
    await notebook.expectCell(2, 'start', '1905');
  });

  it('edits in place after a double-click', async () => {
    const { notebook } = table();
    await (await notebook.cell(2, 'start')).dblclick();
    await notebook.expectAt('Edit start, row 2');
    expect(await notebook.openText()).toBe('105');
    await notebook.press('End');
    await notebook.keys('0');
    await notebook.press('Enter');
    await notebook.expectCell(2, 'start', '1050');
  });

  it('opens a cell with Enter, or goes down when the setting says so', async () => {
    const { workbench, notebook } = table();
    await notebook.press('Enter');
    await notebook.expectAt('Edit period, row 1');
    await notebook.press('Escape');
    await notebook.expectAt('period, row 1');
    await workbench.changeSettings({ 'retention.enterKey': 'down' });
    // The setting arrives at some moment: until then Enter opens the cell, which Escape closes.
    const goesDown = async () => {
      await notebook.press('Enter');
      const place = await notebook.place();
      await notebook.press('Escape');
      return place;
    };
    await expect.poll(goesDown).toBe('period, row 2');
    await workbench.changeSettings({ 'retention.enterKey': 'edit' });
    await expect.poll(goesDown).toMatch(/^Edit period/);
  });

  it('commits down, up and to the right, and cancels with Escape', async () => {
    const { notebook } = table();
    await notebook.click(5, 'lost');
    await notebook.keys('6');
    await notebook.press('Enter');
    await notebook.expectAt('lost, row 6');
    await notebook.keys('7');
    await notebook.press('Shift+Enter');
    await notebook.expectAt('lost, row 5');
    await notebook.press('ArrowUp');
    await notebook.keys('8');
    await notebook.press('Tab');
    await notebook.expectAt('end, row 4');
    await notebook.keys('9');
    await notebook.press('Escape');
    await notebook.expectAt('end, row 4');
    await notebook.expectCell(4, 'end', '120');
    expect((await notebook.column('lost')).slice(3, 6)).toEqual(['8', '6', '7']);
  });

  it('goes back to where Tab began with Enter', async () => {
    const { notebook } = table();
    await notebook.click(5, 'start');
    await notebook.keys('1');
    await notebook.press('Tab');
    await notebook.keys('2');
    await notebook.press('Tab');
    await notebook.keys('3');
    await notebook.press('Enter');
    await notebook.expectAt('start, row 6');
  });

  it('takes a line break into a note with Alt+Enter', async () => {
    const { workbench, notebook } = table();
    await notebook.click(2, 'note');
    await notebook.keys('one');
    await notebook.press('Alt+Enter');
    await notebook.keys('two');
    await notebook.expectAt('Edit note, row 2');
    expect(await notebook.openText()).toBe('one\ntwo');
    await notebook.press('Enter');
    await notebook.expectCell(2, 'note', 'one ↵ two');
    await notebook.expectAt('note, row 3');
    await notebook.press('Mod+z');
    await notebook.expectCell(2, 'note', '');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
  });

  it('refuses a line break in a number visibly', async () => {
    const { notebook } = table();
    await notebook.click(2, 'start');
    await notebook.press('F2', 'Alt+Enter');
    await notebook.frame.getByText('start cannot hold a line break.').first().waitFor();
    expect(await notebook.openText()).toBe('105');
    await notebook.press('Escape');
    await notebook.expectAt('start, row 2');
  });

  it('keeps undo inside the open cell', async () => {
    const { workbench, notebook } = table();
    await notebook.type(1, 'lost', '6');
    await notebook.expectCell(1, 'lost', '6');
    await notebook.press('F2');
    await notebook.keys('7');
    await notebook.press('Mod+z');
    await expect.poll(() => notebook.openText()).toBe('5');
    await notebook.press('Mod+y');
    await expect.poll(() => notebook.openText()).toBe('57');
    await notebook.press('Mod+z', 'Mod+z', 'Mod+z', 'Escape');
    await notebook.expectCell(1, 'lost', '6');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(true);
  });
});
