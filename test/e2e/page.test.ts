import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, violationsIn } from './harness';
import type { Notebook, Theme, Workbench } from './harness';

const acme = `#---
# retention: 1
# title: Acme
# goal: 85%
# granularity: quarter
#---
period,segment,start,new,lost,end,note
2024-Q1,SMB,100,15,10,105,
2024-Q1,Enterprise,50,5,1,54,
2024-Q2,SMB,105,50,31,124,
2024-Q2,Enterprise,40,0,2,38,moved
`;

const conflict = `period,start,new,lost,end
2024-Q1,100,15,10,105
<<<<<<< ours
2024-Q2,105,5,5,105
=======
2024-Q2,105,6,5,106
>>>>>>> theirs
`;

/** What surrounds the grid: header, summary, problems, statistics, notices. */
describe('page', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({
      files: { 'acme.retention': acme, 'conflict.retention': conflict, 'empty.retention': '' },
    });
  });

  const disk = async (name: string) => String(await workbench.readDisk(name));

  async function open(name: string): Promise<Notebook> {
    await workbench.runCommand('View: Close All Editors');
    return workbench.openNotebook(name);
  }

  it('shows results while a number is typed, and takes them back with Escape', async () => {
    const { page } = workbench;
    const notebook = await open('acme.retention');
    await (await notebook.cell(4, 'start')).click();
    await page.keyboard.type('76');
    await notebook.expectCell(4, 'CRR', '50.0 %');
    await page.keyboard.press('Escape');
    await notebook.expectCell(4, 'CRR', '95.0 %');
    expect(await workbench.isDirty('acme.retention')).toBe(false);
  });

  it('edits the goal in the header, and refuses what is none', async () => {
    const { page } = workbench;
    const notebook = await open('acme.retention');
    const goal = notebook.frame.getByRole('textbox', { name: 'Goal' });
    await goal.fill('lots');
    await goal.press('Enter');
    const refusal = notebook.frame.getByRole('alert').filter({ hasText: 'not a percentage' });
    await refusal.waitFor();
    expect(await goal.getAttribute('aria-invalid')).toBe('true');
    expect(await workbench.isDirty('acme.retention')).toBe(false);

    await goal.fill('90');
    await goal.press('Enter');
    await refusal.waitFor({ state: 'detached' });
    await notebook.expectSummary('Goal gap', 'goal 90 %');
    await notebook.expectCell(4, 'gap', '+5.0 pt');
    await workbench.save('acme.retention');
    expect(await disk('acme.retention')).toBe(acme.replace('85%', '90%'));
    // Nothing is being typed in the field, so that undo is the file's.
    await page.keyboard.press('ControlOrMeta+z');
    await notebook.expectCell(4, 'gap', '+10.0 pt');
    await workbench.save('acme.retention');
    expect(await disk('acme.retention')).toBe(acme);
  });

  it('speaks about one segment when asked to, without touching the file, and remembers it', async () => {
    let notebook = await open('acme.retention');
    await notebook.frame.getByRole('combobox', { name: 'Segment' }).selectOption('Enterprise');
    await notebook.expectSummary('Retention', '95.0 %');
    expect(await workbench.isDirty('acme.retention')).toBe(false);
    await workbench.openNotebook('conflict.retention');
    await workbench.tab('acme.retention').click();
    notebook = workbench.notebook();
    await notebook.expectSummary('Retention', '95.0 %');
  });

  it('goes to a problem and repairs it in one step', async () => {
    const { page } = workbench;
    const notebook = await open('acme.retention');
    const problems = notebook.frame.getByRole('region', { name: 'Problems' });
    await problems.getByText('R504').first().waitFor();
    await problems.getByRole('button', { name: 'Go to cell' }).click();
    await expect.poll(() => problems.locator('.problem-place').innerText()).toContain('row 4, start');
    await problems.getByRole('button', { name: 'Fix: Set start to 54' }).click();
    await notebook.expectCell(4, 'start', '54');
    // The keys go to the grid again.
    await page.keyboard.press('ControlOrMeta+z');
    await notebook.expectCell(4, 'start', '40');
    await expect.poll(() => workbench.isDirty('acme.retention')).toBe(false);
  });

  it('adds up what is selected', async () => {
    const notebook = await open('acme.retention');
    await (await notebook.cell(1, 'start')).click();
    await (await notebook.cell(2, 'new')).click({ modifiers: ['Shift'] });
    const statistics = notebook.frame.getByRole('group', { name: 'Statistics of the selection' });
    await expect.poll(() => statistics.innerText()).toBe('4 cells · sum 170 · mean 42.5 · min 5 · max 100');
  });

  it('shows a file with conflicts without letting its table be edited', async () => {
    const { page } = workbench;
    const notebook = await open('conflict.retention');
    await notebook.frame.getByText('1 row in conflict between yours and “theirs”').waitFor();
    await (await notebook.cell(1, 'lost')).click();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await notebook.expectCell(1, 'lost', '10');
    expect(await workbench.isDirty('conflict.retention')).toBe(false);
    await notebook.frame.getByRole('button', { name: 'Open as Text', exact: true }).click();
    await page.locator('.view-line', { hasText: '<<<<<<< ours' }).waitFor();
    expect(await disk('conflict.retention')).toBe(conflict);
  });

  it('starts an empty file with its first period', async () => {
    const notebook = await open('empty.retention');
    const period = notebook.frame.getByRole('textbox', { name: 'First period' });
    await period.fill('soon');
    await notebook.frame.getByRole('button', { name: 'Add first period' }).click();
    await notebook.frame.getByRole('alert').filter({ hasText: 'not a period' }).waitFor();
    await period.fill('2024-Q1');
    await period.press('Enter');
    await notebook.expectCell(1, 'period', '2024-Q1');
    await workbench.page.keyboard.type('100');
    await workbench.page.keyboard.press('Enter');
    await notebook.expectCell(1, 'start', '100');
    await workbench.save('empty.retention');
    const [header, row] = (await disk('empty.retention')).split('\n');
    expect(header).toMatch(/^period,start,new,lost,end/);
    expect(row).toMatch(/^2024-Q1,100,/);
  });

  it.each<Theme>(['light', 'dark', 'hcLight', 'hcDark'])('is accessible in the theme %s', async (theme) => {
    await workbench.setTheme(theme);
    const notebook = await open('acme.retention');
    await notebook.frame.getByRole('group', { name: 'Retention', exact: true }).waitFor();
    await workbench.screenshot(`page-${theme}`);
    expect(await violationsIn(notebook)).toEqual([]);
  });
});
