import { describe, expect, it } from 'vitest';
import { useSheet } from './harness';

const sheet = useSheet();

describe('rows', () => {
  it('adds one by typing in the last line', async () => {
    const s = sheet();
    await s.open('rows=3');
    await s.select(3, 0);
    await s.type('2024-Q3');
    await s.press('Tab');
    expect(await s.edits()).toEqual([
      { type: 'insertRows', at: 3, count: 1, cells: [{ row: 3, column: 0, text: '2024-Q3' }] },
    ]);
    expect(await s.active()).toEqual([3, 1]);
    await s.type('100');
    await s.press('Enter');
    expect(await s.active()).toEqual([4, 0]);
    expect(await s.value(3, 1)).toBe('100');
  });

  it('offers the next period', async () => {
    const s = sheet();
    await s.open('rows=3');
    await s.select(3, 0);
    await s.press('Enter');
    expect(await s.openText()).toBe('2024-Q4');
    await s.press('Enter');
    expect(await s.value(3, 0)).toBe('2024-Q4');
    expect(await s.active()).toEqual([4, 0]);
  });

  it('inserts below and above, and deletes, keeping the focus', async () => {
    const s = sheet();
    await s.open('rows=3');
    await s.select(1, 1);
    await s.press('Mod+Enter');
    expect([await s.rowCount(), await s.active()]).toEqual([4, [2, 1]]);
    await s.press('Mod+Shift+Enter');
    expect([await s.rowCount(), await s.active()]).toEqual([5, [2, 1]]);
    await s.press('Shift+ArrowDown', 'Mod+Shift+K');
    expect([await s.rowCount(), await s.active()]).toEqual([3, [2, 1]]);
    expect(await s.value(2, 0)).toBe('2000-Q3');
    expect(await s.isFocused()).toBe(true);
  });

  it('starts from nothing', async () => {
    const s = sheet();
    await s.open('rows=0');
    await s.press('ArrowDown', 'Mod+a', 'Mod+End', 'Delete', 'Mod+Home');
    await s.type('2024-Q1');
    await s.press('Tab');
    expect([await s.rowCount(), await s.active()]).toEqual([1, [0, 1]]);
  });
});

describe('filling and clearing', () => {
  it('clears by Delete and Backspace', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.press('Shift+ArrowRight', 'Delete');
    expect([await s.value(0, 1), await s.value(0, 2)]).toEqual(['', '']);
    await s.select(1, 1);
    await s.press('Backspace');
    expect([await s.value(1, 1), await s.openText()]).toEqual(['', null]);
  });

  it('fills down', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Mod+d');
    expect(await s.value(2, 1)).toBe('500');
    await s.select(4, 1);
    await s.press('Mod+d');
    expect(await s.value(4, 1)).toBe('503');
  });

  it('fills the selection with what is typed, in one edit', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.press('Shift+ArrowDown', 'Shift+ArrowDown');
    await s.type('9');
    await s.press('Mod+Enter');
    expect([await s.value(0, 1), await s.value(1, 1), await s.value(2, 1)]).toEqual(['9', '9', '9']);
    expect(await s.edits()).toHaveLength(1);
  });

  it('hands undo and redo to VS Code', async () => {
    const s = sheet();
    await s.open();
    await s.press('Mod+z', 'Mod+Shift+z', 'Mod+y');
    expect(await s.edits()).toEqual([{ type: 'undo' }, { type: 'redo' }, { type: 'redo' }]);
  });
});
