import type { CellTally } from './types';

/** So many cells are named; the others are counted. */
const NAMED = 3;

/** Counts cells and keeps the first few. */
export class Tally {
  private count = 0;
  private readonly first: { text: string; line: number }[] = [];

  /** @param line in the source, from 1 */
  add(text: string, line: number): void {
    this.count++;
    if (this.first.length < NAMED) this.first.push({ text, line });
  }

  get result(): CellTally | null {
    return this.count === 0 ? null : { count: this.count, first: this.first };
  }
}
