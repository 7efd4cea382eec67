import { beforeEach, describe, expect, it } from 'vitest';
import { useNotebook } from './harness';

const file = `#---
# retention: 1
# goal: 85%
#---
period,start,new,lost,end
2024-01,500,50,100,450
2024-02,450,40,45,445
2024-03,445,30,50,425
`;

describe('the panels', () => {
  const tab = useNotebook();
  beforeEach(() => tab().open(file));

  const toggle = (name: string) =>
    tab().page.getByRole('toolbar', { name: 'Panels' }).getByRole('button', { name });
  const panel = (name: string) => tab().page.getByRole('region', { name, exact: true });
  const picture = (name: string) => panel(name).getByRole('img').first();

  it('open in place and close again, and the focus goes where one expects it', async () => {
    expect(await panel('Trend').count()).toBe(0);
    await toggle('Trend').click();
    await picture('Trend').waitFor();
    expect(await toggle('Trend').getAttribute('aria-expanded')).toBe('true');
    await panel('Trend').getByRole('button', { name: 'Close Trend' }).click();
    expect(await panel('Trend').count()).toBe(0);
    expect(await toggle('Trend').evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await tab().edits()).toBe(0);
  });

  it('open by keyboard alone, and Escape goes back to the cell', async () => {
    await tab().command('focusPanels');
    await expect
      .poll(() => toggle('Trend').evaluate((button) => button === document.activeElement))
      .toBe(true);
    await tab().press('Enter');
    await picture('Trend').waitFor();
    await tab().press('Escape');
    expect(await tab().gridHasFocus()).toBe(true);
  });

  it('open by command, and are there again after a reload, with what was chosen', async () => {
    await tab().command('showTrend');
    await picture('Trend').waitFor();
    await panel('Trend').getByLabel('Rolling mean').selectOption('Last 12 periods');
    await tab().reload();
    await picture('Trend').waitFor();
    expect(await panel('Trend').getByLabel('Rolling mean').inputValue()).toBe('rolling12');
  });

  it('follow an edit of a cell, in words and in the table behind the chart', async () => {
    await toggle('Trend').click();
    const label = await picture('Trend').getAttribute('aria-label');
    expect(label).toContain('2024-01 to 2024-03');
    await panel('Trend').getByText('Data table').click();
    const rows = () => panel('Trend').getByRole('row').allInnerTexts();
    expect((await rows())[1]).toMatch(/^2024-01\s+80\.0\s%\s+76\.3–83\.3\s%\s+85\s%/);
    await tab().cell(0, 4).click();
    await tab().page.keyboard.type('400');
    await tab().press('Enter');
    await expect.poll(async () => (await rows())[1]).toMatch(/^2024-01\s+70\.0\s%/);
    await tab().press('Mod+z');
    await expect.poll(async () => (await rows())[1]).toMatch(/^2024-01\s+80\.0/);
    expect(await panel('Trend').getByRole('table').isVisible()).toBe(true);
  });

  it.each(['Trend', 'Customer flow', 'What if'])(
    'draw after edits what they draw afresh: %s',
    async (name) => {
      const drawn = () => picture(name).evaluate(({ outerHTML }) => outerHTML);
      await tab().open(`${file}2024-04,,,,\n`);
      await toggle(name).click();
      const first = await drawn();
      // Marks move, a period loses its rate and another one gets one.
      await tab().cell(2, 3).click();
      await tab().press('Delete');
      for (const [column, count] of ['425', '10', '40'].entries()) {
        await tab()
          .cell(3, 1 + column)
          .click();
        await tab().page.keyboard.type(`${count}\n`);
      }
      await expect.poll(() => tab().text()).toContain('2024-04,425,10,40,');
      const patched = await drawn();
      expect(patched).not.toBe(first);
      await tab().reload();
      await expect.poll(drawn).toBe(patched);
    },
  );

  it('say what they cannot show, and lead there', async () => {
    await tab().open('period,start,new,lost\n2024-01,100,5,10\n2024-04,95,5,\n');
    await toggle('Trend').click();
    const gaps = panel('Trend').getByRole('listitem');
    await expect
      .poll(() => gaps.allInnerTexts())
      .toContainEqual(expect.stringContaining('2 months are missing'));
    await panel('Trend').getByRole('button', { name: 'Go to row 2' }).click();
    expect(await tab().activeCell()).toContain('2024-04');
    expect(await tab().gridHasFocus()).toBe(true);
  });

  it('share the page with the table as the edge between them is moved', async () => {
    await toggle('Trend').click();
    const edge = tab().page.getByRole('separator', { name: 'Height of the panels' });
    const height = async () => Number(await edge.getAttribute('aria-valuenow'));
    const before = await height();
    await edge.press('ArrowUp');
    expect(await height()).toBe(before + 24);
    const box = (await edge.boundingBox())!;
    await tab().page.mouse.move(box.x + 100, box.y + 2);
    await tab().page.mouse.down();
    await tab().page.mouse.move(box.x + 100, box.y + 52, { steps: 3 });
    await tab().page.mouse.up();
    expect(await height()).toBe(before - 26);
    await tab().reload();
    await expect.poll(height).toBe(before - 26);
  });

  it('give their picture away as SVG, PNG and a file', async () => {
    await toggle('Trend').click();
    await picture('Trend').waitFor();
    const choose = async (name: string) => {
      await panel('Trend').getByRole('button', { name: 'Picture' }).click();
      await tab().menu().getByRole('menuitem', { name }).click();
    };
    await choose('Copy as SVG');
    const [svg] = await tab().page.evaluate(() => window.host.copied);
    expect(svg).toMatch(/^<svg xmlns=.*<\/svg>$/s);
    expect(svg).not.toContain('var(');
    await choose('Save Picture');
    await expect.poll(() => tab().page.evaluate(() => window.host.pictures.length)).toBe(1);
    const [saved] = await tab().page.evaluate(() => window.host.pictures);
    expect(saved).toMatchObject({ name: 'Trend', svg });
    expect(Buffer.from(saved!.png, 'base64').subarray(1, 4).toString()).toBe('PNG');
    await choose('Copy as PNG');
    await expect
      .poll(() =>
        tab().page.evaluate(async () =>
          (await navigator.clipboard.read()).flatMap(({ types }) => [...types]),
        ),
      )
      .toEqual(['image/png']);
  });
});
