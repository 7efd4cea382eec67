import { describe, expect, it } from 'vitest';
import { useSheet } from './harness';

const sheet = useSheet();

describe('moving', () => {
  it('moves by arrows, Tab and Shift+Tab', async () => {
    const s = sheet();
    await s.open();
    await s.press('ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp');
    expect(await s.active()).toEqual([1, 1]);
    await s.press('Tab', 'Tab', 'Shift+Tab');
    expect(await s.active()).toEqual([1, 2]);
  });

  it('jumps to the edge of data and to the ends', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 3);
    await s.press('Mod+ArrowDown');
    expect(await s.active()).toEqual([2, 3]);
    await s.press('Mod+ArrowDown');
    expect(await s.active()).toEqual([4, 3]);
    await s.press('Mod+End');
    expect(await s.active()).toEqual([8, 11]);
    await s.press('Home');
    expect(await s.active()).toEqual([8, 0]);
    await s.press('Mod+Home');
    expect(await s.active()).toEqual([0, 0]);
    await s.press('End');
    expect(await s.active()).toEqual([0, 11]);
  });

  it('pages, and draws where it lands', async () => {
    const s = sheet();
    await s.open('rows=100000');
    await s.press('PageDown');
    const [row] = await s.active();
    expect(row).toBeGreaterThan(8);
    await s.press('Mod+End', 'Home');
    expect(await s.cell(99_999, 1).textContent()).toBe(String(500 + (99_999 % 97)));
    const shown = await s.cell(99_999, 0).boundingBox();
    expect(shown!.y + shown!.height).toBeLessThanOrEqual(420 - 55 + 31);
  });

  it('reaches the last of a million rows', async () => {
    const s = sheet();
    await s.open('rows=1000000');
    await s.press('Mod+End', 'Home', 'ArrowUp');
    expect(await s.cell(999_998, 1).textContent()).toBe(String(500 + (999_998 % 97)));
  });

  it('draws only the columns in view', async () => {
    const s = sheet();
    await s.open('rows=1000&columns=200');
    await s.press('End');
    expect(await s.active()).toEqual([0, 211]);
    expect(await s.cell(0, 211).count()).toBe(1);
    expect(await s.page.getByRole('gridcell').count()).toBeLessThan(300);
    expect(await s.cell(2, 0).textContent()).toBe('2000-Q3');
    await s.press('Home');
    expect(await s.cell(1, 1).textContent()).toBe('501');
  });
});

describe('selecting', () => {
  it('extends by Shift', async () => {
    const s = sheet();
    await s.open();
    await s.select(1, 1);
    await s.press('Shift+ArrowDown', 'Shift+ArrowRight');
    expect(await s.range()).toEqual([1, 1, 2, 2]);
    await s.press('Shift+ArrowUp', 'Shift+ArrowUp');
    expect(await s.range()).toEqual([0, 1, 1, 2]);
    await s.press('Mod+Shift+ArrowDown');
    expect(await s.range()).toEqual([1, 1, 8, 2]);
    await expect.poll(() => s.page.getByRole('status').textContent()).toContain('8 × 2');
  });

  it('selects all, rows and columns', async () => {
    const s = sheet();
    await s.open();
    await s.press('Mod+a');
    expect(await s.range()).toEqual([0, 0, 8, 11]);
    await s.select(2, 2);
    await s.press('Shift+Space', 'Shift+ArrowDown');
    expect(await s.range()).toEqual([2, 0, 3, 11]);
    await s.select(2, 2);
    await s.press('Control+Space');
    expect(await s.range()).toEqual([0, 2, 8, 2]);
  });

  it('walks through a range by Tab and by Enter, also after typing', async () => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    await s.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Tab', 'Tab');
    expect(await s.active()).toEqual([1, 1]);
    await s.type('5');
    await s.press('Tab');
    expect(await s.value(1, 1)).toBe('5');
    expect(await s.active()).toEqual([1, 2]);
    await s.press('Enter', 'Enter');
    expect(await s.active()).toEqual([1, 1]);
    await s.type('6');
    await s.press('Enter');
    expect(await s.value(1, 1)).toBe('6');
    expect(await s.active()).toEqual([0, 2]);
    expect(await s.range()).toEqual([0, 1, 1, 2]);
  });
});

describe('leaving', () => {
  it('has one tab stop, and Tab leaves after Escape and at the ends', async () => {
    const s = sheet();
    await s.open('rows=2');
    await s.page.focus('#before');
    await s.press('Tab');
    expect(await s.isFocused()).toBe(true);
    await s.press('Escape', 'Tab');
    expect(await s.focused()).toBe('after');
    await s.press('Shift+Tab');
    expect(await s.isFocused()).toBe(true);
    await s.press('Tab');
    expect(await s.active()).toEqual([0, 1]);
    await s.press('Mod+Home', 'Shift+Tab');
    expect(await s.focused()).toBe('before');
  });

  const foreign = [
    'Control+s',
    'Control+p',
    'Control+f',
    'Control+h',
    'Control+b',
    'Control+k',
    'F1',
    'F3',
    'Control+PageUp',
    'Control+PageDown',
    'Control+=',
    'Control+-',
    'Alt+1',
    'Alt+9',
    'AudioVolumeUp',
  ];
  it.each([['a cell'], ['an open cell']])("lets VS Code's keys through from %s", async (where) => {
    const s = sheet();
    await s.open();
    await s.select(0, 1);
    if (where === 'an open cell') await s.press('F2');
    await s.page.evaluate(() => {
      window.addEventListener('keydown', (event) => {
        const seen = document.body.dataset.seen ?? '';
        document.body.dataset.seen = `${seen} ${event.key}${event.defaultPrevented ? '!' : ''}`;
        event.preventDefault();
      });
    });
    await s.press(...foreign);
    const seen = await s.page.evaluate(() => document.body.dataset.seen ?? '');
    const keys = seen.split(' ').filter((key) => key !== '' && key !== 'Control' && key !== 'Alt');
    expect(keys).toEqual(foreign.map((key) => key.split('+').at(-1)));
    expect(await s.edits()).toEqual([]);
    expect(await s.openText()).toBe(where === 'an open cell' ? '500' : null);
  });

  it('keeps its own keys from VS Code', async () => {
    const s = sheet();
    await s.open();
    await s.page.evaluate(() => {
      window.addEventListener('keydown', ({ key }) => (document.title = key));
    });
    await s.press('ArrowDown', 'Delete', 'Enter', 'Tab', 'Mod+Enter', 'Mod+d', 'Mod+a');
    // The modifier itself is nobody's.
    expect(['Control', 'Meta']).toContain(await s.page.title());
  });
});
