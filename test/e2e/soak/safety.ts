import { expect } from 'vitest';
import { differences, recordsOf } from '../walk/shown';
import type { ShownRow } from '../walk/shown';
import type { Walk } from '../walk/actions';

/**
 * What may be left of the document when everything is killed now.
 *
 * VS Code puts unsaved text aside about a second after the last edit. Saved text, and text that has been put aside, must
 * come back to the byte. What was entered later may be missing, but in the order it was entered: what comes back is the
 * text at some step since then, never a part of one.
 */
export class Safety {
  /** The texts since the one that is safe, which is the first. */
  private texts: readonly string[] = [];

  constructor(private readonly walk: Walk) {}

  /** Takes note of the document as it is now. */
  async note(): Promise<string> {
    const { beside } = this.walk;
    const text = await beside.text();
    // The tab is no witness: with a short delay of auto save, VS Code never shows it as dirty.
    const isSafe = (await this.left()) === text;
    this.texts = isSafe ? [text] : [...this.texts.filter((known) => known !== text), text];
    return text;
  }

  /** Waits until the document, as it is now, is on the disk in one way or another. */
  async wait(): Promise<void> {
    await expect.poll(() => this.note().then(() => this.texts.length)).toBe(1);
  }

  /**
   * What a kill has left: the text that VS Code has put aside, else the file. What was put aside is thrown away a moment
   * after saving only, and would come back until then.
   */
  async left(): Promise<string> {
    const { workbench, file } = this.walk;
    return (await workbench.backupOf(file)) ?? String(await workbench.readDisk(file));
  }

  /** Fails unless a text is the safe one, one that came after it, or one with the rows that were shown even later. */
  expectKnown(text: string, later: readonly (readonly ShownRow[])[]): void {
    if (this.texts.includes(text)) return;
    const found = later.map((rows) => disagreement(text, rows));
    expect(found.some((different) => different.length === 0) ? [] : found).toEqual([]);
    expect(withoutRows(text)).toBe(withoutRows(this.texts[0] ?? ''));
  }
}

/** Where a text has other rows than those shown, all of which are shown. */
export function disagreement(text: string, rows: readonly ShownRow[]): string[] {
  const records = recordsOf(text);
  return records.length === rows.length
    ? differences(records, rows)
    : [`${records.length} rows instead of ${rows.length}`];
}

/** The lines of a file that are not rows: no action on the table may change them. */
function withoutRows(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .join('\n');
}
