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
  const names = ['all', 'quick', 'tabs', 'closed', 'ask', 'afterDelay', 'onFocusChange'];
  const files = names.map((name) => `${name}.retention`);
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
    // Escape pressed while VS Code still hears of the page's loss of focus would leave the focus nowhere.
    await notebook.expectAt('not in the notebook');
    await page.keyboard.press('Escape');
    await expectHalfTyped(notebook);
    expect(await workbench.isDirty(files[1]!)).toBe(false);
    // The keys go to the cell again, as soon as VS Code has given the focus back to the page.
    await notebook.expectAt('Edit lost, row 2');
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

  it.each([
    ['afterDelay', { 'files.autoSaveDelay': 50 }],
    ['onFocusChange', {}],
  ] as const)('is not saved by files.autoSave %s, which saves what was committed', async (autoSave, more) => {
    const file = `${autoSave}.retention`;
    const leave = leaving[autoSave];
    await workbench.changeSettings({ 'files.autoSave': autoSave, ...more });
    const notebook = await workbench.openNotebook(file);
    await notebook.type(1, 'lost', '11');
    // The setting arrives at some moment, and then saves.
    await leave(workbench, file);
    const first = text.replace('20,10', '20,11');
    await expect.poll(() => disk(file)).toBe(first);
    const again = await comeBack(file);
    await again.type(1, 'lost', '12');
    await again.click(2, 'lost');
    await again.keys('75');
    await leave(workbench, file);
    await expect.poll(() => disk(file)).toBe(text.replace('20,10', '20,12'));
    await expectHalfTyped(await comeBack(file));
    await field(workbench.notebook()).press('Enter');
    await leave(workbench, file);
    await expect.poll(() => disk(file)).toBe(changed.replace('20,10', '20,12'));
    await workbench.changeSettings({ 'files.autoSave': 'off' });
  });

  async function comeBack(file: string): Promise<Notebook> {
    await workbench.tab(file).click();
    await workbench.notebook().grid.waitFor();
    return workbench.notebook();
  }
});

/** What makes VS Code save by itself. */
const leaving = {
  afterDelay: () => Promise.resolve(),
  onFocusChange: async (workbench: Workbench, file: string) => {
    // An edit that is still on its way when the focus goes is saved when it goes the next time.
    await expect.poll(() => workbench.isDirty(file)).toBe(true);
    await workbench.openFromExplorer('other.txt');
    await workbench.page.locator('.view-line', { hasText: 'another file' }).waitFor();
  },
};
