import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, violationsIn } from './harness';
import type { Notebook, Theme, Workbench } from './harness';

const name = 'panels.retention';

/** A file that has something for each panel to say. Its months are over, whenever this runs. */
const file = `#---
# retention: 1
# title: All panels
# goal: 85%
# goal_nrr: 100%
# granularity: month
# currency: EUR
# gross_margin: 80%
# acquisition_cost: 200
#---
period,segment,start,new,lost,end,reason_price,reason_unused,churned_mrr,start_mrr,new_mrr,expansion,contraction
2024-01,SMB,500,50,100,450,70,10,5000,25000,2500,400,300
2024-01,Enterprise,100,15,10,105,6,4,7000,90000,13500,6000,500
2024-02,SMB,450,40,45,445,20,15,2250,22500,2000,350,150
2024-02,Enterprise,105,0,1,104,1,0,900,102000,0,4100,0
#
#> ## Findings
#>
#> Churn of **small** customers is mostly price.
#>
#> - [/] Annual plan with price lock {segment=SMB reason=price since=2024-02}
#> - [ ] Welcome calls
`;

/** What each panel is called, a cell that matters to it, and what it says before and after it is edited. */
interface Case {
  readonly panel: string;
  readonly edit: readonly [row: number, column: string, text: string];
  readonly before: RegExp;
  readonly after: RegExp;
}

const cases: readonly Case[] = [
  {
    panel: 'Trend',
    edit: [3, 'end', '400'],
    before: /2024-01 to 2024-02.*on average 86\.5/,
    after: /2024-01 to 2024-02.*on average 82\.6/,
  },
  {
    panel: 'Customer flow',
    edit: [3, 'lost', '55'],
    before: /Start 555, New \+40, Lost −46, End 549/,
    after: /Lost −56, Unexplained \+10, End 549/,
  },
  {
    panel: 'Churn reasons',
    edit: [3, 'reason_price', '30'],
    before: /most left for “price”, 21 of 46/,
    after: /most left for “price”, 31 of 46/,
  },
  {
    panel: 'Segments',
    edit: [3, 'end', '400'],
    before: /SMB keeps 90\.0.%, Enterprise 99\.0.%/,
    after: /SMB keeps 80\.0.%, Enterprise 99\.0.%/,
  },
  {
    panel: 'Revenue',
    edit: [4, 'churned_mrr', '10000'],
    before: /97\.3.% of the revenue of the start was kept/,
    after: /90\.0.% of the revenue of the start was kept/,
  },
  {
    panel: 'What if',
    edit: [3, 'end', '400'],
    before: /As it is, 2024 ends with 350 customers/,
    after: /As it is, 2024 ends with 322 customers/,
  },
  {
    panel: 'Benchmarks',
    edit: [4, 'end', '94'],
    before: /per year: 75.% published, 17\.7.% yours/,
    after: /per year: 75.% published, 15\.\d.% yours/,
  },
];

/** All of them, in the order in which they are offered. */
const titles = [...cases.map(({ panel }) => panel), 'Notes', 'Playbook'];

