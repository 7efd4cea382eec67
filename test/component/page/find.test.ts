import { beforeEach, describe, expect, it } from 'vitest';
import { useNotebook } from './harness';

const head = '#---\n# retention: 1\n# goal: 85%\n#---\nperiod,segment,start,new,lost,end,note\n';
const file = `${head}2024-Q1,SMB,100,15,10,105,
2024-Q1,Enterprise,50,5,1,54,
2024-Q2,SMB,105,50,31,124,
2024-Q2,Enterprise,54,0,2,52,$1
`;

describe('finding and replacing', () => {
  const tab = useNotebook();
  beforeEach(() => tab().open(file));

  const widget = () => tab().page.getByRole('dialog', { name: 'Find and replace' });
  const status = () => widget().getByRole('status');
  const expectStatus = (text: string) => expect.poll(() => status().innerText()).toContain(text);
  const active = () =>
    tab().page.evaluate(() => {
      const id = document.querySelector('textarea')!.getAttribute('aria-activedescendant')!;
      return document.getElementById(id)!.textContent;
    });

  it('finds while one types, goes on and back, and gives the focus back to the cell', async () => {
    await tab().press('Mod+f');
    await tab().page.keyboard.type('sm');
    await expectStatus('1 of 2');
    expect(await active()).toBe('SMB');
    expect(await tab().grid.locator('.is-match, .is-current').count()).toBe(2);
    expect(await tab().grid.locator('.is-current').count()).toBe(1);
    await tab().press('Enter');
    await expectStatus('2 of 2');
    await tab().press('F3');
    await expectStatus('1 of 2');
    await tab().press('Shift+Enter');
    await expectStatus('2 of 2');
    await tab().press('Escape');
    await widget().waitFor({ state: 'detached' });
    expect(await tab().grid.locator('.is-match, .is-current').count()).toBe(0);
    await tab().press('ArrowRight');
    expect(await active()).toBe('105');
    expect(await tab().edits()).toBe(0);
  });

  it('finds what calculated cells show, and the last of 100 000 rows', async () => {
    await tab().press('Mod+f');
    await tab().page.keyboard.type('98.0');
    await expectStatus('1 of 1');
    const rows = Array.from({ length: 100_000 }, (_, row) => `r${row},,1,0,0,1,`);
    await tab().open(`${head}${rows.join('\n')}\nlast,,1,0,0,1,needle\n`);
    await tab().press('Mod+f');
    await tab().page.keyboard.type('needle');
    await expectStatus('1 of 1');
    expect(await active()).toBe('needle');
  });

  it('replaces literally, all in one step, and leaves calculated cells', async () => {
    await tab().press('Mod+h');
    await tab().page.keyboard.type('SMB');
    await widget().getByLabel('Replace by').fill('$$&');
    await widget().getByRole('button', { name: 'Replace all' }).click();
    await expectStatus('Replaced in 2 cells.');
    await expect.poll(() => tab().text()).toBe(file.replaceAll('SMB', () => '$$&'));
    expect(await tab().edits()).toBe(1);
    // Nothing is left to replace, and the button that did it still has the focus.
    const button = widget().getByRole('button', { name: 'Replace all' });
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
    await tab().press('Escape');
    await widget().waitFor({ state: 'detached' });
    await tab().press('Mod+h');
    await widget().getByLabel('Find', { exact: true }).fill('5');
    await widget().getByRole('button', { name: 'Replace all' }).click();
    await expectStatus('calculated and');
  });

  it('no longer says what was replaced once that is undone', async () => {
    await tab().press('Mod+h');
    await tab().page.keyboard.type('SMB');
    await widget().getByLabel('Replace by').fill('Small');
    await widget().getByRole('button', { name: 'Replace all' }).click();
    await expectStatus('Replaced in 2 cells.');
    await tab().page.locator('.rn-grid-input').focus();
    await tab().press('Mod+z');
    await expect.poll(() => tab().text()).toBe(file);
    await expect.poll(() => status().innerText()).toMatch(/of 2|2 cells/);
  });

  it('searches what was selected, also when that is asked for after typing', async () => {
    await (await tab().cellOf('segment', 0)).click();
    await tab().press('Shift+ArrowDown', 'Shift+ArrowDown', 'Mod+f');
    await tab().page.keyboard.type('e');
    await expectStatus('1 of 2');
    await tab().press('Alt+l');
    await expectStatus('1 of 1');
    await tab().press('Alt+l');
    await expectStatus('of 2');
  });

  it('replaces one after the other, with groups of an expression', async () => {
    await tab().press('Mod+h');
    await tab().press('Alt+r');
    await tab().page.keyboard.type('(\\d{4})-Q1');
    await expectStatus('1 of 2');
    await widget().getByLabel('Replace by').fill('$1-Q4');
    await tab().press('Enter');
    await expect.poll(() => tab().text()).toBe(file.replace('2024-Q1', '2024-Q4'));
    await expectStatus('1 of 1');
    await widget().getByLabel('Find', { exact: true }).fill('(');
    await expectStatus('Unterminated group');
    await widget().getByLabel('Find', { exact: true }).fill('(a+)+$');
    await expectStatus('could take for ever');
  });

  it('searches the rows that are shown, and says that others are not', async () => {
    await tab().header('segment').hover();
    await tab()
      .page.getByRole('button', { name: /^Sort and filter segment/ })
      .click();
    await tab().page.getByRole('checkbox', { name: 'SMB' }).uncheck();
    await tab().press('Enter');
    await tab().expectColumn('segment', ['Enterprise', 'Enterprise']);
    await tab().press('Mod+f');
    await tab().page.keyboard.type('2024');
    await expectStatus('1 of 2');
    await expectStatus('not searched: 2 rows');
  });

  it('finds and replaces in the right column after one beside it is hidden', async () => {
    await tab().press('Mod+h');
    await tab().page.keyboard.type('SMB');
    await expectStatus('1 of 2');
    await tab().header('period').click();
    await tab().command('hideColumns');
    await expect.poll(() => tab().headers()).not.toContain('period');
    expect(await tab().grid.locator('.is-match').allInnerTexts()).toEqual(['SMB', 'SMB']);
    await widget().getByLabel('Replace by').fill('Small');
    await tab().press('Enter');
    await tab().press('Enter');
    await expect.poll(() => tab().text()).toBe(file.replace('2024-Q2,SMB', '2024-Q2,Small'));
  });

  it('counts what is entered, not what is being typed', async () => {
    await tab().press('Mod+f');
    await tab().page.keyboard.type('98.0');
    await expectStatus('1 of 1');
    await (await tab().cellOf('end', 1)).click();
    await tab().page.keyboard.type('55');
    await expect.poll(() => tab().grid.innerText()).toContain('100.0');
    expect(await status().innerText()).toContain('1 of 1');
    await tab().press('Enter');
    await expectStatus('No results');
  });

  describe('in a file that takes long to search', () => {
    const needles = [10, 60_000, 90_000];
    beforeEach(async () => {
      const rows = Array.from(
        { length: 100_000 },
        (_, row) => `r${row},,1,0,0,1,${needles.includes(row) ? 'needle' : ''}`,
      );
      await tab().open(`${head}${rows.join('\n')}\n`);
    });

    it('goes on from its match after an edit, even when the search after it has not ended', async () => {
      await tab().press('Mod+f');
      await tab().page.keyboard.type('needle');
      await expectStatus('1 of 3');
      await tab().press('Enter');
      await expectStatus('2 of 3');
      await tab().page.evaluate((start) => {
        window.host.change([{ start, end: start, text: 'x' }]);
        window.host.send({ type: 'command', name: 'findNext' });
      }, head.length);
      await expectStatus('3 of 3');
      await expect.poll(() => tab().activeCell()).toContain('row 90001');
    });

    it('replaces a match with each press', async () => {
      await tab().press('Mod+h');
      await tab().page.keyboard.type('needle');
      await expectStatus('1 of 3');
      await widget().getByLabel('Replace by').fill('pin');
      await tab().press('Enter');
      await expectStatus('1 of 2');
      await tab().press('Enter', 'Enter');
      await expectStatus('No results');
      const rows = (await tab().rows()).filter((row) => row.endsWith('pin'));
      expect(rows.map((row) => row.split(',')[0])).toEqual(needles.map((row) => `r${row}`));
      expect(await tab().edits()).toBe(3);
    });
  });
});
