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
    const header = this.grid.getByRole('columnheader', { name: column, exact: true });
    const index = await header.getAttribute('aria-colindex');
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

  /** The frame itself, for what locators cannot do. */
  async handle(): Promise<Frame> {
    const body = await this.frame.locator('body').elementHandle();
    const frame = await body.ownerFrame();
    if (frame === null) throw new Error('The notebook has no frame.');
    return frame;
  }
}

/** What a cell or card shows, with ordinary spaces and without the text for screen readers only. */
async function textOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();
}
