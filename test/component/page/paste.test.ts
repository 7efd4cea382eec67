import { expect, it } from 'vitest';
import { useNotebook } from './harness';

const notebook = useNotebook();

const file = [
  'period,start,new,lost,end,churned_mrr,note',
  '2024-01,500,50,100,450,,',
  '2024-02,450,20,40,430,,',
  '2024-03,430,20,30,420,,',
  '',
].join('\n');

it('lists what was not pasted, with the way to each, by keyboard', async () => {
  const n = notebook();
  await n.open(file);
  await n.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  // end, four calculated columns, churned_mrr, note, and one beyond
  await n.paste('1\ta\tb\tc\td\t5\tx\tlost\n2\ta\tb\tc\td\t6\ty\tlost too');
  const region = n.page.getByRole('region', { name: 'Paste' });
  await region.getByText('10 cells were not pasted.').waitFor();
  // Once for the eye, once for the ear.
  expect(await n.page.getByText('Calculated cells left').allTextContents()).toEqual([
    'Cells pasted: 6. Calculated cells left as they are: 8. Pasted columns that did not fit and were left out: 1.',
  ]);
  expect(await n.page.getByRole('status').getByText('not pasted').count()).toBe(0);
  expect(await n.gridHasFocus()).toBe(true);
  // Escape is the way out of the grid for those who have only a keyboard.
  await n.press('Escape', 'Shift+Tab');
  const show = region.getByRole('button', { name: 'Show list' });
  while (!(await show.evaluate((button) => button === document.activeElement))) await n.press('Shift+Tab');
  await n.press('Enter');
  const items = region.getByRole('listitem');
  await items.first().waitFor();
  expect(await items.count()).toBe(5);
  expect((await items.first().textContent())?.replace(/\s+/g, ' ')).toContain(
    'CRR, rows 1 to 2: is calculated from the other columns a | a',
  );
  expect((await items.last().textContent())?.replace(/\s+/g, ' ')).toContain(
    '1 column beyond the last one, rows 1 to 2: there is no column for it lost | lost too',
  );
  await region.getByRole('button', { name: 'Go to churn, rows 1 to 2' }).press('Enter');
  expect(await n.activeCell()).toMatch(/^churn, row 1/);
  expect(await n.gridHasFocus()).toBe(true);
  await region.getByRole('button', { name: 'Hide list' }).press('Escape');
  expect(await region.count()).toBe(0);
  expect(await n.gridHasFocus()).toBe(true);
  expect(await n.edits()).toBe(1);
});

it('names rows that a sorted view shows in another order by the first of them', async () => {
  const n = notebook();
  await n.open(file);
  await n.press('ArrowRight', 'Mod+Shift+l');
  await n.page.getByRole('button', { name: 'Sort Ascending' }).click();
  await n.page.getByRole('region', { name: 'Order and filters of the view' }).waitFor();
  await n.press('Mod+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await n.paste('1\ta\n2\ta');
  const region = n.page.getByRole('region', { name: 'Paste' });
  await region.getByRole('button', { name: 'Show list' }).click();
  const item = region.getByRole('listitem');
  expect((await item.textContent())?.replace(/\s+/g, ' ')).toContain(
    'CRR, 2 rows of the view from row 3 on:',
  );
});

it('asks how doubtful numbers are meant, and converts the column in one step', async () => {
  const n = notebook();
  await n.open(file);
  await n.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await n.paste('1,234\n2,345\n12');
  const pasted = await n.text();
  expect(pasted).toContain('"1,234"');
  const region = n.page.getByRole('region', { name: 'Paste' });
  await region.getByText('2 numbers in “lost” are written like 1,234').waitFor();
  expect(await region.getByRole('button', { name: /^Read as 1\.234/ }).count()).toBe(1);
  await region.getByRole('button', { name: /^Read as 1234/ }).click();
  await expect.poll(() => n.text()).toMatch(/50,"1234",.*\n.*20,"2345",.*\n.*20,12,/);
  expect([await n.edits(), await region.count(), await n.gridHasFocus()]).toEqual([2, 0, true]);
  await n.press('Mod+z');
  await expect.poll(() => n.text()).toBe(pasted);
});

it('offers one reading where there is no doubt, also for what looks like a number of the file', async () => {
  const n = notebook();
  await n.open(file);
  await n.press('End', 'ArrowLeft');
  await n.paste('1.234,56\n1.234\n999,5');
  const region = n.page.getByRole('region', { name: 'Paste' });
  await region.getByText('not as this file writes numbers').waitFor();
  await region.getByRole('button', { name: /^Read as 1234\.56/ }).click();
  await expect.poll(() => n.text()).toMatch(/"1234\.56",\n.*,1234,\n.*,"999\.5",\n/);
});

it('says nothing more after an undo', async () => {
  const n = notebook();
  await n.open(file);
  await n.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await n.paste('1,234');
  const region = n.page.getByRole('region', { name: 'Paste' });
  await region.waitFor();
  await n.press('Mod+z');
  await expect.poll(() => region.count()).toBe(0);
  expect(await n.text()).toBe(file);
});

it('offers the whole column where problems are fixed', async () => {
  const n = notebook();
  await n.open(file.replace('50,100', '50,"1,100"').replace('20,40', '20,"1,040"'));
  const strip = n.page.getByRole('region', { name: 'Problems' });
  await strip.getByRole('button', { name: 'Fix…' }).click();
  await strip.getByRole('menuitem', { name: 'Read 1,100 as 1100 in all of lost' }).click();
  await expect.poll(() => n.text()).toContain('500,50,"1100",450');
  expect(await n.text()).toContain('450,20,"1040",430');
  expect([await n.edits(), await n.gridHasFocus()]).toEqual([1, true]);
});

it('says why it cannot write a line break into a row with surplus cells, and changes nothing', async () => {
  const n = notebook();
  const ragged = file.replace('450,,\n', '450,,,surplus\n');
  await n.open(ragged);
  await n.press('End');
  await n.paste('"two\nlines"');
  await n.page.getByText('Remove the surplus cells before writing a line break into it').first().waitFor();
  expect([await n.text(), await n.edits(), await n.gridHasFocus()]).toEqual([ragged, 0, true]);
});

it('keeps a megabyte on one line as one cell, in one step', async () => {
  const n = notebook();
  await n.open(file);
  await n.press('End');
  const text = '=cmd|x+'.repeat(150_000);
  const started = Date.now();
  await n.paste(text);
  await expect.poll(() => n.edits()).toBe(1);
  await n.press('ArrowUp', 'ArrowDown');
  expect(Date.now() - started).toBeLessThan(5000);
  // Not the texts themselves: a failure would print a megabyte.
  expect((await n.text()) === file.replace('450,,\n', `450,,${text}\n`)).toBe(true);
});

it('copies by a command of the palette', async () => {
  const n = notebook();
  await n.open(file);
  await n.press('Shift+ArrowRight');
  await n.page.evaluate(() => window.host.send({ type: 'command', name: 'copyAsCsv' }));
  const copied = (): Promise<string> =>
    n.page.evaluate(async () => window.host.copied[0] ?? (await navigator.clipboard.readText()));
  await expect
    .poll(async () => (await copied()).replaceAll('\r\n', '\n'))
    .toBe('period,start\n2024-01,500\n');
});