/** Commands write every word large. */
function inTitleCase(title: string): string {
  return title.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** The panels of an installed extension, as somebody finds and hears them. */
describe('the panels', () => {
  let workbench: Workbench;
  let notebook: Notebook;
  beforeAll(async () => {
    workbench = await openWorkbench({ files: { [name]: file } });
  });

  /** The table needs the room, the explorer is needed to open files. */
  const toggleSideBar = () => workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  const panel = (title: string) => notebook.frame.getByRole('region', { name: title, exact: true });
  const toggle = (title: string) =>
    notebook.frame.getByRole('toolbar', { name: 'Panels' }).getByRole('button', { name: title });
  const heard = (title: string): Promise<string> => panel(title).ariaSnapshot();

  it('are offered in a line below the table, and closed', async () => {
    notebook = await workbench.openNotebook(name);
    await toggleSideBar();
    const offered = notebook.frame.getByRole('toolbar', { name: 'Panels' }).getByRole('button');
    await expect.poll(() => offered.allInnerTexts()).toEqual(titles);
    expect(await notebook.frame.getByRole('separator', { name: 'Height of the panels' }).count()).toBe(0);
  });

  it.each(cases)(
    '$panel opens by its command and follows a cell',
    async ({ panel: title, edit, before, after }) => {
      await workbench.runCommand(`Retention: Show ${inTitleCase(title)}`);
      await expect.poll(() => heard(title)).toMatch(before);
      const [row, column, text] = edit;
      await notebook.type(row, column, text);
      await expect.poll(() => heard(title)).toMatch(after);
      await notebook.press('Mod+z');
      await expect.poll(() => heard(title)).toMatch(before);
      await panel(title)
        .getByRole('button', { name: `Close ${title}` })
        .click();
      await panel(title).waitFor({ state: 'detached' });
      await notebook.press('Escape');
    },
  );

  it('show the notes and the playbook as two views of the same lines', async () => {
    for (const title of ['Notes', 'Playbook']) {
      await workbench.runCommand(`Retention: Show ${title}`);
      await panel(title).waitFor();
    }
    const task = panel('Playbook').getByRole('listitem', { name: 'Welcome calls' });
    await task.getByRole('combobox', { name: 'Status' }).selectOption('Done');
    await expect.poll(() => heard('Notes')).toMatch(/img "Done"\n\s*- text: Welcome calls/);
    await panel('Notes').getByRole('button', { name: 'Edit notes' }).click();
    await notebook.press('Mod+End');
    await notebook.keys(', and *mails*');
    await notebook.press('Mod+Enter');
    await panel('Playbook').getByRole('listitem', { name: 'Welcome calls, and mails' }).waitFor();
    await panel('Notes').getByRole('emphasis').getByText('mails').waitFor();
    await workbench.save(name);
    expect(String(await workbench.readDisk(name))).toBe(
      file.replace('- [ ] Welcome calls', '- [x] Welcome calls, and *mails*'),
    );
    await notebook.press('Escape', 'Mod+z', 'Mod+z');
    await expect.poll(() => heard('Notes')).toMatch(/img "Planned"\n\s*- text: Welcome calls\n?$/);
    await workbench.save(name);
    for (const title of ['Notes', 'Playbook']) {
      await panel(title)
        .getByRole('button', { name: `Close ${title}` })
        .click();
    }
    await notebook.press('Escape');
  });

  it('are all open at once, and again when the file is opened another time', async () => {
    for (const title of titles) {
      await toggle(title).focus();
      await notebook.press('Enter');
    }
    for (const title of titles) await panel(title).waitFor();
    await workbench.closeEditors();
    await toggleSideBar();
    notebook = await workbench.openNotebook(name);
    for (const { panel: title, before } of cases) {
      await panel(title).scrollIntoViewIfNeeded();
      await expect.poll(() => heard(title)).toMatch(before);
    }
  });

  it.each<Theme>(['light', 'dark', 'hcLight', 'hcDark'])('have nothing against them in %s', async (theme) => {
    await workbench.setTheme(theme);
    for (const title of titles) {
      await panel(title).scrollIntoViewIfNeeded();
      await workbench.screenshot(`panel-${title}-${theme}`);
    }
    expect(await violationsIn(notebook)).toEqual([]);
  });

  it('save a picture where VS Code is told to', async () => {
    await panel('Trend').scrollIntoViewIfNeeded();
    await panel('Trend').getByRole('button', { name: 'Picture' }).click();
    await notebook.frame.getByRole('menuitem', { name: 'Save Picture' }).click();
    const { page } = workbench;
    const input = page.locator('.quick-input-widget input').first();
    await expect.poll(() => input.inputValue()).toContain('panels Trend.svg');
    const target = (await input.inputValue()).replace(/[^/]*$/, 'trend.png');
    await input.fill(target);
    await page.keyboard.press('Enter');
    await expect
      .poll(async () =>
        (await workbench.readDisk('trend.png').catch(() => Buffer.of())).subarray(1, 4).toString(),
      )
      .toBe('PNG');
  });

  it('cost the file nothing', async () => {
    expect(String(await workbench.readDisk(name))).toBe(file);
    expect(await workbench.isDirty(name)).toBe(false);
  });
});
