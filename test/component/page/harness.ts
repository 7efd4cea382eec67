import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TextEdit } from '../../../src/core';
import type { GridCommand } from '../../../src/protocol';
import { paste, press, type Tab, useTab } from '../browser';

/** The notebook page in a browser, handled as a person would: keys, mouse, roles and names. */
export class NotebookInBrowser {
  readonly page: Page;

  constructor(private readonly tab: Tab) {
    this.page = tab.page;
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: 'Periods' });
  }

  /** Opens a text, with nothing kept of the view before, and waits for its grid. `readonly` locks the file. */
  async open(text: string, lock: 'readonly' | '' = ''): Promise<void> {
    const { origin } = this.tab;
    await this.page.goto(`${origin}/blank`);
    await this.page.evaluate((content) => {
      sessionStorage.clear();
      sessionStorage.setItem('text', content);
    }, text);
    await this.page.goto(`${origin}/?${lock}`);
    await this.#ready();
  }

  /** Opens a text of which the host has sent the first lines so far; `kept` is the view's state. */
  async preview(text: string, kept: object | null = null): Promise<void> {
    const { origin } = this.tab;
    await this.page.goto(`${origin}/blank`);
    await this.page.evaluate(
      ([content, state]) => {
        sessionStorage.clear();
        sessionStorage.setItem('text', content);
        if (state !== null) sessionStorage.setItem('state', JSON.stringify(state));
      },
      [text, kept] as const,
    );
    await this.page.goto(`${origin}/?preview`);
  }

  /** As when a hidden tab is shown again: the same text, and the state the page kept. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.#ready();
  }

  async #ready(): Promise<void> {
    await this.grid.getByRole('gridcell').first().waitFor();
    await this.page.locator('.rn-grid-input').focus();
  }

  press(...keys: string[]): Promise<void> {
    return press(this.page, keys);
  }

  /** Puts text on the clipboard and pastes it with the keyboard. */
  paste(text: string): Promise<void> {
    return paste(this.page, text);
  }

  /** Runs a command of the palette. */
  command(name: GridCommand): Promise<void> {
    return this.page.evaluate((command) => window.host.send({ type: 'command', name: command }), name);
  }

  /** Edits the text as somebody else would. */
  change(edit: TextEdit): Promise<void> {
    return this.page.evaluate((change) => window.host.change([change]), edit);
  }

  /** The text of the file. */
  text(): Promise<string> {
    return this.page.evaluate(() => window.host.text);
  }

  /** Number of edits that came from the page. */
  async edits(): Promise<number> {
    return (await this.labels()).length;
  }

  /** The names of the edits. */
  labels(): Promise<readonly string[]> {
    return this.page.evaluate(() => window.host.labels);
  }

  /** The data rows as the file has them. */
  async rows(): Promise<string[]> {
    const lines = (await this.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return lines.slice(1);
  }

  /** The header's labels from left to right. */
  async headers(): Promise<string[]> {
    const cells = this.page.locator('.rn-head-row [role=columnheader]:not([aria-colindex="1"])');
    const found = await cells.evaluateAll((elements) =>
      elements.map((element) => [
        Number(element.getAttribute('aria-colindex')),
        element.firstChild?.textContent,
      ]),
    );
    return found.sort((a, b) => Number(a[0]) - Number(b[0])).map(([, label]) => String(label));
  }

  header(name: string): Locator {
    return this.page.locator('.rn-head-row [role=columnheader]').filter({ hasText: new RegExp(`^${name}`) });
  }

  /** A cell's element, by its place in the view. */
  cell(row: number, column: number): Locator {
    const line = this.grid.locator(`[role=row][aria-rowindex="${row + 2}"]`);
    return line.locator(`[role=gridcell][aria-colindex="${column + 2}"]`);
  }

  /** A cell's element, by the name of its column and the row's place in the view. */
  async cellOf(column: string, row: number): Promise<Locator> {
    return this.cell(row, Number(await this.header(column).getAttribute('aria-colindex')) - 2);
  }

  /** What a column shows, line by line, without the line for a new row. */
  async column(name: string): Promise<string[]> {
    const index = await this.header(name).getAttribute('aria-colindex');
    const cells = this.grid.locator(`[role=row]:not(.is-new) [role=gridcell][aria-colindex="${index}"]`);
    const found = await cells.evaluateAll((elements) =>
      elements
        .filter((element) => element.checkVisibility())
        .map((element) => ({
          row: Number(element.closest('[role=row]')?.getAttribute('aria-rowindex')),
          text: element.textContent.replaceAll(/\s+/g, ' '),
        })),
    );
    return found.sort((a, b) => a.row - b.row).map(({ text }) => text);
  }

  /** Waits until a column shows these texts. */
  async expectColumn(name: string, texts: readonly string[]): Promise<void> {
    await expect.poll(() => this.column(name)).toEqual(texts);
  }

  menu(): Locator {
    return this.page.locator('[role=menu]:popover-open');
  }

  /** The textarea of the grid has the focus. */
  gridHasFocus(): Promise<boolean> {
    return this.page.evaluate(() => document.activeElement?.classList.contains('rn-grid-input') === true);
  }

  /** What assistive technology is told of the active cell. */
  async activeCell(): Promise<string> {
    return (await this.page.locator('.rn-grid-input').getAttribute('aria-label')) ?? '';
  }
}

/** A browser with the notebook page for the tests of a file. Fails the file when the page threw an error. */
export function useNotebook(window = { width: 1100, height: 640 }): () => NotebookInBrowser {
  const body = '<div id="notebook"></div>';
  return useTab(
    { entry: 'page/main.ts', title: 'Notebook', body, window },
    (tab) => new NotebookInBrowser(tab),
  );
}
