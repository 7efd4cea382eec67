import { describe, expect, it } from 'vitest';
import { violationsIn } from '../axe';
import { themeNames } from '../themes';
import { useSheet } from './harness';

const sheet = useSheet();

/** What looks different goes through all themes; the rest is the same in each. */
const looks = [
  ['a table', 'rows=9', []],
  ['a selection', 'rows=9', ['Mod+a']],
  ['a refusal', 'rows=9', ['End', 'F2']],
] as const;
const states = [
  ['an empty table', 'rows=0', []],
  ['a read-only table', 'rows=3&readonly', []],
  ['a scrolled table', 'rows=1000&columns=60', ['End', 'PageDown', 'PageDown']],
  ['an open cell', 'rows=9', ['F2']],
] as const;
const cases = themeNames.flatMap((theme) =>
  [...looks, ...(theme === 'light' ? states : [])].map((look) => [theme, ...look] as const),
);

describe('axe finds nothing', () => {
  it.each(cases)('in %s: %s', async (theme, _, query, keys) => {
    const s = sheet();
    await s.open(query);
    await s.setTheme(theme);
    await s.press(...keys);
    expect(await violationsIn(s.page, theme === 'light' ? 'all' : 'colours')).toEqual([]);
  });
});

describe('roles and names', () => {
  it('is a grid with rows and columns counted, the header being row 1 and the gutter column 1', async () => {
    const s = sheet();
    await s.open('rows=100000');
    const grid = s.page.getByRole('grid', { name: 'Periods' });
    expect(await grid.getAttribute('aria-rowcount')).toBe('100002');
    expect(await grid.getAttribute('aria-colcount')).toBe('13');
    expect(
      await s.page.getByRole('columnheader', { name: 'start', exact: true }).getAttribute('aria-colindex'),
    ).toBe('3');
    await s.press('Mod+End');
    expect(await s.cell(99_999, 11).count()).toBe(1);
  });

  it('says in the text field where one is, and refers to the cell', async () => {
    const s = sheet();
    await s.open();
    await s.press('ArrowDown', 'ArrowRight');
    const field = s.page.getByRole('textbox');
    expect(await field.getAttribute('aria-label')).toBe('start, row 2: 501');
    const id = await field.getAttribute('aria-activedescendant');
    expect(await s.page.locator(`#${id!}`).textContent()).toBe('501');
    await s.press('F2');
    expect(await field.getAttribute('aria-label')).toBe('Edit start, row 2');
    expect(await field.getAttribute('aria-activedescendant')).toBeNull();
  });

  it('gives the reason where there is no value, and the message where there is a problem', async () => {
    const s = sheet();
    await s.open();
    expect(await s.page.getByRole('gridcell', { name: '–, lost is not known' }).count()).toBe(5 * 2);
    await s.select(0, 1);
    await s.type('many');
    await s.press('Enter');
    const cell = s.page.getByRole('gridcell', { name: 'many' });
    expect(await cell.getAttribute('aria-invalid')).toBe('true');
    expect(await cell.getAttribute('title')).toBe('"many" is not a whole number.');
    expect(await s.page.getByRole('rowheader', { name: '4', exact: true }).getAttribute('title')).toContain(
      'too few',
    );
  });

  it('marks what cannot be edited and what is selected', async () => {
    const s = sheet();
    await s.open();
    expect(await s.cell(0, 7).getAttribute('aria-readonly')).toBe('true');
    expect(await s.cell(0, 1).getAttribute('aria-readonly')).toBeNull();
    await s.press('Shift+ArrowDown');
    expect(await s.page.locator('[role=gridcell][aria-selected=true]').count()).toBe(2);
  });

  it('can be clicked without a pointer', async () => {
    const s = sheet();
    await s.open();
    await s.cell(3, 2).evaluate((cell: HTMLElement) => cell.click());
    expect(await s.active()).toEqual([3, 2]);
    expect(await s.isFocused()).toBe(true);
  });
});
