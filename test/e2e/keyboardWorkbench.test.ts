import { describe, expect, it } from 'vitest';
import { tableFile, tableText, textFile, useTable } from './harness';
import type { Notebook } from './harness';

/** Both places the keys can be in: on a cell, and in one. */
const places: [string, (notebook: Notebook) => Promise<void>][] = [
  ['the grid', () => Promise.resolve()],
  ['an open cell', (notebook) => notebook.press('F2')],
];

describe("keyboard: VS Code's own keys", () => {
  const table = useTable();

  it('undoes and redoes by keys and by the palette alike', async () => {
    const { workbench, notebook } = table();
    for (const [row, text] of [
      [1, '6'],
      [2, '7'],
      [3, '8'],
    ] as const) {
      await notebook.type(row, 'lost', text);
      await notebook.expectCell(row, 'lost', text);
    }
    const lost = async () => (await notebook.column('lost')).slice(0, 3).join(' ');
    await notebook.press('Mod+z');
    await expect.poll(lost).toBe('6 7 5');
    await workbench.runCommand('Undo');
    await expect.poll(lost).toBe('6 5 5');
    await notebook.press('Mod+z');
    await expect.poll(lost).toBe('5 5 5');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
    await notebook.press('Mod+y');
    await expect.poll(lost).toBe('6 5 5');
    await workbench.runCommand('Redo');
    await expect.poll(lost).toBe('6 7 5');
    await notebook.press('Mod+Shift+z');
    await expect.poll(lost).toBe('6 7 8');
  });

  it('saves with Ctrl+S, from the grid and from an open cell, what was typed', async () => {
    const { workbench, notebook } = table();
    await notebook.type(1, 'lost', '6');
    await workbench.save(tableFile);
    await notebook.keys('7');
    await notebook.press('Mod+s');
    const saved = tableText.replace('10,5,105', '10,6,105').replace('10,5,110', '10,7,110');
    await expect.poll(async () => String(await workbench.readDisk(tableFile))).toBe(saved);
    await workbench.notebook().expectCell(2, 'lost', '7');
    await notebook.press('Escape', 'Mod+z', 'Mod+z');
    await notebook.expectCell(1, 'lost', '5');
    await workbench.save(tableFile);
    await expect.poll(async () => String(await workbench.readDisk(tableFile))).toBe(tableText);
  });

  it.each(places)(
    'opens Quick Open, the palette and the side bar from %s, and comes back',
    async (_name, go) => {
      const { workbench, notebook } = table();
      const input = workbench.page.locator('.quick-input-box input');
      await notebook.click(2, 'start');
      for (const key of ['Mod+p', 'F1']) {
        await go(notebook);
        await notebook.press(key);
        await input.waitFor({ state: 'visible' });
        expect(await input.inputValue()).toBe(key === 'F1' ? '>' : '');
        await notebook.press('Escape');
        await input.waitFor({ state: 'hidden' });
        await expect.poll(() => notebook.place()).toMatch(/start, row 2$/);
      }
      const explorer = workbench.explorer();
      await notebook.press('Mod+b');
      await explorer.waitFor({ state: 'hidden' });
      await notebook.press('Mod+b');
      await explorer.waitFor({ state: 'visible' });
      await expect.poll(() => notebook.place()).toMatch(/start, row 2$/);
    },
  );

  it('switches editors from the grid and from an open cell, keeps what was typed, and closes the tab', async () => {
    const { workbench } = table();
    const inFront = (name: string) =>
      expect.poll(() => workbench.tab(name).getAttribute('aria-selected'), { message: name }).toBe('true');
    await workbench.openFromExplorer(textFile);
    await workbench.tab(tableFile).click();
    let notebook = workbench.notebook();
    await notebook.expectAt('period, row 1');
    await notebook.press('ArrowDown', 'Control+PageDown');
    await inFront(textFile);
    await workbench.page.keyboard.press('Control+PageUp');
    await inFront(tableFile);
    notebook = workbench.notebook();
    await notebook.expectAt('period, row 2');
    await notebook.click(2, 'start');
    await notebook.keys('77');
    await notebook.press('Alt+2');
    await inFront(textFile);
    await workbench.page.keyboard.press('Alt+1');
    await inFront(tableFile);
    notebook = workbench.notebook();
    await expect.poll(() => notebook.place()).toMatch(/start, row 2$/);
    await notebook.press('Enter');
    await notebook.expectCell(2, 'start', '77');
    await notebook.press('Mod+z');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
    await notebook.press('F2', 'Mod+w');
    await workbench.tab(tableFile).waitFor({ state: 'detached' });
    await inFront(textFile);
  });

  it('switches editors with Ctrl+Tab and back, with an open cell left as it was', async () => {
    const { workbench } = table();
    const { keyboard } = workbench.page;
    const toLast = async (name: string) => {
      await keyboard.down('Control');
      await keyboard.press('Tab');
      // A hand holds the key until it sees the list.
      await workbench.page.locator('.quick-input-widget').waitFor();
      await keyboard.up('Control');
      await expect
        .poll(() => workbench.tab(name).getAttribute('aria-selected'), { message: name })
        .toBe('true');
    };
    await workbench.openFromExplorer(textFile);
    await workbench.page.locator('.view-line', { hasText: 'a text' }).waitFor();
    await workbench.tab(tableFile).click();
    await workbench.notebook().grid.waitFor();
    await workbench.notebook().click(2, 'start');
    await workbench.notebook().keys('77');
    await workbench.notebook().expectAt('Edit start, row 2');
    await toLast(textFile);
    await toLast(tableFile);
    await workbench.notebook().expectAt('Edit start, row 2');
    expect(await workbench.notebook().openText()).toBe('77');
    expect(await workbench.isDirty(tableFile)).toBe(false);
    await workbench.notebook().press('Escape');
    await workbench.notebook().expectCell(2, 'start', '105');
  });

  it('keeps the grid right while the window is zoomed', async () => {
    const { workbench, notebook } = table();
    const size = workbench.page.viewportSize();
    if (size === null) throw new Error('The window has no size.');
    const client = await workbench.page.context().newCDPSession(workbench.page);
    // What the zoom of VS Code and of a browser is to the page: fewer and larger pixels.
    const zoom = (factor: number) =>
      client.send('Emulation.setDeviceMetricsOverride', {
        width: Math.round(size.width / factor),
        height: Math.round(size.height / factor),
        deviceScaleFactor: factor,
        mobile: false,
      });
    /** How far the corner of the selection is from the corner of a cell, in pixels. */
    const distance = async (row: number, column: string) => {
      const cell = await (await notebook.cell(row, column)).boundingBox();
      const handle = await notebook.fillHandle().boundingBox();
      if (cell === null || handle === null) return Infinity;
      const right = cell.x + cell.width - (handle.x + handle.width / 2);
      const bottom = cell.y + cell.height - (handle.y + handle.height / 2);
      return Math.hypot(right, bottom);
    };
    await notebook.click(2, 'owner');
    for (const factor of [1.5, 1.2, 0.8, 1]) {
      await zoom(factor);
      await notebook.expectAt('owner, row 2');
      await expect.poll(() => distance(2, 'owner')).toBeLessThan(5);
      await notebook.click(1, 'period');
      await notebook.expectSelected('period:period 1:1');
      await notebook.press('F2');
      await notebook.expectAt('Edit period, row 1');
      const field = await notebook.frame.locator('textarea:focus').boundingBox();
      const cell = await (await notebook.cell(1, 'period')).boundingBox();
      expect(field?.y, `${factor}`).toBeCloseTo(cell?.y ?? 0, -1);
      expect(field?.x, `${factor}`).toBeCloseTo(cell?.x ?? 0, -1);
      await notebook.press('Escape');
      await notebook.click(2, 'owner');
    }
    // The session stays until the window is closed: with it the size it has set would go, and the window of all tests
    // to come would be as low as the browser likes.
  });

  it.each(places)('leaves zoom and the switching of editors alone in %s', async (_name, go) => {
    const { notebook } = table();
    await go(notebook);
    const frame = await notebook.handle();
    const taken = await frame.evaluate(() => {
      const field = document.activeElement;
      const stroke = (key: string, code: string) =>
        new KeyboardEvent('keydown', { key, code, ctrlKey: true, bubbles: true, cancelable: true });
      const seen: string[] = [];
      const listen = ({ key }: KeyboardEvent) => seen.push(key);
      document.body.addEventListener('keydown', listen);
      const strokes = [
        stroke('+', 'Equal'),
        stroke('-', 'Minus'),
        stroke('0', 'Digit0'),
        stroke('Tab', 'Tab'),
      ];
      const prevented = strokes
        .filter((event) => field?.dispatchEvent(event) === false)
        .map(({ key }) => key);
      document.body.removeEventListener('keydown', listen);
      return { prevented, seen };
    });
    expect(taken.seen).toEqual(['+', '-', '0', 'Tab']);
    expect(taken.prevented).toEqual([]);
  });

  it('has the focus after every change: the next arrow moves', async () => {
    const { workbench, notebook } = table();
    await workbench.writeClipboard('1\t2\n3\t4\n');
    const changes: [string, readonly string[]][] = [
      ['paste', ['Mod+v']],
      ['undo', ['Mod+z']],
      ['redo', ['Mod+y']],
      ['move', ['Alt+ArrowDown']],
      ['fill', ['Shift+ArrowDown', 'Mod+d']],
      ['insert', ['Mod+Enter']],
      ['delete', ['Mod+Shift+K']],
      ['clear', ['Delete']],
    ];
    await notebook.click(2, 'owner');
    for (const [name, keys] of changes) {
      const version = await notebook.column('owner');
      await notebook.press(...keys);
      await expect.poll(() => notebook.column('owner'), { message: name }).not.toEqual(version);
      const before = await notebook.place();
      expect(before, name).toMatch(/^owner, row \d+$/);
      const row = Number(/\d+$/.exec(before));
      await notebook.press('ArrowUp');
      await notebook.expectAt(`owner, row ${row - 1}`);
      await notebook.press('ArrowDown');
    }
  });
});
