import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useNotebook } from './harness';

const notebook = useNotebook({ width: 1100, height: 800 });

const HEAD = '#---\n# retention: 1\n# goal: 85%\n#---\nperiod,segment,start,new,lost,end,note\n';
const BEFORE = '2024-01,SMB,100,15,10,105,\n';
const AFTER = '2024-04,SMB,98,6,9,95,\n#\n#> After\n';
const HUNK = [
  '<<<<<<< HEAD',
  '2024-02,SMB,105,5,12,98,ours',
  '2024-03,SMB,98,8,8,98,',
  '||||||| 1234567',
  '2024-02,SMB,105,5,10,100,',
  '2024-03,SMB,98,8,8,98,',
  '=======',
  '2024-02,SMB,105,5,9,101,theirs',
  '2024-03,SMB,98,9,9,98,',
  '>>>>>>> feature',
  '',
].join('\n');
const [OURS, THEIRS, BASE, MARCH] = [
  '2024-02,SMB,105,5,12,98,ours\n',
  '2024-02,SMB,105,5,9,101,theirs\n',
  '2024-02,SMB,105,5,10,100,\n',
  '2024-03,SMB,98,9,9,98,\n',
];
const NOTES = '<<<<<<< HEAD\n#> Mine\n=======\n#> Yours\n>>>>>>> feature\n';
const file = HEAD + BEFORE + HUNK + AFTER;
/** Three contested rows in git's merge style, each a hunk of its own. */
const three = `${HEAD}${[1, 2, 3]
  .map((n) => `<<<<<<< HEAD\n2024-0${n},SMB,10,1,1,10,\n=======\n2024-0${n},SMB,10,1,2,9,\n>>>>>>> feature\n`)
  .join('2023-01,SMB,1,1,1,1,\n')}`;

const region = (): Locator => notebook().page.getByRole('region', { name: 'Merge conflicts' });
const button = (name: string | RegExp): Locator => region().getByRole('button', { name });
const card = (name: string): Locator =>
  region()
    .getByRole('listitem')
    .filter({ has: notebook().page.getByRole('heading', { name }) });
const said = (): Promise<string> =>
  notebook()
    .page.locator('[role=status], [aria-live]')
    .allTextContents()
    .then((texts) => texts.join(' '));
const focused = (): Promise<string> =>
  notebook().page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

