import { beforeEach, describe, expect, it } from 'vitest';
import { useNotebook } from './harness';

/** Today is 2038-06-13 in these tests. */
const file = `period,segment,start,new,lost,end,reason_price
2038-01,SMB,500,50,100,450,80
2038-01,Large,100,15,10,105,6
#
#> ## Playbook
#>
#> - [/] Price **lock** {due=2038-06-03 reason=price segment=SMB x=kept}
#> - [ ] Calls {due=2038-06-14}
#> - [x] Letters {due=2038-01-01}
#> - [x] Mails {control=90/100 variant=93/100}
#> - [?] Odd {due=soon}
`;

describe('the playbook', () => {
  const notebook = useNotebook({ width: 1100, height: 900 });
  const panel = () => notebook().page.getByRole('region', { name: 'Playbook', exact: true });
  const task = (name: string) =>
    panel().getByRole('list', { name: 'Tasks of the playbook' }).getByRole('listitem', { name, exact: true });
  const line = async (word: string) =>
    (await notebook().text()).split('\n').find((one) => one.startsWith('#>') && one.includes(word));
  const open = async (text: string, lock: 'readonly' | '' = '') => {
    await notebook().open(text, lock);
    await notebook().command('showPlaybook');
    await panel().waitFor();
  };
  const list = () => panel().getByRole('listbox', { name: 'Strategies' });
  const add = () => panel().getByRole('button', { name: 'Add strategy\u2026' });
  const find = () => panel().getByRole('combobox', { name: 'Find a strategy' });
  const hasFocus = (element: ReturnType<typeof add>) =>
    element.evaluate((one) => one === document.activeElement);

  describe('as it is', () => {
    beforeEach(() => open(file));

    it('says in words what is open and what is late', async () => {
      expect(await panel().locator('.panel-lead').innerText()).toBe(
        '3 of 5 tasks are open, 1 is overdue: “Price lock”.',
      );
      expect(await task('Price lock').innerText()).toContain('Overdue by 10 days.');
      expect(await task('Calls').innerText()).toContain('Due tomorrow.');
      expect(await task('Letters').innerText()).not.toContain('Overdue');
      expect(await task('Odd').innerText()).toContain('Due is “soon”, which cannot be read.');
    });

    it('changes status, due date, beginning and segment, each as one step of undo', async () => {
      await task('Calls').getByLabel('Status').selectOption('Active');
      await expect.poll(() => line('Calls')).toBe('#> - [/] Calls {due=2038-06-14}');
      await task('Price lock').getByLabel('Due').fill('2038-07-01');
      await task('Price lock').getByLabel('Due').press('Enter');
      await expect
        .poll(() => line('Price'))
        .toBe('#> - [/] Price **lock** {due=2038-07-01 reason=price segment=SMB x=kept}');
      await expect.poll(() => panel().locator('.panel-lead').innerText()).toContain('none is overdue');
      await task('Calls').getByLabel('Since').fill('2038-02');
      await task('Calls').getByLabel('Segment').focus();
      await task('Calls').getByLabel('Segment').selectOption('Large');
      await expect
        .poll(() => line('Calls'))
        .toBe('#> - [/] Calls {due=2038-06-14 since=2038-02 segment=Large}');
      await task('Price lock').getByLabel('Segment').selectOption('All customers');
      await task('Odd').getByLabel('Status').selectOption('Dropped');
      await expect.poll(() => line('Odd')).toBe('#> - [-] Odd {due=soon}');
      expect(await notebook().labels()).toHaveLength(6);
      await notebook().page.locator('.rn-grid-input').focus();
      await notebook().press(...Array<string>(6).fill('Mod+z'));
      await expect.poll(() => notebook().text()).toBe(file);
      // The panel is drawn a moment after the text is back.
      await expect.poll(() => task('Calls').getByLabel('Status').inputValue()).toBe('planned');
    });

    it('refuses what is no date, no period and no group, and says what to write', async () => {
      const refused = async (label: string, typed: string, sentence: string) => {
        const field = task('Calls').getByLabel(label, { exact: true });
        await field.fill(typed);
        await field.press('Enter');
        await expect
          .poll(() => task('Calls').getByRole('alert').allInnerTexts())
          .toEqual([expect.stringContaining(sentence)]);
        expect(await field.getAttribute('aria-invalid')).toBe('true');
        expect(await field.inputValue()).toBe(typed);
        await field.press('Escape');
        expect(await task('Calls').getByRole('alert').count()).toBe(0);
      };
      await refused('Due', '31-12-2038', 'Write year, month and day');
      await refused('Since', 'spring', 'such as 2038-01');
      await task('Calls').getByText('Experiment').click();
      await refused('Stayed with it', '101/100', 'how many stayed of how many');
      expect(await notebook().text()).toBe(file);
    });

    it('shows what an experiment shows, as its counts are typed', async () => {
      const result = () => task('Mails').locator('.task-result').innerText();
      expect(await result()).toMatch(
        /^No evidence of a difference\..*\+3\.0 pt, between −5\.1 pt and \+11\.2 pt.*\(p = 0\.447\).*z-test/s,
      );
      await task('Mails').getByLabel('Stayed with it').fill('60 of 100');
      await task('Mails').getByLabel('Stayed with it').press('Enter');
      await expect.poll(() => line('Mails')).toBe('#> - [x] Mails {control=90/100 variant=60/100}');
      expect(await result()).toMatch(/^Worse with it\..*−30\.0 pt.*p < 0\.001/s);
      await task('Mails').getByLabel('Stayed without it').fill('');
      await notebook().cell(0, 2).click();
      await expect.poll(() => panel().innerText()).toContain('its control group is missing');
      expect(await task('Mails').locator('.task-result').count()).toBe(0);
    });
  });

  it('offers first what answers the biggest reason, and why, and adds it by keyboard alone', async () => {
    await open(file);
    await add().press('Enter');
    await expect.poll(() => hasFocus(find())).toBe(true);
    const options = list().getByRole('option');
    expect(await options.count()).toBe(51);
    const why = await panel()
      .getByRole('group', { name: /left for “price”/ })
      .getByRole('option')
      .count();
    expect(why).toBeGreaterThan(1);
    const chosen = () => list().getByRole('option', { selected: true });
    const first = await chosen().innerText();
    expect(await options.first().innerText()).toBe(first);
    await notebook().press('ArrowDown', 'ArrowDown', 'ArrowUp');
    expect(await chosen().innerText()).toBe(await options.nth(1).innerText());
    expect(await find().getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'));
    await notebook().page.keyboard.type('welcome onboarding');
    await expect.poll(() => panel().getByRole('status').innerText()).toMatch(/^\d+ strateg/);
    const title = await panel().locator('.picker-title').innerText();
    expect(await find().getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'));
    expect(await panel().locator('.picker-detail').innerText()).toMatch(/How to do it/);
    await notebook().press('Enter');
    await expect.poll(() => line(title)).toMatch(/^#> - \[ \] .* \{.*strategy=[a-e]-\d\d\}$/);
    expect(await notebook().edits()).toBe(1);
    expect(await find().count()).toBe(0);
    expect(await hasFocus(add())).toBe(true);
    expect(await task(title).getByLabel('Status').inputValue()).toBe('planned');
    await add().press('Enter');
    expect(
      await panel().getByRole('group', { name: 'In the playbook already' }).getByRole('option').count(),
    ).toBe(1);
    await find().fill('no such words');
    expect(await panel().innerText()).toContain('No strategy has these words');
    await notebook().press('Enter', 'Escape');
    expect(await find().count()).toBe(0);
    expect(await hasFocus(add())).toBe(true);
    expect(await notebook().edits()).toBe(1);
  });

  it('begins in a file without notes, and offers nothing in a locked one', async () => {
    await open('period,start,new,lost\n2038-01,500,50,100\n');
    expect(await panel().innerText()).toContain('Nothing is planned yet');
    await add().click();
    await list().getByRole('option').first().dblclick();
    await expect.poll(() => notebook().text()).toMatch(/#> ## Playbook\n#>\n#> - \[ \] .*strategy=/);
    await open(file, 'readonly');
    expect(await task('Price lock').innerText()).toMatch(/Active · Due 2038-06-03 · SMB/);
    expect(await panel().getByRole('combobox').count()).toBe(0);
    expect(await panel().getByRole('textbox').count()).toBe(0);
    expect(await add().count()).toBe(0);
  });
});
