import { expect, describe, it } from 'vitest';
import { useNotebook } from './harness';

const header = 'period,start,new,lost\n';
const rowsOf = (length: number) =>
  Array.from({ length }, (_, index) => `${1800 + index},100,0,${index % 20}\n`);
const rows = rowsOf(150);
const file = header + rows.join('');
const cells = '[role=gridcell]';

/** The part of the page that is read after the first rows. */
const rest = '**/rest.js';

describe('the first rows of a file that is still on its way', () => {
  const tab = useNotebook();
  const bringText = () => tab().page.waitForFunction(() => window.host.bringText());

  it('are seen with their results, take no keys, and become the file', async () => {
    await tab().preview(file);
    const { page } = tab();
    await page.locator(cells, { hasText: '99.0 %' }).first().waitFor();
    expect(await page.locator('.page').getAttribute('aria-busy')).toBe('true');
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await bringText();
    await tab().grid.waitFor();
    expect(await tab().grid.count()).toBe(1);
    // Every row of the file, its header, and the line for a new row.
    expect(await tab().grid.getAttribute('aria-rowcount')).toBe(String(rows.length + 2));
    expect(await page.locator('.page').getAttribute('aria-busy')).toBe('false');
    expect(await tab().text()).toBe(file);
    expect(await tab().edits()).toBe(0);
    await page.locator('.rn-grid-input').focus();
    await tab().press('ControlOrMeta+End');
    await page.locator(cells, { hasText: '1949' }).first().waitFor();
  });

  it('stay where they are when the rest is drawn around them', async () => {
    const { page } = tab();
    // The numbers of all of them need more room than those of the first ones.
    await tab().preview(header + rowsOf(20_000).join(''));
    const first = page.locator(cells, { hasText: '1800' }).first();
    const place = await first.boundingBox();
    await bringText();
    await page.getByRole('region', { name: 'Summary' }).waitFor();
    expect(await first.boundingBox()).toEqual(place);
  });

  it('wait for the whole text when the view was left elsewhere, whose state stays as it was', async () => {
    const kept = { order: { sort: [{ column: 'crr', descending: true }], filters: [], conditions: [] } };
    await tab().preview(file, kept);
    await tab().page.locator('.page[aria-busy=true]').waitFor({ state: 'attached' });
    expect(await tab().page.locator(cells).count()).toBe(0);
    await bringText();
    await tab().grid.waitFor();
    expect(await tab().page.evaluate(() => sessionStorage.getItem('state'))).toBe(JSON.stringify(kept));
  });

  it('are seen before the rest of the page is read', async () => {
    const { page } = tab();
    const seen: number[] = [];
    await page.route(rest, async (route) => {
      seen.push(await page.locator(cells, { hasText: '99.0 %' }).count());
      await route.continue();
    });
    await tab().preview(file);
    await bringText();
    await tab().grid.waitFor();
    expect(seen).toEqual([1]);
    await page.unroute(rest);
  });

  it('give way to a notice, with the way to the text, when the rest of the page cannot be read', async () => {
    const { page } = tab();
    await page.route(rest, async (route) => {
      await page.evaluate(() => (window.host.logged = []));
      await route.abort();
    });
    await tab().preview(file);
    await page.getByRole('alert').filter({ hasText: 'could not be shown' }).waitFor();
    expect(await page.evaluate(() => window.host.logged)).toEqual([expect.stringContaining('rest.js')]);
    expect(await page.locator(cells).count()).toBe(0);
    await page.getByRole('button', { name: 'Open as Text' }).click();
    expect(await page.evaluate(() => window.host.opened)).toEqual([0]);
    await page.unroute(rest);
  });
});
