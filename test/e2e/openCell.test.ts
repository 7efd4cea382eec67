import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench } from './harness';
import type { Notebook, Workbench } from './harness';

const text = 'period,start,new,lost\n2024-Q1,105,20,10\n2024-Q2,500,50,100\n';
const changed = text.replace('50,100', '50,75');

/** The text field while it is open over `lost` of the second row. */
const field = (notebook: Notebook) => notebook.frame.getByRole('textbox', { name: 'Edit lost, row 2' });

async function typeHalf(workbench: Workbench, file: string): Promise<Notebook> {
  const notebook = await workbench.openNotebook(file);
  await (await notebook.cell(2, 'lost')).click();
  await workbench.page.keyboard.type('75');
  await expectHalfTyped(notebook);
  return notebook;
}

async function expectHalfTyped(notebook: Notebook): Promise<void> {
  await expect.poll(() => field(notebook).inputValue()).toBe('75');
}

describe('what is typed into a cell that is still open', () => {
  const files = ['all.retention', 'quick.retention', 'tabs.retention', 'closed.retention', 'ask.retention'];
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({
      files: { ...Object.fromEntries(files.map((file) => [file, text])), 'other.txt': 'another file\n' },
    });
  });
  const disk = async (file: string): Promise<string> => String(await workbench.readDisk(file));

  it('is saved by Save All', async () => {
    const file = files[0]!;
    const notebook = await workbench.openNotebook(file);
    await notebook.type(1, 'lost', '11');
    await (await notebook.cell(2, 'lost')).click();
    await workbench.page.keyboard.type('75');
    await workbench.runCommand('File: Save All');
    await expect.poll(() => disk(file)).toBe(changed.replace('20,10', '20,11'));
  });

  it('waits while a file is picked from Quick Open', async () => {
    const { page } = workbench;
    const notebook = await typeHalf(workbench, files[1]!);
    await page.keyboard.press('ControlOrMeta+p');
    await page.locator('.quick-input-box input').fill('other');
    await page.keyboard.press('Escape');
    await expectHalfTyped(notebook);
    expect(await workbench.isDirty(files[1]!)).toBe(false);
    // The keys go to the cell again.
    await page.keyboard.press('Enter');
    await notebook.expectCell(2, 'lost', '75');
    await workbench.save(files[1]!);
  });

  it('waits while another tab is in front', async () => {
    const file = files[2]!;
    await typeHalf(workbench, file);
    await workbench.openFromExplorer('other.txt');
    await workbench.page.locator('.view-line', { hasText: 'another file' }).waitFor();
    await workbench.tab(file).click();
    const notebook = workbench.notebook();
    await expectHalfTyped(notebook);
    await field(notebook).press('Enter');
    await notebook.expectCell(2, 'lost', '75');
    await workbench.save(file);
    expect(await disk(file)).toBe(changed);
  });

  it('is there again when the file is closed and opened again', async () => {
    const file = files[3]!;
    await typeHalf(workbench, file);
    await workbench.runCommand('View: Close Editor');
    await workbench.tab(file).waitFor({ state: 'detached' });
    expect(await disk(file)).toBe(text);
    const notebook = await workbench.openNotebook(file);
    await expectHalfTyped(notebook);
    await field(notebook).press('Escape');
    await notebook.expectCell(2, 'lost', '100');
  });

  it('is saved when the tab is closed and saving is chosen', async () => {
    const file = files[4]!;
    const notebook = await workbench.openNotebook(file);
    await notebook.type(1, 'lost', '11');
    await expect.poll(() => workbench.isDirty(file)).toBe(true);
    await (await notebook.cell(2, 'lost')).click();
    await workbench.page.keyboard.type('75');
    await workbench.runCommand('View: Close Editor');
    await workbench.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await workbench.tab(file).waitFor({ state: 'detached' });
    expect(await disk(file)).toBe(changed.replace('20,10', '20,11'));
  });
});

describe.each([
  ['afterDelay', { 'files.autoSaveDelay': 50 }],
  ['onFocusChange', {}],
])('with files.autoSave %s', (autoSave, more) => {
  it('saves what was committed and never what is half-typed', async () => {
    const file = 'auto.retention';
    const settings = { 'files.autoSave': autoSave, ...more };
    const workbench = await openWorkbench({
      files: { [file]: text, 'other.txt': 'another file\n' },
      settings,
    });
    const notebook = await workbench.openNotebook(file);
    await notebook.type(1, 'lost', '11');
    await (await notebook.cell(2, 'lost')).click();
    await workbench.page.keyboard.type('75');
    await leave[autoSave as keyof typeof leave](workbench);
    await expect
      .poll(async () => String(await workbench.readDisk(file)))
      .toBe(text.replace('20,10', '20,11'));
    if (autoSave === 'onFocusChange') await workbench.tab(file).click();
    await expectHalfTyped(workbench.notebook());
    await field(workbench.notebook()).press('Enter');
    await leave[autoSave as keyof typeof leave](workbench);
    await expect
      .poll(async () => String(await workbench.readDisk(file)))
      .toBe(changed.replace('20,10', '20,11'));
    await workbench.close();
  });
});

/** What makes VS Code save by itself. */
const leave = {
  afterDelay: () => Promise.resolve(),
  onFocusChange: async (workbench: Workbench) => {
    await workbench.openFromExplorer('other.txt');
    await workbench.page.locator('.view-line', { hasText: 'another file' }).waitFor();
  },
};
