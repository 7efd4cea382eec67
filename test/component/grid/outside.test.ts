import { describe, expect, it } from 'vitest';
import { useSheet } from './harness';

const sheet = useSheet();
const row = (name: string): string[] => [name, '1', '2', '3', '', '', ''];

describe('a change from outside', () => {
  it('moves the open cell with its row and keeps what was typed', async () => {
    const s = sheet();
    await s.open();
    await s.select(2, 1);
    await s.type('12');
    await s.page.evaluate((added) => window.sheet.replace(0, 0, [added]), row('new'));
    expect([await s.openText(), await s.active()]).toEqual(['12', [3, 1]]);
    await s.type('3');
    await s.press('Enter');
    expect(await s.value(3, 1)).toBe('123');
  });

  it('of the open cell itself is told', async () => {
    const s = sheet();
    await s.open();
    await s.select(2, 1);
    await s.type('12');
    await s.page.evaluate((changed) => window.sheet.replace(2, 1, [changed]), row('changed'));
    expect((await s.reports())[0]).toContain('changed outside');
    expect(await s.openText()).toBe('12');
    await s.press('Escape');
    expect(await s.edits()).toEqual([]);
  });

  it('that removes the row keeps the text and writes it nowhere', async () => {
    const s = sheet();
    await s.open();
    await s.select(2, 1);
    await s.type('12');
    await s.page.evaluate(() => window.sheet.replace(2, 1, []));
    expect((await s.reports())[0]).toContain('not here any more');
    await s.press('Enter');
    expect(await s.openText()).toBe('12');
    expect(await s.page.evaluate(() => window.sheet.grid.flushEditor())).toBe(false);
    expect(await s.openText()).toBe('12');
    await s.press('Escape');
    expect(await s.edits()).toEqual([]);
  });

  it('of the columns keeps the selection inside them', async () => {
    const s = sheet();
    await s.open();
    await s.select(1, 11);
    await s.page.evaluate(() => {
      window.sheet.model.columns.splice(1, 1);
      window.sheet.model.columns.length = 7;
      window.sheet.grid.columnsChanged();
    });
    expect(await s.active()).toEqual([1, 6]);
    expect(await s.page.getByRole('columnheader').allTextContents()).toEqual([
      'Row',
      'period',
      'new',
      'lost',
      'end',
      'goal',
      'note',
      'CRR',
    ]);
  });
});

describe('the view', () => {
  it('comes back after a reload: scroll, selection, widths, open cell', async () => {
    const s = sheet();
    await s.open('rows=1000');
    await s.select(500, 3);
    await s.press('Shift+ArrowDown');
    await s.type('abc');
    const before = await s.state();
    await s.open('rows=1000');
    await s.page.evaluate((state) => {
      window.sheet.grid.setViewState({
        ...state,
        widths: [
          ['start', 150],
          ['__proto__', 99],
        ],
      });
    }, before);
    const after = await s.state();
    expect(after).toEqual({
      ...before,
      widths: [
        ['start', 150],
        ['__proto__', 99],
      ],
    });
    expect(await s.openText()).toBe('abc');
    await s.focus();
    await s.press('Enter');
    expect(await s.value(500, 3)).toBe('abc');
  });

  it('takes what is still there of a state that no longer fits', async () => {
    const s = sheet();
    await s.open('rows=3');
    await s.page.evaluate(() =>
      window.sheet.grid.setViewState({
        top: { row: 5000, offset: 3 },
        left: 99_999,
        active: { row: 77, column: 99 },
        ranges: [{ top: 70, left: 5, bottom: 90, right: 99 }],
        widths: [['start', 9999]],
        draft: { row: 77, column: 99, text: 'x', mode: 'edit' },
      }),
    );
    expect(await s.active()).toEqual([3, 11]);
    expect(await s.openText()).toBeNull();
  });

  it('survives being hidden and squeezed', async () => {
    const s = sheet();
    await s.open('rows=1000');
    await s.select(500, 1);
    const { top } = await s.state();
    for (const style of ['display:none', '', 'height:60px', '']) {
      await s.page.evaluate((css) => {
        const sheetOfHost = new CSSStyleSheet();
        sheetOfHost.replaceSync(`#host{${css}}`);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets.slice(0, 1), sheetOfHost];
      }, style);
      await s.frames();
    }
    expect((await s.state()).top).toEqual(top);
    expect(await s.cell(500, 1).textContent()).toBe(String(500 + (500 % 97)));
  });

  it('tells its host how high its rows are', async () => {
    const s = sheet();
    await s.open('rows=4');
    const height = await s.page.evaluate(() =>
      getComputedStyle(document.getElementById('host')!).getPropertyValue('--grid-content-height'),
    );
    expect(height).toBe(`${28 + 5 * 26}px`);
  });
});
