import { expect, it } from 'vitest';
import { useSheet } from './harness';

const sheet = useSheet();

it('selects by click, Shift+click, Ctrl+click and drag', async () => {
  const s = sheet();
  await s.open();
  const { mouse, keyboard } = s.page;
  await mouse.click(...(await s.middleOf(1, 1)));
  expect(await s.active()).toEqual([1, 1]);
  expect(await s.isFocused()).toBe(true);
  await keyboard.down('Shift');
  await mouse.click(...(await s.middleOf(3, 3)));
  await keyboard.up('Shift');
  expect(await s.range()).toEqual([1, 1, 3, 3]);
  await mouse.move(...(await s.middleOf(0, 2)));
  await mouse.down();
  await mouse.move(...(await s.middleOf(4, 4)), { steps: 4 });
  await mouse.up();
  expect(await s.range()).toEqual([0, 2, 4, 4]);
  await keyboard.down('ControlOrMeta');
  await mouse.click(...(await s.middleOf(7, 1)));
  await keyboard.up('ControlOrMeta');
  expect((await s.state()).ranges).toHaveLength(2);
});

it('selects columns by the header, rows by the gutter, all by the corner', async () => {
  const s = sheet();
  await s.open();
  await s.page.getByRole('columnheader', { name: 'new', exact: true }).click();
  expect(await s.range()).toEqual([0, 2, 8, 2]);
  await s.page.getByRole('rowheader', { name: '3', exact: true }).click();
  expect(await s.range()).toEqual([2, 0, 2, 11]);
  await s.page.keyboard.down('Shift');
  await s.page.getByRole('rowheader', { name: '5', exact: true }).click();
  await s.page.keyboard.up('Shift');
  expect(await s.range()).toEqual([2, 0, 4, 11]);
  await s.page.getByRole('columnheader', { name: 'Row', exact: true }).click();
  expect(await s.range()).toEqual([0, 0, 8, 11]);
  await s.page.getByRole('rowheader', { name: 'New row' }).click();
  expect(await s.active()).toEqual([9, 0]);
});

it('scrolls while dragging beyond the edge', async () => {
  const s = sheet();
  await s.open('rows=100000&columns=30');
  const { mouse } = s.page;
  const [x, y] = await s.middleOf(2, 3);
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x, 415, { steps: 3 });
  await expect.poll(async () => (await s.range())[2]).toBeGreaterThan(40);
  await mouse.move(1099, y, { steps: 3 });
  await expect.poll(async () => (await s.range())[3]).toBeGreaterThan(14);
  await mouse.up();
  expect((await s.range()).slice(0, 2)).toEqual([2, 3]);
});

it('resizes by the border and fits by double-click', async () => {
  const s = sheet();
  await s.open();
  const { mouse } = s.page;
  const start = s.page.getByRole('columnheader', { name: 'start', exact: true });
  const before = (await start.boundingBox())!;
  await mouse.move(before.x + before.width - 1, before.y + 10);
  await mouse.down();
  await mouse.move(before.x + before.width + 59, before.y + 10, { steps: 3 });
  await mouse.up();
  expect((await start.boundingBox())!.width).toBe(before.width + 60);
  expect((await s.state()).widths).toEqual([['start', before.width + 60]]);

  const note = (await s.page.getByRole('columnheader', { name: 'note', exact: true }).boundingBox())!;
  await mouse.dblclick(note.x + note.width - 1, note.y + 10);
  const [wanted, room] = await s.cell(2, 6).evaluate((cell) => [cell.scrollWidth, cell.clientWidth]);
  expect(wanted).toBeLessThanOrEqual(room);
});

it('follows the wheel', async () => {
  const s = sheet();
  await s.open('rows=100000');
  await s.page.mouse.move(300, 200);
  await s.page.mouse.wheel(0, 26_000);
  await expect.poll(() => s.cell(1002, 0).count()).toBe(1);
  expect(await s.cell(1002, 0).textContent()).toBe('2250-Q3');
  // Once at rest, the rows stand in the document in the order of the table.
  const order = () =>
    s.page.evaluate(() =>
      [...document.querySelectorAll('[role=grid] [role=row]:not([hidden])')]
        .map((row) => Number(row.getAttribute('aria-rowindex')))
        .every((row, i, all) => i === 0 || row > all[i - 1]!),
    );
  await expect.poll(order).toBe(true);
});

it('keeps the selection for a right click inside it, and selects the cell outside', async () => {
  const s = sheet();
  await s.open();
  await s.page.evaluate(() => window.sheet.grid.select({ top: 0, left: 1, bottom: 2, right: 2 }));
  await s.page.mouse.click(...(await s.middleOf(1, 1)), { button: 'right' });
  expect(await s.range()).toEqual([0, 1, 2, 2]);
  await s.page.mouse.click(...(await s.middleOf(5, 3)), { button: 'right' });
  expect(await s.range()).toEqual([5, 3, 5, 3]);
});

it('takes the focus by a click where nothing is', async () => {
  const s = sheet();
  await s.open('rows=2');
  await s.page.click('#after');
  await s.page.mouse.click(600, 300);
  expect(await s.isFocused()).toBe(true);
});
