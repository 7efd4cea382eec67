import type { CDPSession, Locator, Page } from 'playwright-core';
import type { GridEdit, GridViewState } from '../../../src/webview/grid';
import { paste, press, type Tab, useTab } from '../browser';
import { setTheme, type ThemeName } from '../themes';

/** A grid in a browser, handled as a person would: keys, mouse, clipboard. */
export class SheetPage {
  readonly page: Page;

  constructor(private readonly tab: Tab) {
    this.page = tab.page;
  }

  /** Opens the page and focuses the grid. */
  async open(query = 'rows=9'): Promise<void> {
    await this.page.goto(`${this.tab.origin}/?${query}`);
    await this.focus();
  }

  focus(): Promise<void> {
    return this.page.evaluate(() => window.sheet.grid.focus());
  }

  /** Presses keys one after the other; `Mod` is Ctrl, or Cmd on a Mac. */
  press(...keys: string[]): Promise<void> {
    return press(this.page, keys);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  select(row: number, column: number): Promise<void> {
    return this.page.evaluate((cell) => window.sheet.grid.select(cell), { row, column });
  }

  state(): Promise<GridViewState> {
    return this.page.evaluate(() => window.sheet.grid.getViewState());
  }

  async active(): Promise<[number, number]> {
    const { active } = await this.state();
    return [active.row, active.column];
  }

  /** The current range: top, left, bottom, right. */
  async range(): Promise<number[]> {
    const range = (await this.state()).ranges.at(-1)!;
    return [range.top, range.left, range.bottom, range.right];
  }

  /** What is in the document. */
  value(row: number, column: number): Promise<string | undefined> {
    return this.page.evaluate(([r, c]) => window.sheet.data[r!]?.[c!], [row, column]);
  }

  rowCount(): Promise<number> {
    return this.page.evaluate(() => window.sheet.data.length);
  }

  edits(): Promise<GridEdit[]> {
    return this.page.evaluate(() => window.sheet.edits);
  }

  reports(): Promise<string[]> {
    return this.page.evaluate(() => window.sheet.reports.map(({ message }) => message));
  }

  /** The open cell's text, or null when none is open. */
  async openText(): Promise<string | null> {
    const open = await this.page.evaluate(() => window.sheet.grid.isEditing);
    return open ? this.page.locator('textarea').inputValue() : null;
  }

  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.id ?? '');
  }

  isFocused(): Promise<boolean> {
    return this.page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA');
  }

  /** A cell's element, by what assistive technology is told of its place. */
  cell(row: number, column: number): Locator {
    const line = this.page.locator(`[role=row][aria-rowindex="${row + 2}"]`);
    return line.locator(`[role=gridcell][aria-colindex="${column + 2}"]`);
  }

  /** The middle of a cell on the screen. */
  async middleOf(row: number, column: number): Promise<[number, number]> {
    const box = (await this.cell(row, column).boundingBox())!;
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** Drags the fill handle to the middle of a cell, holding a modifier for the last part if there is one. */
  async dragHandle(row: number, column: number, modifier?: string): Promise<void> {
    const { mouse, keyboard } = this.page;
    const box = (await this.page.locator('.rn-fill-handle').boundingBox())!;
    await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await mouse.down();
    await mouse.move(...(await this.middleOf(row, column)), { steps: 4 });
    if (modifier !== undefined) await keyboard.down(modifier);
    await mouse.up();
    if (modifier !== undefined) await keyboard.up(modifier);
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Puts text on the clipboard and pastes it with the keyboard. */
  paste(text: string): Promise<void> {
    return paste(this.page, text);
  }

  /** Pastes what no clipboard call can put there: files, nothing at all. */
  dispatchPaste(text: string | null, html = ''): Promise<void> {
    return this.page.evaluate(
      ([content, markup]) => {
        const clipboardData = new DataTransfer();
        if (content === null) clipboardData.items.add(new File(['x'], 'picture.png', { type: 'image/png' }));
        else clipboardData.setData('text/plain', content);
        if (markup !== '') clipboardData.setData('text/html', markup);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.querySelector('textarea')!.dispatchEvent(event);
      },
      [text, html] as const,
    );
  }

  /** Input methods, as far as the browser's protocol can play them. */
  protocol(): Promise<CDPSession> {
    return this.tab.context.newCDPSession(this.page);
  }

  /** Two frames later everything asked for has been drawn. */
  frames(): Promise<void> {
    return this.page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }

  setTheme(name: ThemeName): Promise<void> {
    return setTheme(this.page, name);
  }
}

/** A browser with the grid for the tests of a file. Fails the file when the page threw an error. */
export function useSheet(window = { width: 1100, height: 420 }, deviceScaleFactor = 1): () => SheetPage {
  const body = `<main><h1 hidden>Grid</h1><button id="before">Before</button><div id="host"></div>
    <button id="after">After</button></main>`;
  const css = `body { margin: 0 } #host { height: ${window.height - 60}px; margin: 5px }`;
  return useTab(
    { entry: 'grid/sheet.ts', title: 'Grid', body, css, window, deviceScaleFactor },
    (tab) => new SheetPage(tab),
  );
}
