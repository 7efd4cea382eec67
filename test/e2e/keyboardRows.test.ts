import { describe, expect, it } from 'vitest';
import { tableFile, useTable } from './harness';

describe('keyboard and mouse: rows and columns', () => {
  const table = useTable();

  it('adds a row above with Ctrl+Shift+Enter and deletes rows with Ctrl+Shift+K', async () => {
    const { workbench, notebook } = table();
    await notebook.click(2, 'start');
    await notebook.press('Mod+Shift+Enter');
    await notebook.expectAt('start, row 2');
    await notebook.expectCell(2, 'period', '');
    await notebook.expectCell(3, 'period', '2021-Q2');
    await notebook.press('Mod+Shift+K');
    await notebook.expectAt('start, row 2');
    await notebook.expectCell(2, 'period', '2021-Q2');
    await notebook.press('Shift+ArrowDown', 'Mod+Shift+K');
    await notebook.expectCell(2, 'period', '2021-Q4');
    await notebook.press('Mod+z');
    await notebook.expectCell(3, 'period', '2021-Q3');
    await notebook.press('Mod+z', 'Mod+z');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
  });

  it('moves rows with Alt and the arrows, and copies them with Shift+Alt', async () => {
    const { workbench, notebook } = table();
    await notebook.click(2, 'start');
    await notebook.press('Alt+ArrowDown');
    await notebook.expectAt('start, row 3');
    await notebook.expectCell(2, 'period', '2021-Q3');
    await notebook.expectCell(3, 'period', '2021-Q2');
    await notebook.press('Alt+ArrowUp');
    await notebook.expectCell(2, 'period', '2021-Q2');
    await expect
      .poll(() => notebook.column('period').then((rows) => rows.slice(0, 3)))
      .toEqual(['2021-Q1', '2021-Q2', '2021-Q3']);
    await notebook.press('Shift+Alt+ArrowDown');
    await notebook.expectCell(3, 'period', '2021-Q2');
    await notebook.expectAt('start, row 3');
    await notebook.press('Mod+z', 'Mod+z', 'Mod+z');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
  });

  it('moves a column by dragging its selected header, in the view only', async () => {
    const { workbench, notebook } = table();
    const place = (column: string) => notebook.header(column).getAttribute('aria-colindex');
    const [start, lost] = [await place('start'), await place('lost')];
    await notebook.header('start').click();
    await notebook.expectSelected('start:start 1:12');
    await notebook.drag(notebook.header('start'), notebook.header('lost'));
    await expect.poll(() => place('start')).toBe(String(Number(start) + 1));
    expect(await place('lost')).toBe(lost);
    await notebook.expectCell(1, 'start', '100');
    await notebook.type(1, 'start', '101');
    await notebook.expectCell(1, 'start', '101');
    await notebook.press('Mod+z');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
    await notebook.header('start').click();
    await notebook.drag(notebook.header('start'), notebook.header('new'));
    await expect.poll(() => place('start')).toBe(start);
    expect(await place('lost')).toBe(lost);
    await notebook.expectSelected('start:start 1:12');
  });

  it('resizes a column by its border, and fits it to its widest value by a double-click', async () => {
    const { workbench, notebook } = table();
    const { mouse } = workbench.page;
    const width = async () => (await notebook.header('owner').boundingBox())?.width ?? 0;
    const toBorder = async () => {
      const box = await notebook.header('owner').boundingBox();
      if (box === null) throw new Error('The header is not to be seen.');
      const [x, y] = [box.x + box.width - 1, box.y + box.height / 2];
      await mouse.move(x, y);
      return [x, y] as const;
    };
    const before = await width();
    const [x, y] = await toBorder();
    await mouse.down();
    await mouse.move(x + 60, y, { steps: 4 });
    await mouse.up();
    await expect.poll(width).toBeCloseTo(before + 60, -1);
    await notebook.expectAt('period, row 1');
    await toBorder();
    await mouse.dblclick(...(await toBorder()));
    await expect.poll(width).toBeLessThan(before + 30);
    expect(await workbench.isDirty(tableFile)).toBe(false);
  });
});
