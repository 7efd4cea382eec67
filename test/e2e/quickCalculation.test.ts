import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench } from './harness';
import type { Workbench } from './harness';

const file = [
  '#---',
  '# retention: 1',
  '# goal: 85%',
  '#---',
  'period,start,new,lost,end,note',
  '2024-Q1,100,15,10,105,"kept, as it is"',
  '',
].join('\n');

describe('quick calculation', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({
      files: { 'acme.retention': file, 'mail.txt': 'Q2: 500 customers at the start, 50 new, 100 lost.\n' },
    });
    // The palette has the commands as soon as the explorer has the file's icon.
    await workbench.explorer().locator('.retention-lang-file-icon').waitFor({ timeout: 60_000 });
  });

  const input = (): Locator => workbench.page.locator('.quick-input-box input');
  const result = (name: string | RegExp): Locator => workbench.page.getByRole('option', { name });
  const status = (): Locator => workbench.page.locator('.statusbar-item', { hasText: /^CRR/ });

  async function calculate(text: string): Promise<void> {
    await workbench.runCommand('Retention: Quick Calculation');
    await workbench.page.getByText('Quick Calculation', { exact: true }).waitFor();
    await input().pressSequentially(text);
  }

  it('computes while one types, and Enter copies the result in focus', async () => {
    await calculate('500 +50 -100');
    await result(/^Retention rate,? 80\.0 %/).waitFor();
    await input().pressSequentially(' goal 85%');
    await result(/^Goal gap,? −5\.0 pt/).waitFor();
    await result(/^Customers short,? 25/).waitFor();
    await workbench.page.getByText('start 500 · new 50 · lost 100 · goal 85 % → end 450 (derived)').waitFor();
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => workbench.readClipboard()).toBe('20.0%');
    await input().waitFor({ state: 'hidden' });
  });

  it('asks what is meant instead of guessing', async () => {
    await calculate('50,000 +1,000 -11,000');
    await result(/^(lightbulb\s*)?Write,? 50000 \+1000 -11000/).waitFor();
    await workbench.page.keyboard.press('Enter');
    await result(/^Retention rate,? 78\.0 %/).waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  it('asks step by step, with a way back', async () => {
    const { page } = workbench;
    const step = (title: string): Promise<void> => page.getByText(title, { exact: true }).waitFor();
    await workbench.runCommand('Retention: Customers Needed');
    await step('Customers Needed (1/3)');
    await input().fill('50,000');
    await page.getByText('thousands or decimals').first().waitFor();
    await input().fill('5000');
    await page.keyboard.press('Enter');
    await step('Customers Needed (2/3)');
    await page.getByRole('button', { name: 'Back' }).click();
    await step('Customers Needed (1/3)');
    expect(await input().inputValue()).toBe('5000');
    await input().fill('500');
    await page.keyboard.press('Enter');
    await step('Customers Needed (2/3)');
    await input().fill('85%');
    await page.keyboard.press('Enter');
    await step('Customers Needed (3/3)');
    await page.keyboard.press('Enter');
    await result(/^Customers to keep,? 425/).waitFor();
    await result(/^Losses allowed,? 75/).waitFor();
    await page.keyboard.press('Escape');
  });

  it('reads the selection of an editor and puts a result into it', async () => {
    const { page } = workbench;
    await workbench.openFromExplorer('mail.txt');
    await page.locator('.view-line', { hasText: '500 customers' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+Home');
    await workbench.runCommand('Retention: Calculate Selection');
    const line = result(/^Retention rate,? 80\.0 %/);
    await line.hover();
    await line.getByRole('button', { name: 'Insert into mail.txt' }).click();
    await page.locator('.view-line', { hasText: '80.0%' }).waitFor();
    await workbench.save('mail.txt');
    expect(String(await workbench.readDisk('mail.txt'))).toBe('80.0%\n');
  });

  it('adds a calculation as the next row of an open file, and the status bar follows', async () => {
    const { page } = workbench;
    await workbench.openFromExplorer('acme.retention');
    await workbench.notebook().grid.getByRole('gridcell', { name: /105/ }).first().waitFor();
    await expect.poll(() => status().textContent()).toContain('CRR 90.0 % · +5.0 pt');
    await calculate('500 +50 -100');
    await result(/^Retention rate,? 80\.0 %/).waitFor();
    // By keyboard: the input's own hint may lie over its buttons.
    await page.getByRole('button', { name: 'Add as Row to an Open File' }).press('Enter');
    await page.getByText('The period the numbers are about').waitFor();
    expect(await input().inputValue()).toBe('2024-Q2');
    await page.keyboard.press('Enter');
    await workbench.notebook().grid.getByText('2024-Q2').first().waitFor();
    await expect.poll(() => status().textContent()).toContain('CRR 80.0 % · −5.0 pt');
    await workbench.save('acme.retention');
    expect(String(await workbench.readDisk('acme.retention'))).toBe(`${file}2024-Q2,500,50,100,,\n`);
  });

  it('opens a calculation in a new file', async () => {
    await calculate('500 +50 -100 goal 85% per quarter');
    await result(/^Retention rate,? 80\.0 %/).waitFor();
    await workbench.page.getByRole('button', { name: 'Open in a New File' }).click();
    await workbench.tab('Untitled-1').waitFor();
    await workbench.notebook().grid.waitFor();
    await expect.poll(() => status().textContent()).toContain('CRR 80.0 % · −5.0 pt');
  });
});
