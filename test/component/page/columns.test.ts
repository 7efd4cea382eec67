import { expect, it } from 'vitest';
import { useNotebook } from './harness';

const notebook = useNotebook();
const file = `period,start,new,lost,__proto__,constructor,
2024-01,500,50,100,a,b,c
2024-02,450,40,90,d,e,f
2024-03,400,30,80,g,h,i
`;
const all = ['period', 'start', 'new', 'lost', 'CRR', 'churn', 'gap', 'short', '__proto__', 'constructor'];

it('hides columns in the view only, marks the place, and shows them again from the mark', async () => {
  const n = notebook();
  await n.open(file);
  expect((await n.headers()).slice(0, 10)).toEqual(all);
  await n.header('new').click();
  await n.page.keyboard.down('Shift');
  await n.header('lost').click();
  await n.page.keyboard.up('Shift');
  await n.header('lost').click({ button: 'right' });
  await n.menu().getByRole('menuitem', { name: 'Hide Column' }).click();
  expect((await n.headers()).slice(0, 4)).toEqual(['period', 'start', 'CRR', 'churn']);
  expect(await n.gridHasFocus()).toBe(true);
  const mark = n.page.getByRole('button', { name: 'Hidden columns: new, lost' });
  expect(await mark.isVisible()).toBe(true);
  await n.reload();
  expect((await n.headers()).slice(0, 4)).toEqual(['period', 'start', 'CRR', 'churn']);
  await mark.click();
  await n.menu().getByRole('menuitem', { name: 'Show Hidden Columns Here' }).click();
  expect((await n.headers()).slice(0, 10)).toEqual(all);
  expect(await mark.count()).toBe(0);
  expect(await n.text()).toBe(file);
});

it('hides columns with any name, and edits beside them reach the right column', async () => {
  const n = notebook();
  await n.open(file);
  for (const name of ['__proto__', 'constructor']) {
    await n.header(name).click();
    await n.command('hideColumns');
    await expect.poll(() => n.headers()).not.toContain(name);
  }
  await n.reload();
  expect((await n.headers()).slice(0, 8)).toEqual(all.slice(0, 8));
  await n.cell(1, 8).click();
  await n.page.keyboard.type('last');
  await n.press('Enter');
  expect((await n.rows())[1]).toBe('2024-02,450,40,90,d,e,last');
  await n.command('showHiddenColumns');
  await expect.poll(async () => (await n.headers()).slice(0, 10)).toEqual(all);
});

it('moves columns by dragging their header, by command, and puts them back', async () => {
  const n = notebook();
  await n.open(file);
  const { mouse } = n.page;
  const middle = async (name: string, part = 0.5): Promise<[number, number]> => {
    const box = (await n.header(name).boundingBox())!;
    return [box.x + box.width * part, box.y + box.height / 2];
  };
  await mouse.click(...(await middle('lost')));
  await mouse.move(...(await middle('lost')));
  await mouse.down();
  await mouse.move(...(await middle('start', 0.2)), { steps: 5 });
  expect(await n.page.locator('.rn-mark-drop').isVisible()).toBe(true);
  await mouse.up();
  expect((await n.headers()).slice(0, 4)).toEqual(['period', 'lost', 'start', 'new']);
  expect(await n.activeCell()).toContain('lost');
  await n.page.keyboard.type('99');
  await n.press('Enter');
  expect((await n.rows())[0]).toBe('2024-01,500,50,99,a,b,c');
  await n.header('start').click();
  await n.command('moveColumnsRight');
  await expect.poll(async () => (await n.headers()).slice(0, 4)).toEqual(['period', 'lost', 'new', 'start']);
  await n.reload();
  expect((await n.headers()).slice(0, 4)).toEqual(['period', 'lost', 'new', 'start']);
  // Columns that stay in place when the rest scrolls come first.
  await n.header('lost').click();
  await n.command('moveColumnsLeft');
  await expect.poll(() => n.page.locator('.rn-grid-notice').isVisible()).toBe(true);
  expect((await n.headers()).slice(0, 2)).toEqual(['period', 'lost']);
  await n.command('resetColumns');
  await expect.poll(async () => (await n.headers()).slice(0, 10)).toEqual(all);
  expect(await n.text()).toBe(file.replace('500,50,100', '500,50,99'));
});

it('widens, narrows and fits columns by command, and keeps the width', async () => {
  const n = notebook();
  await n.open(file);
  await n.header('start').click();
  const width = async (): Promise<number> => (await n.header('start').boundingBox())!.width;
  const before = await width();
  await n.command('widenColumns');
  await expect.poll(width).toBe(before + 16);
  await n.command('widenColumns');
  await expect.poll(width).toBe(before + 32);
  await n.command('narrowColumns');
  await expect.poll(width).toBe(before + 16);
  await n.reload();
  expect(await width()).toBe(before + 16);
  await n.command('fitColumns');
  await expect.poll(width).toBeLessThan(before);
  await n.command('resetColumns');
  await expect.poll(width).toBe(before);
});

it('keeps one column', async () => {
  const n = notebook();
  await n.open(file);
  await n.press('Mod+a');
  await n.command('hideColumns');
  await expect
    .poll(() => n.page.locator('.rn-grid-notice').innerText())
    .toBe('At least one column has to stay.');
  expect((await n.headers()).slice(0, 10)).toEqual(all);
});
