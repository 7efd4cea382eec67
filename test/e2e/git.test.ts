/** Real git in the folder that is open, with the drivers of the installed extension. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { openWorkbench } from './harness';
import type { Workbench } from './harness';

const BASE = [
  '#---',
  '# retention: 1',
  '# goal: 85%',
  '#---',
  'period,start,new,lost,end,note',
  '2024-Q1,100,15,10,105,',
  '2024-Q2,105,50,31,124,',
  '',
].join('\n');
const OURS = BASE.replace('50,31,124,', '50,21,134,');
const THEIRS = BASE.replace('50,31,124,', '50,31,124,Two large accounts left');
const BOTH = OURS.replace('50,21,134,', '50,21,134,Two large accounts left');

const FILE = 'acme.retention';

describe('git', () => {
  let workbench: Workbench;
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: string[]) => execFileSync('git', args, { cwd: workbench.folder, env, stdio: 'pipe' });
  const read = (name: string) => readFileSync(join(workbench.folder, name), 'utf8');
  const commit = async (message: string, text: string): Promise<void> => {
    await workbench.writeDisk(FILE, text);
    git('commit', '--quiet', '--all', '--message', message);
  };
  /** Chooses an item of a list, by mouse: the notebook may take the keys back while it loads. */
  const choose = (name: RegExp): Promise<void> =>
    workbench.page.getByRole('option', { name }).first().click();

  beforeAll(async () => {
    workbench = await openWorkbench({ files: { [FILE]: BASE }, settings: { 'git.enabled': true } });
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.name', 'Ann');
    git('config', 'user.email', 'ann@example.org');
    git('add', FILE);
    await commit('Begin', BASE);
    git('switch', '--quiet', '--create', 'other');
    await commit('Say why they left', THEIRS);
    git('switch', '--quiet', 'main');
    await commit('Correct the second quarter', OURS);
  });

  it('merges by row after Set Up Git, shows the row’s history, and is as before after Undo', async () => {
    const { page } = workbench;
    const before = read('.git/config');
    await workbench.openNotebook(FILE);

    await workbench.runCommand('Retention: Set Up Git');
    await choose(/^For everybody who works on this repository/);
    await page.getByText('Merge by period and segment').waitFor();
    await page
      .locator('.quick-input-widget')
      .getByRole('button', { name: 'OK', exact: true })
      .first()
      .click();
    await page
      .locator('.view-line', { hasText: '+*.retention text=auto eol=lf diff=retention merge=retention' })
      .waitFor();
    expect(read('.git/config')).toBe(before);
    await choose(/^Write these lines/);
    await expect.poll(() => read('.git/config')).toContain('[merge "retention"]');

    expect(
      spawnSync('git', ['merge', '--quiet', '--no-edit', 'other'], { cwd: workbench.folder, env }).status,
    ).toBe(0);
    expect(read(FILE)).toBe(BOTH);

    const notebook = workbench.notebook();
    await notebook.expectCell(2, 'lost', '21');
    await (await notebook.cell(2, 'lost')).click();
    await workbench.runCommand('Retention: Show History of This Period');
    const items = page.getByRole('option', { name: /Ann, / });
    await expect.poll(() => items.count()).toBe(4);
    const correction = items.filter({ hasText: 'Correct the second quarter' });
    expect(await correction.textContent()).toMatch(/80\.0.%.*lost 31 → 21, end 124 → 134/);
    await correction.click();
    await page.getByRole('tab', { name: / Correct the second quarter\)/ }).waitFor();
    // As text, the earlier version too.
    await page.locator('.view-line', { hasText: '2024-Q2,105,50,31,124' }).waitFor();
    await workbench.closeEditors();

    await workbench.runCommand('Retention: Undo Git Set-Up');
    await choose(/^Remove these lines/);
    await expect.poll(() => read('.git/config')).toBe(before);
  });

  it('compares a changed file with the last commit from the source control view', async () => {
    const { page } = workbench;
    await workbench.writeDisk(FILE, BOTH.replace('50,21,134,', '50,11,144,'));
    await workbench.runCommand('Source Control: Focus on Changes View');
    const changed = page.getByRole('treeitem', { name: /^acme\.retention/ });
    await changed.first().click({ button: 'right' });
    await workbench.chooseFromMenu('Compare as Table');
    await page.getByRole('tab', { name: `${FILE} (table)` }).waitFor();
    const { frame } = workbench.notebook();
    await frame.getByText('From HEAD to the file now').waitFor();
    await frame.getByRole('row', { name: /changed 2024-Q2 105 50 was 21/ }).waitFor();
    git('checkout', '--quiet', '--', FILE);
    await workbench.closeEditors();
    await page.keyboard.press('ControlOrMeta+Shift+e');
  });

  it('leads from a conflict to the merge editor, or says that there is none and shows the text', async () => {
    const { page } = workbench;
    git('switch', '--quiet', '--force-create', 'third', 'main~1');
    await commit('Count again', OURS.replace('50,21,134,', '50,22,133,'));
    expect(spawnSync('git', ['merge', '--quiet', 'main'], { cwd: workbench.folder, env }).status).toBe(1);
    const notebook = await workbench.openNotebook(FILE);
    await notebook.frame.getByRole('button', { name: 'Open in Merge Editor' }).click();
    if (inject('build') === 'newest') {
      await page.getByRole('tab', { name: `Merging: ${FILE}` }).waitFor();
      await page.locator('.merge-editor .view-line', { hasText: '2024-Q2,105,50,21,134' }).first().waitFor();
    } else {
      await page.getByText('VS Code opened no merge editor').first().waitFor();
      await page.locator('.view-line', { hasText: '<<<<<<< HEAD' }).waitFor();
    }
  });
});
