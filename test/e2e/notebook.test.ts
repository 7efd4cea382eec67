import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench } from './harness';
import type { Workbench } from './harness';

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

/** Each test has a file of its own; one window shows them all. */
const names = ['live', 'untouched', 'undo', 'flush', 'block', 'append', 'column', 'foreign'] as const;
const fileOf = (name: (typeof names)[number]): string => `${name}.retention`;

describe('notebook', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({
      files: Object.fromEntries(names.map((name) => [fileOf(name), text])),
    });
  });

  const disk = async (file: string): Promise<string> => String(await workbench.readDisk(file));

  it('calculates while a number is typed, undoes, redoes, and saves only the cell', async () => {
    const file = fileOf('live');
    const notebook = await workbench.openNotebook(file);
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
    await expect.poll(() => workbench.isDirty(file)).toBe(true);
    expect(await disk(file)).toBe(text);

    await page.keyboard.press('ControlOrMeta+z');
    await notebook.expectCell(2, 'lost', '100');
    await notebook.expectCell(2, 'end', '475');
    await page.keyboard.press('ControlOrMeta+z');
    await notebook.expectCell(2, 'end', '450');
    await notebook.expectSummary('Retention', '80.0 %');
    await expect.poll(() => workbench.isDirty(file)).toBe(false);

    await page.keyboard.press('ControlOrMeta+Shift+z');
    await notebook.expectCell(2, 'end', '475');
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await notebook.expectCell(2, 'CRR', '85.0 %');
    await workbench.save(file);
    expect(await disk(file)).toBe(text.replace('50,100,450', '50,75,475'));
  });

  it('changes nothing by opening, moving about, opening a cell and closing it with Escape', async () => {
    const file = fileOf('untouched');
    const notebook = await workbench.openNotebook(file);
    const { page } = workbench;
    await (await notebook.cell(1, 'period')).click();
    for (const key of ['ControlOrMeta+End', 'ControlOrMeta+Home', 'ArrowRight', 'F2', 'Escape', 'Tab']) {
      await page.keyboard.press(key);
    }
    await page.keyboard.type('7');
    await page.keyboard.press('Escape');
    await notebook.expectCell(1, 'start', '105');
    expect(await workbench.isDirty(file)).toBe(false);
    await workbench.runCommand('View: Close Editor');
    await workbench.tab(file).waitFor({ state: 'detached' });
    expect(await disk(file)).toBe(text);
  });

  it('keeps Ctrl+Z inside an open cell', async () => {
    const file = fileOf('undo');
    const notebook = await workbench.openNotebook(file);
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
    const file = fileOf('flush');
    const notebook = await workbench.openNotebook(file);
    const { page } = workbench;
    await (await notebook.cell(2, 'lost')).click();
    await page.keyboard.type('90');
    await page.keyboard.press('ControlOrMeta+s');
    await expect.poll(() => disk(file)).toBe(text.replace('50,100,450', '50,90,450'));
  });

  it('copies a block as a spreadsheet does and pastes one as one step', async () => {
    const file = fileOf('block');
    const notebook = await workbench.openNotebook(file);
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
    await expect.poll(() => workbench.isDirty(file)).toBe(false);
  });

  it('adds a row where the grid ends, in the style of the file', async () => {
    const file = fileOf('append');
    const notebook = await workbench.openNotebook(file);
    const added = '2024-Q3';
    await notebook.type(3, 'period', added);
    await notebook.expectCell(3, 'period', added);
    // The page shows a row before VS Code knows of it.
    await expect.poll(() => workbench.isDirty(file)).toBe(true);
    await workbench.save(file);
    const rows = (await disk(file)).split('\r\n');
    expect(rows.filter((row) => !row.startsWith(added))).toEqual(lines);
    expect(rows.findIndex((row) => row.startsWith(added))).toBe(10);
  });

  it('adds a column from the palette, which only adds to each line', async () => {
    const file = fileOf('column');
    const notebook = await workbench.openNotebook(file);
    await workbench.runCommand('Retention: Add Column');
    const field = notebook.frame.getByRole('combobox', { name: 'Name of the new column' });
    await field.pressSequentially('won back');
    await notebook.frame.getByRole('option', { name: /^reactivated Former/ }).click();
    await notebook.frame.getByRole('columnheader', { name: /^reactivated/ }).waitFor();
    await expect.poll(() => workbench.isDirty(file)).toBe(true);
    await workbench.save(file);
    const table = new Set([6, 7, 9]);
    expect((await disk(file)).split('\r\n')).toEqual(
      lines.map((line, index) => (table.has(index) ? `${line},${index === 6 ? 'reactivated' : ''}` : line)),
    );
  });

  it('follows what something else writes, and keeps unsaved work over a reload', async () => {
    const file = fileOf('foreign');
    let notebook = await workbench.openNotebook(file);
    await workbench.waitUntilWatching();
    const elsewhere = text.replace('20,10,115', '20,30,95');
    await workbench.writeDisk(file, elsewhere);
    await notebook.expectCell(1, 'lost', '30');

    await notebook.type(2, 'lost', '75');
    await notebook.expectCell(2, 'lost', '75');
    await workbench.waitForBackup('2024-Q2,500,50,75,450');
    await workbench.reload();
    // A window that had no time to note its last tab opens what was put aside of the file as text, behind the others.
    await workbench.openFromExplorer(file);
    notebook = workbench.notebook();
    await notebook.grid.waitFor({ timeout: 60_000 });
    await notebook.expectCell(2, 'lost', '75');
    expect(await workbench.isDirty(file)).toBe(true);
    expect(await disk(file)).toBe(elsewhere);
  });

  it('runs in a frame that runs no other script, evaluates nothing and reaches no network', async () => {
    const notebook = await workbench.openNotebook(fileOf('untouched'));
    const body = notebook.frame.locator('body');
    const policy = await notebook.frame
      .locator('meta[http-equiv=Content-Security-Policy]')
      .getAttribute('content');
    const parts = new Map(
      (policy ?? '').split('; ').map((part) => [part.replace(/ .*/, ''), part.replace(/^\S+ /, '')] as const),
    );
    for (const name of ['default-src', 'base-uri', 'form-action']) expect(parts.get(name)).toBe("'none'");
    // No list names the network, so that `default-src` refuses it.
    expect([...parts.keys()].sort().join(' ')).toBe(
      'base-uri default-src font-src form-action img-src script-src style-src',
    );
    expect(parts.get('script-src')).toMatch(/^'nonce-[0-9a-f]{32}'$/);
    expect(policy).not.toMatch(/unsafe|\*(?!\.)/);
    expect(await body.evaluate(refusals)).toEqual([
      'connect-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
    ]);
    expect(await workbench.isDirty(fileOf('untouched'))).toBe(false);
  });
});

/** Tries to run code and to reach the network from within a page; which parts of its policy refused it, or what ran. */
async function refusals(body: HTMLElement): Promise<string[]> {
  const refused = new Set<string>();
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
    refused.add(effectiveDirective),
  );
  // What the test itself runs may do everything; what runs later may not.
  await new Promise((done) => setTimeout(done));
  const script = document.createElement('script');
  script.textContent = "document.body.dataset.ran = 'inline'";
  const button = document.createElement('button');
  button.setAttribute('onclick', "document.body.dataset.ran = 'handler'");
  body.append(script, button);
  button.click();
  try {
    // What the policy is to refuse is what the linter refuses as well.
    // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call
    new Function("document.body.dataset.ran = 'eval'")();
  } catch {
    // As it should be.
  }
  await fetch('https://x.test/').catch(() => undefined);
  for (let turn = 0; turn < 100 && refused.size < 4; turn++)
    await new Promise((done) => setTimeout(done, 10));
  script.remove();
  button.remove();
  const { ran } = body.dataset;
  return [...refused, ...(ran === undefined ? [] : [`ran: ${ran}`])].sort();
}
