import { expect, it } from 'vitest';
import { violationsIn } from '../axe';
import { useNotebook } from './harness';

const notebook = useNotebook();
const file = 'period,start,new,lost,note\n2024-01,500,50,100,a\n2024-02,450,40,90,b\n';

const field = () => notebook().page.getByRole('combobox', { name: 'Name of the new column' });
const options = () => notebook().page.getByRole('option').locator('.ask-name').allTextContents();

async function openMenu(column: string): Promise<void> {
  const n = notebook();
  await n.header(column).click();
  await n.header(column).click({ button: 'right' });
}

it('adds a column of the format behind another one, found by its name or by what it means', async () => {
  const n = notebook();
  await n.open(file);
  await openMenu('lost');
  await n.menu().getByRole('menuitem', { name: 'Add Column…' }).click();
  await field().waitFor();
  expect(await options()).toContain('segment');
  expect(await options()).not.toContain('lost');
  await n.page.keyboard.type('won back');
  expect(await options()).toEqual(['reactivated', 'reactivated_mrr', 'won back']);
  await n.press('ArrowDown', 'ArrowUp', 'Enter');
  await expect
    .poll(() => n.text())
    .toBe('period,start,new,lost,reactivated,note\n2024-01,500,50,100,,a\n2024-02,450,40,90,,b\n');
  expect(await n.activeCell()).toBe('reactivated, row 1: blank');
  expect(await n.gridHasFocus()).toBe(true);
  expect(await n.labels()).toEqual(['Add the column reactivated']);
});

it('asks on for the reason, and adds a column of any other name', async () => {
  const n = notebook();
  await n.open(file);
  await n.command('addColumn');
  await field().waitFor();
  await n.page.keyboard.type('reason');
  await n.press('Enter');
  expect(await n.page.getByRole('alert').innerText()).toContain('such as reason_price');
  await n.page.keyboard.type('price');
  await n.press('Enter');
  await expect.poll(() => n.text()).toContain('note,reason_price\n');
  await n.command('addColumn');
  await field().fill('plan');
  await n.press('Enter');
  await expect.poll(() => n.text()).toContain('note,reason_price,plan\n');
  await n.command('addColumn');
  await field().fill('Plan');
  await n.press('Enter');
  expect(await n.page.getByRole('alert').innerText()).toBe('There is a column “plan” already.');
  await n.press('Escape');
  expect(await field().isVisible()).toBe(false);
  expect(await n.gridHasFocus()).toBe(true);
});

it('adds the column that a panel needs, by the mouse', async () => {
  const n = notebook();
  await n.open(file);
  await n.command('showReasons');
  await n.page.getByRole('button', { name: 'Add Column…' }).click();
  expect(await field().inputValue()).toBe('reason_');
  await n.page.keyboard.type('price');
  await n.page.getByRole('option', { name: 'reason_price' }).click();
  await expect.poll(() => n.text()).toContain('note,reason_price\n');
});

it('renames a column, with its label, and says why a name is none', async () => {
  const n = notebook();
  await n.open(`#---\n# retention: 1\n# label_note: Remark\n#---\n${file}`);
  await openMenu('Remark');
  await n.menu().getByRole('menuitem', { name: 'Rename Column…' }).click();
  const name = n.page.getByRole('textbox', { name: 'New name of “note”' });
  expect(await name.inputValue()).toBe('note');
  await name.fill('lost');
  await n.press('Enter');
  expect(await n.page.getByRole('alert').innerText()).toBe('There is a column “lost” already.');
  await name.fill('remark');
  await n.press('Enter');
  await expect.poll(() => n.text()).toContain('# label_remark: Remark\n#---\nperiod,start,new,lost,remark\n');
});

it('deletes a column from the file, which undo brings back, but not the one that rows are known by', async () => {
  const n = notebook();
  await n.open(file);
  await openMenu('new');
  await n.menu().getByRole('menuitem', { name: 'Delete Column from File' }).click();
  await expect.poll(() => n.text()).toBe('period,start,lost,note\n2024-01,500,100,a\n2024-02,450,90,b\n');
  await n.press('ControlOrMeta+z');
  await expect.poll(() => n.text()).toBe(file);
  for (const [column, why] of [
    ['period', 'Each row is known by its period.'],
    ['CRR', 'This column is calculated: the file does not have it.'],
  ] as const) {
    await openMenu(column);
    const entry = n.menu().getByRole('menuitem', { name: 'Delete Column from File' });
    expect([await entry.getAttribute('aria-disabled'), await entry.getAttribute('title')]).toEqual([
      'true',
      why,
    ]);
    await n.press('Escape');
  }
});

it('changes nothing where the file cannot be edited', async () => {
  const n = notebook();
  await n.open(file, 'readonly');
  await n.command('addColumn');
  await n.command('deleteColumn');
  await n.page
    .getByText(/read-only|cannot be edited/i)
    .first()
    .waitFor();
  expect(await field().isVisible()).toBe(false);
  expect(await n.text()).toBe(file);
});

it('can be read and used with assistive technology', async () => {
  const n = notebook();
  await n.open(file);
  await n.command('addColumn');
  await field().fill('mrr');
  const marked = await field().getAttribute('aria-activedescendant');
  expect(await n.page.locator(`#${marked}`).innerText()).toContain('start_mrr');
  expect(await violationsIn(n.page)).toEqual([]);
});
