import { describe, expect, it } from 'vitest';
import { useNotebook } from './harness';

const quarters = 'period,start,new,lost\n2037-Q4,1000,50,100\n2038-Q1,950,100,95\n';

describe('what if', () => {
  const notebook = useNotebook({ width: 1280, height: 1000 });
  const panel = () => notebook().page.getByRole('region', { name: 'What if', exact: true });
  const field = (name: string, period: string) =>
    panel().getByRole('textbox', { name: new RegExp(`^${name}, ${period} `) });
  const lead = () => panel().locator('.panel-lead').innerText();
  const button = (name: string) => panel().getByRole('button', { name, exact: true });
  const open = async (text: string, lock: 'readonly' | '' = '') => {
    await notebook().open(text, lock);
    await notebook().command('showWhatIf');
    await panel().locator('.panel-content > *').first().waitFor();
  };
  /** The comparison, line by line. */
  const outcome = async () => {
    const rows = panel().getByRole('table', { name: 'How the year ends' }).getByRole('row');
    return (await rows.allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' ').trim());
  };

  it('recalculates with every character, follows the file, and writes only when asked', async () => {
    await open(quarters);
    await expect.poll(lead).toMatch(/^As it is, 2038 ends with 890 customers, 65\.6\s%/);
    expect(await button('Write to file').isDisabled()).toBe(true);
    const all = field('New', 'Rest of the year');
    await all.pressSequentially('200');
    await expect.poll(lead).toContain('“A” ends with 1,238 (+348)');
    await field('Lost', '2038-Q4').fill('0');
    await expect.poll(outcome).toContain('Customers at the end 890 1,353 (+463)');
    await expect
      .poll(() => field('New', '2038-Q3').getAttribute('aria-label'))
      .toBe('New, 2038-Q3 (rest of year 200)');
    expect(await panel().getByRole('img').getAttribute('aria-label')).toContain('As it is 890, A 1,353');
    expect(await notebook().edits()).toBe(0);

    // The file goes on underneath; what is typed stays.
    const at = (await notebook().text()).indexOf(',95\n') + 1;
    await notebook().change({ start: at, end: at + 2, text: '45' });
    await expect.poll(lead).toContain('“A” ends with 1,446');
    expect(await all.inputValue()).toBe('200');
    await notebook().change({ start: at, end: at + 2, text: '95' });
    await expect.poll(lead).toContain('“A” ends with 1,353');

    await button('Write to file').click();
    expect(await notebook().labels()).toEqual(['Write scenario A']);
    expect((await notebook().rows()).slice(2)).toEqual([
      '2038-Q2,955,200,96',
      '2038-Q3,1059,200,106',
      '2038-Q4,1153,200,0',
    ]);
    await expect.poll(lead).toContain('2038 ends with 1,353 customers');
    await notebook().page.locator('.rn-grid-input').focus();
    await notebook().press('Mod+z');
    await expect.poll(notebook().rows.bind(notebook())).toHaveLength(2);
  });

  it('compares three scenarios by mouse and keys, and has them again after a reload', async () => {
    await open(quarters);
    const slider = panel().getByRole('slider', { name: 'Lost, Rest of the year: drag' });
    await slider.focus();
    await notebook().press('Home');
    await expect.poll(() => field('Lost', 'Rest of the year').inputValue()).toBe('0');
    await notebook().press('ArrowRight');
    await expect.poll(() => field('Lost', 'Rest of the year').inputValue()).toBe('1');
    await button('Add scenario').press('Enter');
    await panel().getByLabel('Drag', { exact: true }).selectOption('2038-Q3');
    await panel().getByRole('slider', { name: 'Goal, 2038-Q3: drag' }).press('End');
    await expect.poll(() => field('Goal', '2038-Q3').inputValue()).toBe('100%');
    await panel().getByRole('textbox', { name: 'Name' }).fill('Ambitious');
    await notebook().press('Enter');
    await button('Add scenario').click();
    expect(await button('Add scenario').count()).toBe(0);
    const tabs = () => panel().getByRole('tab').allInnerTexts();
    expect(await tabs()).toEqual(['A', 'Ambitious', 'B']);
    expect((await outcome())[1]).toMatch(
      /^Customers at the end 890 1,18\d \(\+29\d\) 890 \(same\) 890 \(same\)$/,
    );

    await notebook().reload();
    await expect.poll(tabs).toEqual(['A', 'Ambitious', 'B']);
    await panel().getByRole('tab', { name: 'B', exact: true }).focus();
    await notebook().press('ArrowLeft');
    expect(await field('Goal', '2038-Q3').inputValue()).toBe('100%');
    await button('Remove').click();
    expect(await tabs()).toEqual(['A', 'B']);
    const focused = () => notebook().page.evaluate(() => document.activeElement?.textContent.trim());
    expect(await focused()).toBe('A');
    await button('Reset').click();
    await expect.poll(lead).toContain('Change a number below');
  });

  it('says at the field why it refuses a number, and shows the rest', async () => {
    await open(quarters);
    const lost = field('Lost', '2038-Q3');
    const problem = async () =>
      panel()
        .locator(`[id="${(await lost.getAttribute('aria-describedby')) ?? 'none'}"]`)
        .innerText();
    for (const [typed, why] of [
      ['1.234,5', 'plain digits'],
      ['-5', 'whole and not negative'],
      ['1.5', 'whole and not negative'],
    ] as const) {
      await lost.fill(typed);
      await expect.poll(problem).toContain(why);
      expect((await outcome())[1]).toContain('890 (same)');
      expect(await panel().innerText()).toContain('Correct what is marked');
      expect(await button('Write to file').isDisabled()).toBe(true);
    }
    await lost.fill('5000');
    await expect.poll(problem).toMatch(/^2038-Q3: 5\s000 cannot be lost of 1\s004 customers\.$/);
    expect((await outcome())[1]).toMatch(/^Customers at the end 890 –/);
    expect(await button('Write to file').isDisabled()).toBe(true);
    await lost.fill('');
    await lost.press('Enter');
    const next = field('Lost', '2038-Q4');
    expect(await next.evaluate((input) => input === document.activeElement)).toBe(true);
    await expect.poll(lead).toContain('Change a number below');
    expect(await panel().innerText()).toContain('Revenue needs the setting');
  });

  it('writes nothing where nothing can be written, and says so where there is no year', async () => {
    await open(quarters, 'readonly');
    await field('Lost', '2038-Q3').fill('0');
    await expect.poll(lead).toContain('“A” ends with');
    expect(await button('Write to file').count()).toBe(0);
    expect(await panel().innerText()).toContain('The file cannot be edited here');
    await open('period,segment,start,new,lost\n2038-Q1,SMB,500,50,100\n2038-Q1,Large,100,15,10\n');
    await field('Lost', '2038-Q3').fill('0');
    await expect.poll(() => panel().innerText()).toContain('Choose a segment');
    await open('period,start,new,lost\n2024-01-01..2024-02-10,100,5,10\n');
    await expect.poll(() => panel().innerText()).toContain('custom length');
    expect(await panel().getByRole('textbox').count()).toBe(0);
  });
});
