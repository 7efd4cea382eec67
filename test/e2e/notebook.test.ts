import { beforeEach, describe, expect, it } from 'vitest';
import { openWorkbench } from './harness';
import type { Notebook, Workbench } from './harness';

/** CRLF, a byte order mark, a comment, quotes, an unknown column, notes and no final newline: all of it has to survive. */
const lines = [
  '\uFEFF#---',
  '# retention: 1',
  "# title: 'Acme, quarterly'",
  '# goal: 85%',
  '# granularity: quarter',
  '#---',
  'period,start,new,lost,end,owner,note',
  '2024-Q1,105,20,10,115,"Ada, Bo",first',
  '# checked by finance',
  '2024-Q2,500,50,100,450,,"says ""so far"""',
  '#> ## Why',
  '#>  trailing space kept ',
];
const text = lines.join('\r\n');

describe('notebook', () => {
  let workbench: Workbench;
  let notebook: Notebook;
  beforeEach(async () => {
    workbench = await openWorkbench({ files: { 'acme.retention': text } });
    notebook = await workbench.openNotebook('acme.retention');
    return () => workbench.close();
  });

  const disk = async () => String(await workbench.readDisk('acme.retention'));

  it('calculates while a number is typed, undoes, redoes, and saves only the cell', async () => {
    const { page } = workbench;
    await notebook.expectCell(2, 'CRR', '80.0 %');
    await notebook.expectSummary('Retention', '80.0 %');
    await notebook.expectSummary('Goal gap', '−5.0 pt');
    await notebook.expectSummary('Customers short', '25');

    await notebook.type(2, 'end', '475');
    await notebook.type(2, 'lost', '75');
    await notebook.expectCell(2, 'CRR', '85.0 %');
    await notebook.expectSummary('Retention', '85.0 %');
    await notebook.expectSummary('Customers short', '0');
    await notebook.expectAnnounced('CRR 85.0 %');
    await expect.poll(() => workbench.isDirty('acme.retention')).toBe(true);
    expect(await disk()).toBe(text);

    await page.keyboard.press('ControlOrMeta+z');
    await notebook.expectCell(2, 'lost', '100');
    await notebook.expectCell(2, 'end', '475');
    await page.keyboard.press('ControlOrMeta+z');
    await notebook.expectCell(2, 'end', '450');
    await notebook.expectSummary('Retention', '80.0 %');
    await expect.poll(() => workbench.isDirty('acme.retention')).toBe(false);

    await page.keyboard.press('ControlOrMeta+Shift+z');
    await notebook.expectCell(2, 'end', '475');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await notebook.expectCell(2, 'CRR', '85.0 %');
    await workbench.save('acme.retention');
    expect(await disk()).toBe(text.replace('50,100,450', '50,75,475'));
  });

  it('changes nothing by opening, moving about, opening a cell and closing it with Escape', async () => {
    const { page } = workbench;
    await (await notebook.cell(1, 'period')).click();
    for (const key of ['ControlOrMeta+End', 'ControlOrMeta+Home', 'ArrowRight', 'F2', 'Escape', 'Tab']) {
      await page.keyboard.press(key);
    }
    await page.keyboard.type('7');
    await page.keyboard.press('Escape');
    await notebook.expectCell(1, 'start', '105');
    expect(await workbench.isDirty('acme.retention')).toBe(false);
    await workbench.runCommand('View: Close All Editors');
    await workbench.tab('acme.retention').waitFor({ state: 'detached' });
    expect(await disk()).toBe(text);
  });

  it('keeps Ctrl+Z inside an open cell', async () => {
    const { page } = workbench;
    await notebook.type(1, 'lost', '12');
    await notebook.expectCell(1, 'lost', '12');
    await (await notebook.cell(2, 'lost')).dblclick();
    await page.keyboard.type('9');
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('Escape');
    await notebook.expectCell(1, 'lost', '12');
    await notebook.expectCell(2, 'lost', '100');
  });

  it('saves what is typed in an open cell', async () => {
    const { page } = workbench;
    await (await notebook.cell(2, 'lost')).click();
    await page.keyboard.type('90');
    await page.keyboard.press('ControlOrMeta+s');
    await expect.poll(disk).toBe(text.replace('50,100,450', '50,90,450'));
  });

  it('copies a block as a spreadsheet does and pastes one as one step', async () => {
    const { page } = workbench;
    await (await notebook.cell(1, 'start')).click();
    await (await notebook.cell(2, 'lost')).click({ modifiers: ['Shift'] });
    await page.keyboard.press('ControlOrMeta+c');
    await expect.poll(() => workbench.readClipboard()).toMatch(/^105\t20\t10\r?\n500\t50\t100(\r?\n)?$/);

    await workbench.writeClipboard('200\t30\t20\r\n600\t60\t30\r\n');
    await (await notebook.cell(1, 'start')).click();
    await page.keyboard.press('ControlOrMeta+v');
    await notebook.expectCell(2, 'lost', '30');
    await notebook.expectCell(1, 'start', '200');
    await page.keyboard.press('ControlOrMeta+z');
    await notebook.expectCell(1, 'start', '105');
    await notebook.expectCell(2, 'lost', '100');
    await expect.poll(() => workbench.isDirty('acme.retention')).toBe(false);
  });

  it('adds a row where the grid ends, in the style of the file', async () => {
    const added = '2024-Q3';
    await notebook.type(3, 'period', added);
    await notebook.expectCell(3, 'period', added);
    await workbench.save('acme.retention');
    const rows = (await disk()).split('\r\n');
    expect(rows.filter((row) => !row.startsWith(added))).toEqual(lines);
    expect(rows.findIndex((row) => row.startsWith(added))).toBe(10);
  });

  it('follows what something else writes, and keeps unsaved work over a reload', async () => {
    await workbench.waitUntilWatching();
    const elsewhere = text.replace('20,10,115', '20,30,95');
    await workbench.writeDisk('acme.retention', elsewhere);
    await notebook.expectCell(1, 'lost', '30');

    await notebook.type(2, 'lost', '75');
    await notebook.expectCell(2, 'lost', '75');
    await workbench.waitForBackup('2024-Q2,500,50,75,450');
    await workbench.reload();
    notebook = workbench.notebook();
    await notebook.grid.waitFor({ timeout: 60_000 });
    await notebook.expectCell(2, 'lost', '75');
    expect(await workbench.isDirty('acme.retention')).toBe(true);
    expect(await disk()).toBe(elsewhere);
  });
});
