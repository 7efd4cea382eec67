import { expect, it } from 'vitest';
import { useNotebook } from './harness';

const notebook = useNotebook({ width: 900, height: 420 });
const file = `period,segment,start,new,lost
2024-01,SMB,500,50,100
2024-02,SMB,450,40,90
2024-03,Enterprise,400,30,80
`;

it('opens at the cell by right click, Shift+F10 and the Menu key, one at a time', async () => {
  const n = notebook();
  await n.open(file);
  await n.cell(1, 2).click({ button: 'right' });
  expect(await n.menu().count()).toBe(1);
  await n.cell(0, 0).click({ button: 'right', force: true });
  expect(await n.menu().count()).toBe(1);
  await n.press('Escape');
  expect(await n.menu().count()).toBe(0);
  expect(await n.gridHasFocus()).toBe(true);
  expect(await n.activeCell()).toContain('period, row 1');
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await n.press(key);
    expect(await n.menu().getAttribute('aria-label')).toBe('Cell menu');
    const box = (await n.menu().boundingBox())!;
    const cell = (await n.cell(0, 0).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(cell.x);
    await n.press('Escape');
    expect(await n.gridHasFocus()).toBe(true);
  }
});

it('stays inside the window, and can be scrolled where that is too low', async () => {
  const n = notebook();
  await n.open(file);
  await n.cell(2, 5).click({ button: 'right' });
  const box = (await n.menu().boundingBox())!;
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThanOrEqual(420);
  expect(box.x + box.width).toBeLessThanOrEqual(900);
  await n.press('End');
  const last = n.menu().getByRole('menuitem').last();
  const item = (await last.boundingBox())!;
  expect(item.y + item.height).toBeLessThanOrEqual(420);
  await n.page.setViewportSize({ width: 500, height: 300 });
  await expect.poll(async () => (await n.menu().boundingBox())!.height).toBeLessThanOrEqual(300);
  const small = (await n.menu().boundingBox())!;
  expect(small.x + small.width).toBeLessThanOrEqual(500);
  // An arrow at each edge behind which there is more, and never over the entry that has the focus.
  const arrows = (): Promise<string[]> =>
    n
      .menu()
      .evaluate((menu) =>
        ['::before', '::after'].map((edge) =>
          getComputedStyle(menu, edge).display === 'none' ? '' : getComputedStyle(menu, edge).content,
        ),
      );
  const [up, down] = ['"\u25b2" / ""', '"\u25bc" / ""'];
  await expect.poll(arrows).toEqual([up, '']);
  await n.press('Home');
  await expect.poll(arrows).toEqual(['', down]);
  for (let step = 0; step < 12; step++) await n.press('ArrowDown');
  await expect.poll(arrows).toEqual([up, down]);
  const edge = (await n.menu().boundingBox())!;
  const focused = (await n.menu().locator(':focus').boundingBox())!;
  expect(focused.y + focused.height).toBeLessThanOrEqual(edge.y + edge.height - 18);
  await n.page.setViewportSize({ width: 900, height: 420 });
  await n.press('Escape');
});

it('is used by arrows, letters and Enter', async () => {
  const n = notebook();
  await n.open(file);
  await n.cell(1, 2).click();
  await n.press('Shift+F10');
  const focused = (): Promise<string> =>
    n.page.evaluate(() => document.activeElement?.firstChild?.textContent ?? '');
  expect(await focused()).toBe('Cut');
  await n.press('ArrowUp');
  expect(await focused()).toBe('Open as Text at This Row');
  await n.press('ArrowDown', 'ArrowDown');
  expect(await focused()).toBe('Copy');
  await n.page.keyboard.type('del');
  expect(await focused()).toBe('Delete Row');
  await n.press('Enter');
  expect(await n.labels()).toEqual(['Delete a row']);
  expect(await n.rows()).toEqual(['2024-01,SMB,500,50,100', '2024-03,Enterprise,400,30,80']);
  expect(await n.gridHasFocus()).toBe(true);
  expect(await n.activeCell()).toContain('row 2');
  await n.press('ArrowUp');
  expect(await n.activeCell()).toContain('row 1');
});

it('cuts, copies and pastes', async () => {
  const n = notebook();
  await n.open(file);
  await n.cell(0, 2).click({ button: 'right' });
  await n.menu().getByRole('menuitem', { name: 'Copy', exact: true }).click();
  expect(await n.page.evaluate(() => navigator.clipboard.readText())).toBe('500');
  // The page may not read the clipboard by itself: the editor reads it.
  await n.page.evaluate(() => (window.host.clipboard = '510'));
  await n.cell(2, 2).click({ button: 'right' });
  await n.menu().getByRole('menuitem', { name: 'Paste' }).click();
  await expect.poll(async () => (await n.rows())[2]).toBe('2024-03,Enterprise,510,30,80');
  await n.cell(0, 4).click({ button: 'right' });
  await n.menu().getByRole('menuitem', { name: 'Cut' }).click();
  await expect.poll(async () => (await n.rows())[0]).toBe('2024-01,SMB,500,50,');
});

it('adds a row from below the grid, and moves rows from their number', async () => {
  const n = notebook();
  await n.open(file);
  const grid = (await n.page.locator('.grid-host').boundingBox())!;
  await n.page.mouse.click(grid.x + 300, grid.y + grid.height - 8, { button: 'right' });
  await n.menu().getByRole('menuitem', { name: 'Add Row' }).click();
  await expect.poll(async () => (await n.rows())[3]).toBe('2024-04,SMB,,,');
  await n.page.getByRole('rowheader', { name: '4', exact: true }).click({ button: 'right' });
  await n.menu().getByRole('menuitem', { name: 'Move Up' }).click();
  expect((await n.rows())[2]).toBe('2024-04,SMB,,,');
  expect(await n.labels()).toEqual(['Insert a row', 'Move a row']);
});

it('says why something cannot be done', async () => {
  const n = notebook();
  await n.open(file, 'readonly');
  await n.cell(0, 2).click({ button: 'right' });
  const item = n.menu().getByRole('menuitem', { name: 'Delete Row' });
  expect(await item.getAttribute('aria-disabled')).toBe('true');
  expect(await item.getAttribute('title')).toContain('cannot be written');
  await item.click({ force: true });
  expect(await n.menu().count()).toBe(1);
  await n.press('Escape');
  expect(await n.labels()).toEqual([]);
});

it('goes to a row by number, period or segment', async () => {
  const n = notebook();
  await n.open(file);
  await n.cell(0, 3).click();
  const field = n.page.getByLabel('Row number, period or segment');
  const go = async (typed: string): Promise<void> => {
    await n.press('Control+g');
    await field.fill(typed);
    await n.press('Enter');
  };
  await go('3');
  expect(await n.activeCell()).toContain('new, row 3');
  expect(await n.gridHasFocus()).toBe(true);
  await go('2024-02');
  expect(await n.activeCell()).toContain('new, row 2');
  await go('enterprise');
  expect(await n.activeCell()).toContain('new, row 3');
  await go('12');
  expect(await n.page.getByRole('alert').innerText()).toContain('No row is called “12”');
  await n.press('Escape');
  expect(await field.isVisible()).toBe(false);
  expect(await n.gridHasFocus()).toBe(true);
  expect(await n.activeCell()).toContain('new, row 3');
  await n.command('goToRow');
  await expect.poll(() => field.isVisible()).toBe(true);
});
