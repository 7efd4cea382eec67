import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openWorkbench } from './harness';

const run = promisify(execFile);

const base = `#---
# retention: 1
# goal: 85%
#---
period,segment,start,new,lost,end,note
2024-01,SMB,100,15,10,105,
2024-02,SMB,105,5,10,100,
2024-03,SMB,100,8,8,100,
2024-04,SMB,100,6,9,97,
2024-05,SMB,97,5,7,95,
2024-06,SMB,95,5,5,95,
`;
const ours = base.replace('105,5,10,100,', '105,5,12,98,recount').replace('100,8,8,100,', '98,8,8,98,');
const theirs = base
  .replace('105,5,10,100,', '105,5,9,101,')
  .replace('100,8,8,100,', '101,9,20,90,price rise')
  .replace('95,5,5,95,', '95,5,5,95,closed');
const file = 'acme.retention';

/** Two analysts edited the same quarter; what git could not merge is decided row by row, and only that. */
it('resolves a conflict of two branches row by row, to be committed with just the lines chosen', async () => {
  const workbench = await openWorkbench({ files: { [file]: base } });
  const git = async (...words: readonly string[]): Promise<string> => {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com'];
    const { stdout } = await run('git', [...who, ...words], { cwd: workbench.folder, env });
    return stdout;
  };
  const commit = async (text: string): Promise<void> => {
    await workbench.writeDisk(file, text);
    await git('add', file);
    await git('commit', '-q', '-m', 'Numbers');
  };
  await git('init', '-q', '-b', 'main');
  await commit(base);
  await git('checkout', '-q', '-b', 'finance');
  await commit(theirs);
  await git('checkout', '-q', 'main');
  await commit(ours);
  await expect(git('merge', 'finance')).rejects.toThrow();

  const notebook = await workbench.openNotebook(file);
  const conflicts = notebook.frame.getByRole('region', { name: 'Merge conflicts' });
  await conflicts.getByText('2 rows in conflict between yours and “finance”.').waitFor();
  await notebook.expectCell(1, 'period', '2024-01');
  await notebook.expectCell(2, 'period', '2024-04');
  expect(await workbench.isDirty(file)).toBe(false);

  await conflicts.getByRole('button', { name: 'Take ours for Row 2024-02 · SMB' }).click();
  await conflicts.getByText('1 row in conflict between yours and “finance”.').waitFor();
  await workbench.save(file);
  await conflicts.getByRole('status').getByText('Saving with conflicts left: 1 row.').waitFor();
  expect(String(await workbench.readDisk(file)).match(/^(?:<{7}|>{7}).*$/gm)).toEqual([
    '<<<<<<< HEAD',
    '>>>>>>> finance',
  ]);

  await conflicts.getByRole('button', { name: 'Take theirs for Row 2024-03 · SMB' }).press('Enter');
  await conflicts.waitFor({ state: 'detached' });
  await notebook.expectAt('period, row 3');
  await notebook.expectCell(3, 'lost', '20');
  await workbench.save(file);
  await git('commit', '-q', '-a', '-m', 'Merge finance');
  expect(await git('status', '--porcelain', '--', file)).toBe('');
  const changed = async (from: string): Promise<string[]> =>
    (await git('diff', '-U0', from, 'HEAD', '--', file)).match(/^[-+](?![-+]).*$/gm) ?? [];
  expect(await changed('main~1')).toEqual([
    '-2024-03,SMB,98,8,8,98,',
    '+2024-03,SMB,101,9,20,90,price rise',
    '-2024-06,SMB,95,5,5,95,',
    '+2024-06,SMB,95,5,5,95,closed',
  ]);
  expect(await changed('finance')).toEqual(['-2024-02,SMB,105,5,9,101,', '+2024-02,SMB,105,5,12,98,recount']);
});
