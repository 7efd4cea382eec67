import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The notebook in front, as a person finds their way in it: by roles, names and the keyboard. */
export class Notebook {
  /** The page inside the two frames VS Code puts around it. */
  readonly frame: FrameLocator;
  readonly grid: Locator;

  constructor(private readonly page: Page) {
    this.frame = page
      .locator('iframe.webview.ready')
      .filter({ visible: true })
      .contentFrame()
      .frameLocator('iframe#active-frame');
    this.grid = this.frame.getByRole('grid', { name: 'Periods' });
  }

  /** A cell by the row people see, from 1, and its column's name. */
  async cell(row: number, column: string): Promise<Locator> {
    const index = await this.header(column).getAttribute('aria-colindex');
    // The first row of the grid is the header.
    const line = this.grid.locator(`[role=row][aria-rowindex="${row + 1}"]`);
    return line.locator(`[role=gridcell][aria-colindex="${index}"]`);
  }

  /** Selects a cell and types into it as into a spreadsheet, with Enter at the end. */
  async type(row: number, column: string, text: string): Promise<void> {
    await (await this.cell(row, column)).click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Waits until a cell shows a text. */
  async expectCell(row: number, column: string, text: string): Promise<void> {
    const cell = await this.cell(row, column);
    await expect.poll(() => textOf(cell)).toBe(text);
  }

  /** Waits until a value of the summary shows a text among others, for example `summary('Retention')`. */
  async expectSummary(name: string, text: string): Promise<void> {
    const group = this.frame.getByRole('group', { name, exact: true });
    await expect.poll(() => textOf(group)).toContain(text);
  }

  /** Waits until the live region says something. */
  async expectAnnounced(text: string | RegExp): Promise<void> {
    await this.frame.getByRole('status').filter({ hasText: text }).first().waitFor({ state: 'attached' });
  }

  /** Presses keys one after the other; `Mod` is Ctrl, or Cmd on a Mac. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key.replace('Mod', 'ControlOrMeta'));
  }

  /** Types into whatever has the focus. */
  async keys(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Clicks a cell, with Shift to extend the selection to it. */
  async click(row: number, column: string, modifiers: readonly ('Shift' | 'ControlOrMeta')[] = []) {
    await (await this.cell(row, column)).click({ modifiers: [...modifiers] });
  }

  /** Presses on one element and releases over another. */
  async drag(from: Locator, to: Locator): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(...(await middleOf(from)));
    await mouse.down();
    await mouse.move(...(await middleOf(to)), { steps: 5 });
    await mouse.up();
  }

  /** The number before a row. */
  rowNumber(row: number): Locator {
    return this.grid.locator(`[role=row][aria-rowindex="${row + 1}"] [role=rowheader]`);
  }

  /** The small square at the corner of the selection. */
  fillHandle(): Locator {
    return this.frame.locator('.rn-fill-handle');
  }

  /** The header of a column, whether or not it also says how the column is sorted or filtered. */
  header(column: string): Locator {
    return this.grid.getByRole('columnheader', { name: new RegExp(`^${column}(?!\\w)`) });
  }

  /**
   * Waits until the keys go to a cell: its column and row, as the screen reader hears them, for example
   * `start, row 3`; `Edit start, row 3` while it is open.
   */
  async expectAt(place: string): Promise<void> {
    await expect.poll(() => this.place()).toBe(place);
  }

  /** Where the keys go, or what else has the focus. */
  place(): Promise<string> {
    return this.frame.locator('body').evaluate(() => {
      const name =
        document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName ?? '';
      return document.hasFocus() ? name.replace(/:.*/s, '') : 'not in the notebook';
    });
  }

  /** Closes an open cell without keeping what was typed. */
  async closeCell(): Promise<void> {
    const open = this.frame.getByRole('textbox', { name: /^Edit / });
    if ((await open.count()) > 0) await open.press('Escape');
  }

  /** Waits until VS Code has every edit of the page. */
  async waitUntilSent(): Promise<void> {
    await this.frame.locator('.page[data-underway="0"]').waitFor();
  }

  /** The text of the open cell. */
  openText(): Promise<string> {
    return this.frame.locator('textarea:focus').inputValue({ timeout: 500 });
  }

  /** Waits until exactly the cells of a block are selected, among the rows drawn: `start:lost 2:4`. */
  async expectSelected(block: string): Promise<void> {
    await expect.poll(() => this.selected()).toBe(block);
  }

  /** The block of selected cells, as in {@link expectSelected}; with a mark when it has holes. */
  selected(): Promise<string> {
    return this.grid.evaluate((grid) => {
      const names = new Map(
        [...grid.querySelectorAll('[role=columnheader]')].map((header) => [
          header.getAttribute('aria-colindex'),
          header.textContent.trim(),
        ]),
      );
      const cells = [...grid.querySelectorAll('[role=gridcell][aria-selected=true]')]
        .filter((cell) => cell.closest('[hidden]') === null)
        .map((cell) => ({
          row: Number(cell.closest('[role=row]')?.getAttribute('aria-rowindex')) - 1,
          column: Number(cell.getAttribute('aria-colindex')),
        }));
      const rows = cells.map(({ row }) => row);
      const columns = cells.map(({ column }) => column);
      const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
      const [left, right] = [Math.min(...columns), Math.max(...columns)];
      const full = cells.length === (bottom - top + 1) * (right - left + 1);
      const name = (column: number) => names.get(String(column)) ?? '?';
      return `${name(left)}:${name(right)} ${top}:${bottom}${full ? '' : ' with holes'}`;
    });
  }

  /** Sorts the view by the control in a header. */
  async sort(column: string, direction: 'ascending' | 'descending'): Promise<void> {
    await this.header(column).hover();
    await this.frame.getByRole('button', { name: new RegExp(`^Sort and filter ${column}`) }).click();
    const dialog = this.frame.getByRole('dialog', { name: `Sort and filter ${column}` });
    await dialog.getByRole('button', { name: `Sort ${direction}` }).click();
  }

  /** What a column shows from the first row to the one for a new row, as far as they are drawn. */
  async column(name: string): Promise<string[]> {
    const index = await this.header(name).getAttribute('aria-colindex');
    return this.grid.evaluate((grid, column) => {
      const rows = [...grid.querySelectorAll('[role=row]:not([hidden])')]
        .map((row) => ({
          index: Number(row.getAttribute('aria-rowindex')),
          text: row.querySelector(`[role=gridcell][aria-colindex="${column}"]`)?.textContent ?? null,
        }))
        .filter(({ text }) => text !== null)
        .sort((a, b) => a.index - b.index);
      return rows.map(({ text }) => text ?? '');
    }, index);
  }

  /** The frame itself, for what locators cannot do. */
  async handle(): Promise<Frame> {
    const body = await this.frame.locator('body').elementHandle();
    const frame = await body.ownerFrame();
    if (frame === null) throw new Error('The notebook has no frame.');
    return frame;
  }
}

async function middleOf(locator: Locator): Promise<[number, number]> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${String(locator)} is not to be seen.`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** What a cell or card shows, with ordinary spaces and without the text for screen readers only. */
async function textOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();
}
