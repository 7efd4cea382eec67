import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench } from './harness';
import type { Workbench } from './harness';

const source = [
  'Kwartaal;Klanten begin;Nieuw;Verloren klanten;Wervingskosten',
  'Q1 2024;1.200;15;10;12,50',
  'Q2 2024;1.205;50;110;?',
  '',
].join('\r\n');

describe('import and export', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({ files: { 'klanten.csv': source, 'any.retention': 'period\n' } });
    // The menus have the commands as soon as the explorer has the file's icon.
    await workbench.explorer().locator('.retention-lang-file-icon').waitFor({ timeout: 60_000 });
  });

  const option = (name: string | RegExp): Locator => workbench.page.getByRole('option', { name }).first();
  const title = (name: string): Promise<void> =>
    workbench.page.getByText(name, { exact: true }).first().waitFor();

  it('shows what a table becomes, asks what it cannot tell, and opens a notebook that is not saved', async () => {
    const { page } = workbench;
    await workbench.explorer().getByRole('treeitem', { name: 'klanten.csv' }).click({ button: 'right' });
    await workbench.chooseFromMenu('Import CSV…');
    await title('Import klanten.csv');
    await option(/Decimal sign.*which one\?.*“1\.200” \(line 2\)/).waitFor();
    await option(/Kwartaal → period.*Q1 2024, Q2 2024/).waitFor();
    await option(/Verloren klanten → lost.*10, 110/).waitFor();

    await option(/Decimal sign/).click();
    await title('Which decimal sign do the numbers have?');
    await option(/^comma.*1\.200 → 1200/).click();
    await title('Import klanten.csv');
    await option(/Wervingskosten.*a column of your own/).click();
    await title('What is the column Wervingskosten?');
    await page.keyboard.type('new_mrr');
    await option(/^new_mrr/).click();
    await option(/Wervingskosten → new_mrr.*no number from 0: “\?” \(line 3\)/).waitFor();
    await option(/Open as Notebook.*Nothing is written until you save/).click();

    await workbench.tab('Untitled-1').waitFor();
    const { grid } = workbench.notebook();
    await grid
      .getByRole('gridcell', { name: /2024-Q2/ })
      .first()
      .waitFor();
    await grid.getByRole('gridcell', { name: /1205/ }).first().waitFor();
    expect(String(await workbench.readDisk('klanten.csv'))).toBe(source);
  });

  it('writes the table with what is calculated where VS Code is told to', async () => {
    const { page } = workbench;
    await workbench.runCommand('Retention: Export');
    await option(/^CSV with calculated columns/).click();
    const input = page.locator('.quick-input-widget input').first();
    await expect.poll(() => input.inputValue()).toContain('.csv');
    await input.fill(`${workbench.folder}/figures.csv`);
    await page.keyboard.press('Enter');
    const written = async () => String(await workbench.readDisk('figures.csv').catch(() => ''));
    await expect
      .poll(written)
      .toMatch(
        /^period,start,new,lost,new_mrr,derived,incomplete,crr,.*\n2024-Q1,1200,15,10,12\.50,end,false,0\.991/,
      );
    expect(await written()).toContain('\n2024-Q2,1205,50,110,?,end,false,0.908');
  });

  it('writes the report with charts', async () => {
    const { page } = workbench;
    await workbench.runCommand('Retention: Export');
    await option(/^HTML report/).click();
    const input = page.locator('.quick-input-widget input').first();
    await expect.poll(() => input.inputValue()).toContain('.html');
    await input.fill(`${workbench.folder}/report.html`);
    await page.keyboard.press('Enter');
    const written = async () => String(await workbench.readDisk('report.html').catch(() => ''));
    await expect.poll(written).toContain('<h1>klanten</h1>');
    expect(await written()).toContain('<svg');
  });
});
