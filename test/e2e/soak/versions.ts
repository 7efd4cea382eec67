import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { changedOutside, clearOrder, save, select, someNumber, writeOutside } from '../walk/actions';
import type { Actions, Walk } from '../walk/actions';

const run = promisify(execFile);

const branches = ['left', 'right'] as const;

/** Git, and others who write the file, while it is open. */
export async function versions(walk: Walk, isAutoSaving: () => boolean): Promise<Actions> {
  const { workbench, beside, file, roll } = walk;
  const disk = async () => String(await workbench.readDisk(file));
  const git = async (...args: readonly string[]): Promise<string> => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org'];
    return (await run('git', [...who, ...args], { cwd: workbench.folder, env })).stdout;
  };
  const commit = () => git('commit', '-q', '--allow-empty', '-m', 'Numbers', '--', file);

  await git('init', '-q', '-b', branches[0]);
  await git('add', file);
  await git('commit', '-q', '-m', 'Begin');
  await git('branch', branches[1]);
  let current = 0;
  const committed = [await disk(), await disk()];

  return {
    checkout: [
      2,
      async () => {
        await clearOrder(workbench.notebook());
        await save(walk);
        committed[current] = await disk();
        await commit();
        current = 1 - current;
        await git('checkout', '-q', branches[current] ?? '');
        expect(await disk()).toBe(committed[current]);
        await writeOutside(walk, committed[current] ?? '');
        return `git checkout ${branches[current]}`;
      },
    ],
    stash: [
      1,
      async () => {
        await clearOrder(workbench.notebook());
        await save(walk);
        const saved = await disk();
        if (saved === committed[current]) return 'nothing to stash';
        await git('stash', '-q');
        await writeOutside(walk, committed[current] ?? '');
        await walk.agree();
        // A file that was touched again is not git's any more.
        await git('checkout', '-q', '--', file);
        await git('stash', 'pop', '-q');
        expect(await disk()).toBe(saved);
        await writeOutside(walk, saved);
        return 'git stash and back';
      },
    ],
    conflict: [
      2,
      async () => {
        if (isAutoSaving()) return 'no conflict while everything is saved at once';
        await clearOrder(workbench.notebook());
        await save(walk);
        const theirs = changedOutside(roll, await disk());
        const place = await select(workbench.notebook(), roll);
        await workbench.notebook().keys(someNumber(roll));
        await workbench.notebook().press('Enter');
        await walk.agree();
        if (!(await beside.isDirty())) return 'no conflict without an edit';
        const ours = await beside.text();
        await workbench.writeDisk(file, theirs.text);
        await workbench.notebook().press('Mod+s');
        const failure = workbench.page.locator('.notification-toast', { hasText: /Failed to save/ });
        await failure.waitFor();
        // Both are still there, and somebody has to decide.
        expect(await disk()).toBe(theirs.text);
        expect(await beside.text()).toBe(ours);
        expect(await beside.isDirty()).toBe(true);
        const keepsOurs = roll(2) === 0;
        if (keepsOurs) await failure.getByRole('button', { name: 'Overwrite' }).click();
        else await workbench.runCommand('File: Revert File');
        await expect.poll(() => beside.isDirty()).toBe(false);
        await expect.poll(() => beside.text()).toBe(keepsOurs ? ours : theirs.text);
        await failure.waitFor({ state: 'detached' });
        return `conflict at ${place} with ${theirs.what}: ${keepsOurs ? 'ours' : 'theirs'}`;
      },
    ],
  };
}
