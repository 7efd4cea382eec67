import { expect, it } from 'vitest';
import { useSheet } from './harness';

const sheet = useSheet();
const lines = (text: string): string => text.replaceAll('\r\n', '\n');

it('copies and pastes a block in one edit', async () => {
  const s = sheet();
  await s.open();
  await s.select(0, 1);
  await s.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Mod+c');
  expect(lines(await s.clipboard())).toBe('500\t50\n501\t51');
  await s.select(4, 1);
  await s.press('Mod+v');
  expect([await s.value(4, 1), await s.value(5, 2)]).toEqual(['500', '51']);
  expect(await s.range()).toEqual([4, 1, 5, 2]);
  expect(await s.edits()).toHaveLength(1);
});

it('copies as HTML too', async () => {
  const s = sheet();
  await s.open();
  await s.press('Shift+ArrowRight', 'Mod+c');
  const html = await s.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/html')).text();
  });
  expect(html).toMatch(/<td[^>]*>2000-Q1<\/td><td[^>]*>500<\/td>/);
});

it('copies when VS Code asks the document to, without a selected text', async () => {
  const s = sheet();
  await s.open();
  expect(await s.page.evaluate("document.execCommand('copy')")).toBe(true);
  expect(await s.clipboard()).toBe('2000-Q1');
});

it('adds rows for what overflows, in the same edit, and keeps the focus', async () => {
  const s = sheet();
  await s.open('rows=3');
  await s.select(2, 0);
  await s.paste('2024-Q1\t1\r\n2024-Q2\t2\r\n2024-Q3\t3\r\n');
  expect([await s.rowCount(), await s.value(4, 0)]).toEqual([5, '2024-Q3']);
  expect(await s.range()).toEqual([2, 0, 4, 1]);
  expect(await s.edits()).toHaveLength(1);
  await s.press('ArrowDown');
  expect(await s.active()).toEqual([3, 0]);
});

it('keeps quoted line breaks', async () => {
  const s = sheet();
  await s.open('rows=3');
  await s.paste('2024-Q1\t1\t\t\t\t\t"two\nlines, ""q"""\n');
  expect([await s.value(0, 6), await s.rowCount()]).toEqual(['two\nlines, "q"', 3]);
});

it('fills a range with one value', async () => {
  const s = sheet();
  await s.open();
  await s.select(0, 1);
  await s.press('Shift+ArrowDown', 'Shift+ArrowDown');
  await s.paste('7');
  expect([await s.value(2, 1), await s.value(3, 1)]).toEqual(['7', '503']);
});

it('leaves calculated cells and reports them', async () => {
  const s = sheet();
  await s.open();
  await s.select(0, 6);
  await s.paste('n\tx\ty');
  expect(await s.value(0, 6)).toBe('n');
  expect(await s.reports()).toEqual(['Calculated cells left as they are: 2.']);
});

it('cuts', async () => {
  const s = sheet();
  await s.open();
  await s.select(0, 1);
  await s.press('Mod+x');
  expect([await s.clipboard(), await s.value(0, 1)]).toEqual(['500', '']);
});

it('pastes into an open cell as text, undone by the cell itself', async () => {
  const s = sheet();
  await s.open();
  await s.select(0, 1);
  await s.press('F2', 'Mod+a');
  await s.paste('12\r\n');
  expect(await s.openText()).toBe('12');
  await s.press('Mod+z');
  expect(await s.openText()).toBe('500');
});

it('says what it expected when there is a picture, or nothing at all', async () => {
  const s = sheet();
  await s.open();
  await s.dispatchPaste(null);
  await s.dispatchPaste('');
  const [picture, nothing] = await s.reports();
  expect(picture).toMatch(/^The clipboard holds a picture or a file, not text/);
  expect(nothing).toMatch(/^There is no text on the clipboard/);
  expect(await s.edits()).toEqual([]);
});

it('copies by command, with headers, as CSV and as Markdown', async () => {
  const s = sheet();
  await s.open();
  await s.press('Shift+ArrowRight');
  const copied: string[] = [];
  for (const format of ['cells', 'cellsWithHeaders', 'csv', 'markdown'] as const) {
    await s.page.evaluate((as) => window.sheet.grid.execute({ type: 'copy', format: as }), format);
    copied.push(lines(await s.clipboard()));
  }
  expect(copied).toEqual([
    '2000-Q1\t500',
    'period\tstart\n2000-Q1\t500',
    'period,start\n2000-Q1,500\n',
    '| period | start |\n| --- | ---: |\n| 2000-Q1 | 500 |\n',
  ]);
});

it('cuts by command in one edit, and pastes a text it is given', async () => {
  const s = sheet();
  await s.open();
  await s.select(0, 1);
  await s.page.evaluate(() => window.sheet.grid.execute({ type: 'cut' }));
  expect([await s.clipboard(), await s.value(0, 1), (await s.edits()).length]).toEqual(['500', '', 1]);
  await s.page.evaluate(() => window.sheet.grid.paste('7\t8'));
  expect([await s.value(0, 1), await s.value(0, 2)]).toEqual(['7', '8']);
});

it('cuts nothing that cannot be copied, and nothing of a read-only table', async () => {
  const s = sheet();
  await s.open();
  await s.page.evaluate(() => navigator.clipboard.writeText('before'));
  await s.page.keyboard.down('ControlOrMeta');
  await s.page.mouse.click(...(await s.middleOf(1, 1)));
  await s.page.mouse.click(...(await s.middleOf(2, 2)));
  await s.page.keyboard.up('ControlOrMeta');
  await s.press('Mod+x');
  expect((await s.reports())[0]).toMatch(/^Ranges of different shapes cannot be copied together/);
  await s.open('rows=3&readonly');
  await s.press('Mod+x');
  expect(await s.reports()).toEqual(['This table is read-only.']);
  expect([await s.clipboard(), await s.edits()]).toEqual(['before', []]);
});

it('takes markup and formulas as text', async () => {
  const s = sheet();
  await s.open();
  await s.select(0, 5);
  await s.dispatchPaste("<img src=x onerror=alert(1)>\t=cmd|' /C calc'!A0");
  expect(await s.cell(0, 5).textContent()).toBe('<img src=x onerror=alert(1)>');
  expect(await s.value(0, 6)).toBe("=cmd|' /C calc'!A0");
  expect(await s.page.evaluate(() => document.images.length)).toBe(0);
});
