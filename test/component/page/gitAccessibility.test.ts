/** What people see of git: the conflicts in the notebook, and the comparison of two versions. */
import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../../src/core';
import { compareHtml } from '../../../src/report';
import { violationsIn } from '../axe';
import { setTheme, themeNames } from '../themes';
import { useNotebook } from './harness';

const notebook = useNotebook({ width: 1100, height: 900 });

const HEAD = '#---\n# retention: 1\n# goal: 85%\n#---\nperiod,segment,start,new,lost,end,note\n';
const BASE = '2024-02,SMB,105,5,10,100,\n';
const OURS = '2024-02,SMB,105,5,12,98,ours\n';
const THEIRS = '2024-02,SMB,105,5,9,101,theirs\n';
const conflict = (ours: string, base: string, theirs: string): string =>
  `<<<<<<< HEAD\n${ours}||||||| 1234567\n${base}=======\n${theirs}>>>>>>> feature\n`;
const file = [
  HEAD.replace('# goal: 85%\n', conflict('# goal: 80%\n', '# goal: 85%\n', '# goal: 90%\n')),
  '2024-01,SMB,100,15,10,105,\n',
  conflict(OURS, BASE, THEIRS),
  '2024-03,SMB,98,6,9,95,\n#\n',
  conflict('#> Mine\n', '#> All of us\n', '#> Yours\n'),
].join('');

const before = `${HEAD}2024-01,SMB,100,15,10,105,\n${BASE}2024-03,SMB,100,1,1,100,\n#\n#> Old\n`;
const after = `${HEAD.replace('85', '90')}2024-01,SMB,100,15,10,105,\n${OURS}2024-04,SMB,100,1,1,100,\n#\n#> New\n`;

describe.each(themeNames)('axe finds nothing in %s against', (theme) => {
  it('conflicts of rows, settings and notes, one of them being written by hand', async () => {
    const n = notebook();
    const { page } = n;
    await n.open(file);
    await setTheme(page, theme);
    const conflicts = page.getByRole('region', { name: 'Merge conflicts' });
    await conflicts.getByRole('button', { name: 'Resolve Row 2024-02 · SMB by hand' }).click();
    await page.evaluate(() => window.host.send({ type: 'flush', request: 1 }));
    await conflicts.getByText('Saving with conflicts left').waitFor();
    expect(await violationsIn(page, theme === 'light' ? 'all' : 'colours')).toEqual([]);
  });

  it('the comparison of two versions', async () => {
    const { page } = notebook();
    await page.goto('about:blank');
    const diff = diffDocuments(before, after, { today: 20_089 });
    await page.setContent(compareHtml(diff, { file: 'a.retention', before: 'HEAD', after: 'the file now' }));
    await setTheme(page, theme);
    expect(await page.getByRole('row').count()).toBe(5);
    expect(await violationsIn(page, theme === 'light' ? 'all' : 'colours')).toEqual([]);
  });
});
