import { describe, expect, it } from 'vitest';
import { useSheet } from './harness';

const sheet = useSheet();

describe('typing over', () => {
  it('replaces the value, and an arrow commits and moves', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.type('777');
    await s.press('ArrowRight');
    expect(await s.edits()).toEqual([{ type: 'setCells', cells: [{ row: 0, column: 1, text: '777' }] }]);
    expect(await s.active()).toEqual([0, 2]);
    expect(await s.cell(0, 1).textContent()).toBe('777');
  });

  it('loses no character of fast typing', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    for (let i = 0; i < 6; i++) {
      await s.type('12345');
      await s.press('Enter');
    }
    for (let i = 0; i < 6; i++) expect(await s.value(i, 1)).toBe('12345');
  });

  it('reports every keystroke as a draft', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.type('12');
    await s.press('Escape');
    expect(await s.page.evaluate(() => window.sheet.drafts)).toEqual(['1', '12', null]);
    expect(await s.edits()).toEqual([]);
  });

  it('returns by Enter to the column where a run of Tabs began', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.type('1');
    await s.press('Tab');
    await s.type('2');
    await s.press('Enter');
    expect(await s.active()).toEqual([1, 1]);
  });

  it('refuses in a calculated cell, visibly', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 7);
    await s.type('5');
    expect(await s.openText()).toBeNull();
    expect(await s.page.getByText('CRR is calculated').first().isVisible()).toBe(true);
    await s.press('F2');
    expect(await s.openText()).toBeNull();
  });
});

describe('an open cell', () => {
  it('opens by Enter, F2 and double-click; arrows move the caret', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.press('F2', 'ArrowLeft');
    await s.type('9');
    await s.press('Enter');
    expect(await s.value(0, 1)).toBe('5090');
    expect(await s.active()).toEqual([1, 1]);
    await s.press('Enter');
    expect(await s.openText()).toBe('501');
    await s.press('Escape');
    await s.page.getByRole('gridcell', { name: '503', exact: true }).dblclick();
    expect(await s.openText()).toBe('503');
    await s.type('0');
    await s.page.getByRole('gridcell', { name: '505', exact: true }).click();
    expect(await s.value(3, 1)).toBe('5030');
    expect(await s.active()).toEqual([5, 1]);
  });

  it('goes from typing over to moving the caret by F2', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.type('12');
    await s.press('F2', 'ArrowLeft');
    await s.type('3');
    await s.press('Shift+Enter');
    expect(await s.value(0, 1)).toBe('132');
  });

  it('takes a line break where the format allows one, else says so', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.press('F2', 'Alt+Enter');
    expect(await s.openText()).toBe('500');
    expect(await s.reports()).toEqual(['start cannot hold a line break.']);
    await s.press('Escape');
    await s.select(0, 6);
    await s.type('a');
    await s.press('Alt+Enter');
    await s.type('b');
    await s.press('Enter');
    expect(await s.value(0, 6)).toBe('a\nb');
    expect(await s.cell(0, 6).textContent()).toBe('a ↵ b');
    await s.press('Alt+Enter');
    expect(await s.openText()).toBeNull();
  });

  it('undoes its own typing without a word to VS Code', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.press('F2');
    await s.type('12');
    await s.press('Mod+z');
    expect(await s.openText()).not.toBe('50012');
    await s.press('Mod+y');
    expect(await s.openText()).toBe('50012');
    expect(await s.edits()).toEqual([]);
  });

  it('is committed by flushEditor, once', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.type('42');
    expect(await s.page.evaluate(() => window.sheet.grid.flushEditor())).toBe(true);
    expect(await s.value(0, 1)).toBe('42');
    // Nothing is open any more, and nothing has to stay open.
    expect(await s.page.evaluate(() => window.sheet.grid.flushEditor())).toBe(true);
    expect(await s.edits()).toHaveLength(1);
  });

  it('is committed when the focus goes elsewhere in the page', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.type('12');
    await s.page.click('#after');
    // Only when the page has the focus after all is the user done with the cell, which shows in its next turn.
    await expect.poll(() => s.value(0, 1)).toBe('12');
  });
});

describe('input methods', () => {
  it('keep the first composed character, and Enter while composing commits nothing', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 6);
    const protocol = await s.protocol();
    await protocol.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    expect(await s.openText()).toBe('に');
    await protocol.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
    // An input method that sends no code 229.
    await s.page.evaluate(() => {
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      document.querySelector('textarea')!.dispatchEvent(enter);
    });
    expect(await s.openText()).toBe('にほ');
    await protocol.send('Input.insertText', { text: '日本' });
    await s.press('Enter');
    expect(await s.value(0, 6)).toBe('日本');
  });

  it('write nothing into a calculated cell', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 7);
    const protocol = await s.protocol();
    await protocol.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await protocol.send('Input.insertText', { text: '日' });
    expect(await s.openText()).toBeNull();
    expect(await s.page.locator('textarea').inputValue()).toBe('');
    expect(await s.edits()).toEqual([]);
  });
});

it('changes nothing in a read-only table, and says why', async () => {
  const s = sheet();
  await s.open('rows=3&readonly');
  await s.type('x');
  await s.press('Delete', 'F2', 'Mod+d', 'Mod+Shift+K', 'Mod+Enter');
  expect(await s.edits()).toEqual([]);
  expect(new Set(await s.reports())).toEqual(new Set(['This table is read-only.']));
  expect(await s.page.getByRole('row').count()).toBe(4);
});
