import { expect, it } from 'vitest';
import { useSheet } from './harness';

const sheet = useSheet();

async function column(index: number, from: number, to: number): Promise<(string | undefined)[]> {
  const values: (string | undefined)[] = [];
  for (let row = from; row <= to; row++) values.push(await sheet().value(row, index));
  return values;
}

async function selectRange(top: number, left: number, bottom: number, right: number): Promise<void> {
  await sheet().page.evaluate((range) => window.sheet.grid.select(range), { top, left, bottom, right });
}

it('continues periods by the handle, in one edit, and selects what was filled', async () => {
  const s = sheet();
  await s.open();
  await s.select(0, 0);
  await s.dragHandle(4, 0);
  expect(await column(0, 0, 5)).toEqual(['2000-Q1', '2000-Q2', '2000-Q3', '2000-Q4', '2001-Q1', '2001-Q2']);
  expect(await s.edits()).toHaveLength(1);
  expect(await s.range()).toEqual([0, 0, 4, 0]);
  expect(await s.isFocused()).toBe(true);
});

it('shows what will be filled while dragging, and nothing after Escape', async () => {
  const s = sheet();
  await s.open();
  await s.select(0, 0);
  const { mouse, keyboard } = s.page;
  const box = (await s.page.locator('.rn-fill-handle').boundingBox())!;
  await mouse.move(box.x + 4, box.y + 4);
  await mouse.down();
  await mouse.move(...(await s.middleOf(6, 0)), { steps: 3 });
  expect(await s.page.locator('.rn-fill-tip').innerText()).toBe('2001-Q3');
  expect(await s.page.locator('.rn-mark-fill').isVisible()).toBe(true);
  await keyboard.down('Control');
  expect(await s.page.locator('.rn-fill-tip').innerText()).toBe('2000-Q1');
  await keyboard.up('Control');
  await keyboard.press('Escape');
  expect(await s.page.locator('.rn-mark-fill').isVisible()).toBe(false);
  await mouse.up();
  expect(await s.edits()).toEqual([]);
});

it('copies a single number, counts it on with Ctrl, and continues several by their step', async () => {
  const s = sheet();
  await s.open();
  await s.select(0, 1);
  await s.dragHandle(2, 1);
  expect(await column(1, 0, 3)).toEqual(['500', '500', '500', '503']);
  await s.select(0, 1);
  await s.dragHandle(2, 1, 'Control');
  expect(await column(1, 0, 2)).toEqual(['500', '501', '502']);
  await selectRange(0, 1, 1, 1);
  await s.dragHandle(4, 1, 'Control');
  expect(await column(1, 0, 4)).toEqual(['500', '501', '500', '501', '500']);
  await selectRange(2, 1, 3, 1);
  await s.dragHandle(0, 1);
  expect(await column(1, 0, 3)).toEqual(['498', '499', '500', '501']);
});

it('fills sideways, and passes over calculated cells with a word about it', async () => {
  const s = sheet();
  await s.open();
  await s.select(1, 1);
  await s.dragHandle(1, 3);
  expect(await s.value(1, 2)).toBe('501');
  expect(await s.value(1, 3)).toBe('501');
  await s.select(1, 6);
  await s.dragHandle(1, 8);
  expect((await s.reports()).at(-1)).toBe('Calculated cells left as they are: 2.');
  expect(await s.edits()).toHaveLength(1);
});

it('adds rows beyond the last one', async () => {
  const s = sheet();
  await s.open('rows=3');
  await selectRange(1, 0, 2, 1);
  const box = (await s.page.locator('.rn-fill-handle').boundingBox())!;
  const { mouse } = s.page;
  await mouse.move(box.x + 4, box.y + 4);
  await mouse.down();
  const [x, y] = await s.middleOf(2, 1);
  await mouse.move(x, y + 3 * 26, { steps: 4 });
  expect(await s.page.locator('.rn-fill-tip').innerText()).toBe('2001-Q2 (new rows: 3)');
  await mouse.up();
  expect(await s.rowCount()).toBe(6);
  expect(await column(0, 3, 5)).toEqual(['2000-Q4', '2001-Q1', '2001-Q2']);
  expect(await column(1, 3, 5)).toEqual(['503', '504', '505']);
  expect(await s.edits()).toHaveLength(1);
});

it('fills down to the end of the data beside it on a double-click', async () => {
  const s = sheet();
  await s.open();
  await s.page.evaluate(() => {
    for (let row = 2; row < 9; row++) if (row !== 7) window.sheet.data[row]![1] = '';
    window.sheet.grid.rowsChanged('all');
  });
  await selectRange(0, 1, 1, 1);
  await s.page.locator('.rn-fill-handle').dblclick();
  // Row 7 holds something.
  expect(await column(1, 5, 8)).toEqual(['505', '506', '507', '']);
  expect(await s.rowCount()).toBe(9);
  expect(await s.edits()).toHaveLength(1);
  expect(await s.range()).toEqual([0, 1, 6, 1]);
  await s.page.locator('.rn-fill-handle').dblclick();
  expect((await s.reports()).at(-1)).toContain('filled already');
  expect(await s.edits()).toHaveLength(1);
});

it('scrolls at the edge while filling', async () => {
  const s = sheet();
  await s.open('rows=300');
  await s.select(0, 0);
  const { mouse } = s.page;
  const box = (await s.page.locator('.rn-fill-handle').boundingBox())!;
  await mouse.move(box.x + 4, box.y + 4);
  await mouse.down();
  await mouse.move(box.x, 412, { steps: 3 });
  await expect.poll(async () => (await s.state()).top.row).toBeGreaterThan(40);
  await mouse.up();
  const filled = (await s.range())[2]!;
  expect(filled).toBeGreaterThan(40);
  expect(await s.value(filled, 0)).toBe(`${2000 + (filled >> 2)}-Q${(filled & 3) + 1}`);
});

it('has no handle where nothing can be filled', async () => {
  const s = sheet();
  await s.open('rows=9&readonly');
  expect(await s.page.locator('.rn-fill-handle').isVisible()).toBe(false);
  await s.open();
  expect(await s.page.locator('.rn-fill-handle').isVisible()).toBe(true);
  await s.press('F2');
  expect(await s.page.locator('.rn-fill-handle').isVisible()).toBe(false);
});