describe('a file with conflicts', () => {
  it('shows the rows outside, and of each row in conflict the versions with what follows from them', async () => {
    const n = notebook();
    await n.open(file);
    await region().getByText('1 row in conflict between yours and “feature”.').waitFor();
    await n.expectColumn('period', ['2024-01', '2024-04']);
    const rows = card('Row 2024-02 · SMB').getByRole('row');
    const cells = await rows.evaluateAll((all) =>
      all.map((row) =>
        [...row.querySelectorAll('th,td')].map((cell) => cell.textContent.trim().replaceAll(/\s+/g, ' ')),
      ),
    );
    expect(cells).toEqual([
      ['Version', 'start', 'new', 'lost', 'end', 'note', 'CRR', 'gap'],
      [
        'Take Base 1234567',
        '105',
        '5',
        '≠contested: 10',
        '≠contested: 100',
        '≠contested: –',
        '90.5 %',
        '+5.5',
      ],
      [
        'Take Ours HEAD',
        '105',
        '5',
        '≠contested: 12',
        '≠contested: 98',
        '≠contested: ours',
        '88.6 %',
        '+3.6',
      ],
      [
        'Take Theirs feature',
        '105',
        '5',
        '≠contested: 9',
        '≠contested: 101',
        '≠contested: theirs',
        '91.4 %',
        '+6.4',
      ],
    ]);
    expect(await n.edits()).toBe(0);
    // The table itself cannot be edited meanwhile, and says why.
    await n.press('ArrowRight', '7');
    await n.page.getByText('Resolve them above the table first').first().waitFor();
    expect(await n.text()).toBe(file);
  });

  it.each([
    ['ours', OURS],
    ['theirs', THEIRS],
    ['base', BASE],
  ])('takes %s with the keyboard, in one step that can be undone', async (side, line) => {
    const n = notebook();
    await n.open(file);
    await button(`Take ${side} for Row 2024-02 · SMB`).focus();
    await n.press('Enter');
    // What one side alone changed in the hunk needs no choice.
    await expect.poll(() => n.text()).toBe(HEAD + BEFORE + line + MARCH + AFTER);
    expect(await n.edits()).toBe(1);
    await expect.poll(() => region().count()).toBe(0);
    await n.expectColumn('period', ['2024-01', '2024-02', '2024-03', '2024-04']);
    await expect.poll(said).toContain('All conflicts are resolved.');
    expect(await n.gridHasFocus()).toBe(true);
    expect(await n.activeCell()).toMatch(/^period, row 2.*2024-02/);
    await n.press('Mod+z');
    await region().waitFor();
    expect(await n.text()).toBe(file);
  });

  it('goes on to the next conflict, and says how many are left', async () => {
    const n = notebook();
    await n.open(three);
    await button('Take theirs for Row 2024-02 · SMB').click();
    await region().getByText('2 rows in conflict').waitFor();
    expect(await focused()).toBe('Take theirs for Row 2024-03 · SMB');
    expect(await said()).toContain('Row 2024-02 · SMB: took theirs. 2 rows left.');
    await n.press('Enter');
    await region().getByText('1 row in conflict').waitFor();
    expect(await focused()).toBe('Take theirs for Row 2024-01 · SMB');
    await n.press('Shift+Tab', 'Enter');
    await expect.poll(() => region().count()).toBe(0);
    expect(await n.rows()).toEqual([
      '2024-01,SMB,10,1,1,10,',
      '2023-01,SMB,1,1,1,1,',
      '2024-02,SMB,10,1,2,9,',
      '2023-01,SMB,1,1,1,1,',
      '2024-03,SMB,10,1,2,9,',
    ]);
    expect(await n.edits()).toBe(3);
  });

  it('takes everything of one side in one step', async () => {
    const n = notebook();
    await n.open(three);
    await button('Take All Theirs').click();
    await expect.poll(() => region().count()).toBe(0);
    expect(await n.text()).toBe(three.replaceAll(/<{7}[^]*?={7}\n|>{7}.*\n/g, ''));
    expect([await n.edits(), await n.gridHasFocus()]).toEqual([1, true]);
  });

  it('takes contested cells written by hand, says what is wrong with them, and gives up on Escape', async () => {
    const n = notebook();
    await n.open(file);
    await button('Resolve Row 2024-02 · SMB by hand').click();
    const field = (column: string): Locator =>
      region().getByRole('textbox', { name: `${column} of Row 2024-02 · SMB, by hand` });
    expect(await focused()).toBe('lost of Row 2024-02 · SMB, by hand');
    await n.page.keyboard.type('11');
    await n.press('Escape');
    expect(await field('lost').count()).toBe(0);
    expect(await focused()).toBe('Resolve Row 2024-02 · SMB by hand');
    await n.press('Enter');
    await field('lost').fill('11');
    await field('end').fill('99');
    await field('note').fill('both, checked');
    await n.press('Enter');
    await expect
      .poll(() => n.text())
      .toBe(`${HEAD}${BEFORE}2024-02,SMB,105,5,11,99,"both, checked"\n${MARCH}${AFTER}`);
    expect([await n.edits(), await n.gridHasFocus()]).toEqual([1, true]);
  });

  it('keeps what is written by hand while the tab is hidden', async () => {
    const n = notebook();
    await n.open(file);
    await button('Resolve Row 2024-02 · SMB by hand').click();
    const note = region().getByRole('textbox', { name: 'note of Row 2024-02 · SMB, by hand' });
    await note.fill('half a sen');
    await n.reload();
    expect(await note.inputValue()).toBe('half a sen');
    expect(await n.edits()).toBe(0);
  });

  it('chooses between settings and notes, and keeps both notes', async () => {
    const n = notebook();
    const goal = '<<<<<<< HEAD\n# goal: 80%\n=======\n# goal: 90%\n>>>>>>> feature\n';
    await n.open(`${HEAD.replace('# goal: 85%\n', goal)}${BEFORE}#\n${NOTES}`);
    await region().getByText('1 setting and 1 other place in conflict').waitFor();
    await button('Take theirs for Setting goal').click();
    await button('Take both for Notes').waitFor();
    await button('Resolve Notes by hand').click();
    await region().getByRole('textbox', { name: 'Notes, by hand' }).fill('#> Ours together');
    await button('Write Notes as typed').click();
    const resolved = `${HEAD.replace('85', '90')}${BEFORE}#\n`;
    await expect.poll(() => n.text()).toBe(`${resolved}#> Ours together\n`);
    await n.press('Mod+z');
    await button('Take both for Notes').click();
    await expect.poll(() => n.text()).toBe(`${resolved}#> Mine\n#> Yours\n`);
  });

  it('merges what needs no choice on request', async () => {
    const n = notebook();
    const adjacent = HUNK.replace(OURS, BASE);
    await n.open(HEAD + BEFORE + adjacent + AFTER);
    await region().getByText('nothing is contested').waitFor();
    await button('Merge Those').click();
    await expect.poll(() => n.text()).toBe(HEAD + BEFORE + THEIRS + MARCH + AFTER);
    expect(await n.gridHasFocus()).toBe(true);
  });

  it('merges row by row where the columns differ', async () => {
    const n = notebook();
    const row = '2024-01,1\n';
    await n.open(
      `<<<<<<< HEAD\nperiod,start,note\n2024-01,1,x\n||||||| base\nperiod,start\n${row}=======\nperiod,start\n2024-01,2\n>>>>>>> feature\n2024-02,1\n`,
    );
    await region().getByText('The sides differ in their columns.').waitFor();
    await button('Merge Row by Row').click();
    await expect.poll(() => n.text()).toMatch(/^period,start,note\n2024-01,2,x\n/);
  });

  it('says on saving what is left, without touching the file', async () => {
    const n = notebook();
    await n.open(three);
    await n.page.evaluate(() => window.host.send({ type: 'flush', request: 1 }));
    await region().getByRole('status').getByText('Saving with conflicts left: 3 rows.').waitFor();
    expect(await n.edits()).toBe(0);
  });

  it('leads to the text where markers make no conflict', async () => {
    const n = notebook();
    await n.open(`${HEAD}${BEFORE}=======\n${AFTER}`);
    await region().getByText('Markers of a merge conflict, but no conflict.').waitFor();
    await region().getByText('Line 7: This marker belongs to no conflict').waitFor();
    expect(await button('Take All Ours').count()).toBe(0);
  });

  it('offers no choice in a file that cannot be written', async () => {
    const n = notebook();
    await n.open(file, 'readonly');
    await region().getByText('nothing can be chosen').waitFor();
    expect(await button('Take ours for Row 2024-02 · SMB').isDisabled()).toBe(true);
  });
});
