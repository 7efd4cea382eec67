import { expect, it } from 'vitest';
import { useSheet } from './harness';

const sheet = useSheet();

async function periods(): Promise<string[]> {
  return sheet().page.evaluate(() => window.sheet.data.map((row) => row[1]!));
}

it('moves rows by Alt+Up and Alt+Down, with the selection', async () => {
  const s = sheet();
  await s.open('rows=5');
  await s.select(1, 2);
  await s.press('Alt+ArrowDown', 'Alt+ArrowDown');
  expect(await periods()).toEqual(['500', '502', '503', '501', '504']);
  expect(await s.active()).toEqual([3, 2]);
  await s.press('Shift+ArrowUp', 'Alt+ArrowUp');
  expect(await periods()).toEqual(['500', '503', '501', '502', '504']);
  expect(await s.range()).toEqual([1, 2, 2, 2]);
  expect(await s.edits()).toHaveLength(3);
  expect(await s.isFocused()).toBe(true);
  await s.select(0, 0);
  await s.press('Alt+ArrowUp');
  expect(await s.edits()).toHaveLength(3);
});

it('gathers several blocks of rows', async () => {
  const s = sheet();
  await s.open('rows=6');
  await s.select(1, 0);
  await s.page.keyboard.down('ControlOrMeta');
  await s.page.mouse.click(...(await s.middleOf(4, 0)));
  await s.page.keyboard.up('ControlOrMeta');
  await s.press('Alt+ArrowUp');
  expect(await periods()).toEqual(['501', '504', '500', '502', '503', '505']);
  expect(await s.range()).toEqual([0, 0, 1, 11]);
});

it('duplicates rows by Shift+Alt+Down', async () => {
  const s = sheet();
  await s.open('rows=3');
  await s.select(1, 1);
  await s.press('Shift+Alt+ArrowDown');
  expect(await periods()).toEqual(['500', '501', '501', '502']);
  expect(await s.active()).toEqual([2, 1]);
  await s.press('Shift+Alt+ArrowUp');
  expect(await s.active()).toEqual([2, 1]);
  expect(await s.rowCount()).toBe(5);
});

it('drags selected rows by their numbers, with a line where they would go', async () => {
  const s = sheet();
  await s.open('rows=6');
  const gutter = (name: string): Promise<{ x: number; y: number } | null> =>
    s.page.getByRole('rowheader', { name, exact: true }).boundingBox();
  const { mouse } = s.page;
  const at = async (name: string, dy = 13): Promise<[number, number]> => {
    const box = (await gutter(name))!;
    return [box.x + 12, box.y + dy];
  };
  await mouse.click(...(await at('2')));
  await s.page.keyboard.down('Shift');
  await mouse.click(...(await at('3')));
  await s.page.keyboard.up('Shift');
  await mouse.move(...(await at('2')));
  await mouse.down();
  await mouse.move(...(await at('5', 22)), { steps: 4 });
  expect(await s.page.locator('.rn-mark-drop').isVisible()).toBe(true);
  await mouse.up();
  expect(await s.page.locator('.rn-mark-drop').isVisible()).toBe(false);
  expect(await periods()).toEqual(['500', '503', '504', '501', '502', '505']);
  expect(await s.range()).toEqual([3, 0, 4, 11]);
  // A click on one of them selects it alone; Escape gives a drag up.
  await mouse.click(...(await at('5')));
  expect(await s.range()).toEqual([4, 0, 4, 11]);
  await mouse.down();
  await mouse.move(...(await at('1', 2)), { steps: 4 });
  await s.page.keyboard.press('Escape');
  await mouse.up();
  expect(await s.edits()).toHaveLength(1);
});

it('deletes the rows of several ranges at once', async () => {
  const s = sheet();
  await s.open('rows=6');
  await s.select(0, 0);
  await s.page.keyboard.down('ControlOrMeta');
  await s.page.mouse.click(...(await s.middleOf(2, 3)));
  await s.page.mouse.click(...(await s.middleOf(3, 3)));
  await s.page.keyboard.up('ControlOrMeta');
  await s.press('Mod+Shift+k');
  expect(await periods()).toEqual(['501', '504', '505']);
  expect(await s.edits()).toHaveLength(1);
});
