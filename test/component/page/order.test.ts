import { beforeEach, describe, expect, it } from 'vitest';
import { useNotebook } from './harness';

const file = `#---
# retention: 1
# goal: 85%
#---
period,segment,start,new,lost,end,note
2024-Q1,SMB,100,15,10,105,
2024-Q1,Enterprise,50,5,1,54,
2024-Q2,SMB,105,50,31,124,
2024-Q2,Enterprise,54,0,2,52,moved
2024-Q3,SMB,124,10,20,114,10
2024-Q3,Enterprise,52,9,,58,9
`;

describe('sorting and filtering the view', () => {
  const tab = useNotebook();
  beforeEach(() => tab().open(file));

  const menu = async (column: string) => {
    await tab().header(column).hover();
    await tab()
      .page.getByRole('button', { name: new RegExp(`^Sort and filter ${column}`) })
      .click();
    return tab().page.getByRole('dialog', { name: `Sort and filter ${column}` });
  };

  it('sorts by a calculated column from its header, says so, and goes back', async () => {
    const crr = await tab().column('CRR');
    await (await menu('CRR')).getByRole('button', { name: 'Sort Descending' }).click();
    await tab().expectColumn('CRR', ['98.0 %', '96.3 %', '94.2 %', '90.0 %', '83.9 %', '70.5 %']);
    expect(await tab().header('CRR').getAttribute('aria-sort')).toBe('descending');
    const bar = tab().page.getByRole('region', { name: 'Order and filters of the view' });
    expect(await bar.innerText()).toContain('CRR ↓');
    // The keys go to the grid.
    await tab().press('ArrowDown');
    expect(await tab().page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await bar.getByRole('button', { name: 'Clear all' }).click();
    await tab().expectColumn('CRR', crr);
    await bar.waitFor({ state: 'detached' });
    expect(await tab().text()).toBe(file);
  });

  it('writes into the row that is shown, keeps it there, and arranges when asked to', async () => {
    await (await menu('CRR')).getByRole('button', { name: 'Sort Ascending' }).click();
    await (await tab().cellOf('lost', 0)).click();
    await tab().page.keyboard.type('1');
    await tab().press('Enter');
    await expect.poll(() => tab().text()).toBe(file.replace('105,50,31,', '105,50,1,'));
    await (await tab().cellOf('end', 0)).click();
    await tab().page.keyboard.type('154');
    await tab().press('Enter');
    await tab().expectColumn('CRR', ['99.0 %', '83.9 %', '90.0 %', '94.2 %', '96.3 %', '98.0 %']);
    await tab().page.getByRole('button', { name: 'Reapply' }).click();
    await tab().expectColumn('CRR', ['83.9 %', '90.0 %', '94.2 %', '96.3 %', '98.0 %', '99.0 %']);
  });

  it('filters by values, and by a range as people write it', async () => {
    let dialog = await menu('segment');
    await dialog.getByRole('checkbox', { name: 'SMB' }).uncheck();
    await dialog.getByRole('button', { name: 'Apply filter' }).click();
    await tab().expectColumn('segment', ['Enterprise', 'Enterprise', 'Enterprise']);
    const bar = tab().page.getByRole('region', { name: 'Order and filters of the view' });
    expect(await bar.innerText()).toContain('Filtered: 3 of 6 rows');
    expect(await tab().page.getByRole('contentinfo').innerText()).toContain('3 of 6 rows');

    dialog = await menu('CRR');
    const [least, most] = [dialog.getByLabel('At least'), dialog.getByLabel('At most')];
    const told = async (field: typeof least) =>
      field.evaluate((input) =>
        (input.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(),
      );
    await least.fill('many');
    await most.fill('97 %');
    await tab().press('Enter');
    await dialog.getByRole('alert').waitFor();
    expect([await least.getAttribute('aria-invalid'), await told(least)]).toEqual([
      'true',
      '“many” is not a number.',
    ]);
    expect([await most.getAttribute('aria-invalid'), await told(most)]).toEqual([null, '']);
    await least.fill('98 %');
    expect(await dialog.getByRole('alert').count()).toBe(0);
    await tab().press('Enter');
    const crossed = 'No number is at least 98 % and at most 97 %.';
    expect([await told(least), await told(most)]).toEqual([crossed, crossed]);
    // With the sentence the menu is higher: its buttons are still in the window.
    await tab().page.setViewportSize({ width: 1100, height: 420 });
    const apply = dialog.getByRole('button', { name: 'Apply filter' });
    await expect
      .poll(async () => {
        const box = (await apply.boundingBox())!;
        return box.y + box.height;
      })
      .toBeLessThanOrEqual(420);
    await tab().page.setViewportSize({ width: 1100, height: 640 });
    expect(await least.evaluate((input) => input === document.activeElement)).toBe(true);
    await most.fill('');
    await least.fill('95 %');
    await tab().press('Enter');
    await tab().expectColumn('CRR', ['98.0 %', '96.3 %']);
    await tab().press('Mod+a');
    const statistics = tab().page.getByRole('group', { name: 'Statistics of the selection' });
    await expect.poll(() => statistics.innerText()).toContain('22 cells');

    await bar.getByRole('button', { name: /^Clear filter: segment/ }).click();
    await tab().expectColumn('CRR', ['98.0 %', '96.3 %']);
    expect(await tab().edits()).toBe(0);
  });

  it('deletes and inserts the rows that are seen, and takes it back', async () => {
    await (await menu('start')).getByRole('button', { name: 'Sort Descending' }).click();
    await tab().expectColumn('start', ['124', '105', '100', '54', '52', '50']);
    await (await tab().cellOf('start', 1)).click();
    await tab().press('Mod+Shift+k');
    await tab().expectColumn('start', ['124', '100', '54', '52', '50']);
    expect(await tab().text()).toBe(file.replace('2024-Q2,SMB,105,50,31,124,\n', ''));
    await (await tab().cellOf('start', 0)).click();
    await tab().press('Mod+Enter');
    await tab().expectColumn('start', ['124', '', '100', '54', '52', '50']);
    await tab().press('Mod+z');
    await tab().expectColumn('start', ['124', '100', '54', '52', '50']);
    await tab().press('Mod+z');
    await tab().expectColumn('start', ['124', '105', '100', '54', '52', '50']);
    expect(await tab().text()).toBe(file);
  });

  it('outlasts a reload, with what is being typed in its row', async () => {
    await (await menu('start')).getByRole('button', { name: 'Sort Ascending' }).click();
    await (await tab().cellOf('lost', 5)).click();
    await tab().page.keyboard.type('21');
    await expect
      .poll(() => tab().page.evaluate(() => sessionStorage.getItem('state')))
      .toContain('"text":"21"');
    await tab().reload();
    await tab().expectColumn('start', ['50', '52', '54', '100', '105', '124']);
    await tab().page.locator('textarea').focus();
    await tab().press('Enter');
    await expect.poll(() => tab().text()).toBe(file.replace('10,20,114,10', '10,21,114,10'));
  });

  it('offers to show a problem that a filter hides', async () => {
    const dialog = await menu('segment');
    await dialog.getByRole('checkbox', { name: 'Enterprise' }).uncheck();
    await tab().press('Enter');
    await tab().expectColumn('segment', ['SMB', 'SMB', 'SMB']);
    const problems = tab().page.getByRole('region', { name: 'Problems' });
    const at = file.indexOf('54,0');
    await tab().change({ start: at, end: at, text: 'x' });
    await problems.getByRole('button', { name: 'Go to cell' }).click();
    await tab().page.getByRole('button', { name: 'Clear filters and go there' }).click();
    await tab().expectColumn('segment', ['SMB', 'Enterprise', 'SMB', 'Enterprise', 'SMB', 'Enterprise']);
  });

  it('sorts the rows in the file as one step', async () => {
    await (await menu('start')).getByRole('button', { name: 'Sort Rows in File', exact: true }).click();
    await tab().expectColumn('start', ['50', '52', '54', '100', '105', '124']);
    const rows = (await tab().text()).split('\n').slice(5);
    expect(rows[0]).toBe('2024-Q1,Enterprise,50,5,1,54,');
    expect(await tab().edits()).toBe(1);
    await tab().press('Mod+z');
    await expect.poll(() => tab().text()).toBe(file);
  });
});
