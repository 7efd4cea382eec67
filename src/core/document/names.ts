import { Interner } from '../text/interner';
import { looksLikeFormula } from './formula';
import { readPercent } from './percent';
import type { Percent } from './types';

/** Texts that recur from row to row: each is judged once, when it is first seen. */
abstract class Names {
  private readonly interner = new Interner();
  private readonly codes: number[] = [0];

  get texts(): readonly string[] {
    return this.interner.texts;
  }

  /** The number of a text; 0 is the empty one. */
  intern(text: string, start: number, end: number): number {
    return this.interner.intern(text, start, end);
  }

  /** The same for a text whose hash is known. */
  find(text: string, start: number, end: number, hash: number): number {
    return this.interner.find(text, start, end, hash);
  }

  /** What is wrong with the text of a number; 0 is nothing. */
  codeOf(id: number): number {
    while (this.codes.length <= id) this.codes.push(this.judge(this.interner.texts[this.codes.length]!));
    return this.codes[id]!;
  }

  protected abstract judge(text: string): number;
}

/** What other readers take for a missing value. */
const MISSING_WORDS = new Set(['na', 'n/a', '#n/a', 'nan', '-nan', 'null', 'none', '<na>']);

export class SegmentNames extends Names {
  protected override judge(text: string): number {
    if (text.length <= 4 && MISSING_WORDS.has(text.toLowerCase())) return 311;
    return looksLikeFormula(text) ? 310 : 0;
  }
}

const PERCENT_CODES = {
  plain: 0,
  bare: 422,
  ambiguous: 421,
  grouping: 412,
  negative: 413,
  bad: 411,
} as const;

export class GoalNames extends Names {
  private readonly values: (Percent | null)[] = [null];

  constructor(private readonly decimal: '.' | ',') {
    super();
  }

  /** The goal that the text of a number says. */
  goalOf(id: number): Percent | null {
    this.codeOf(id);
    return this.values[id] ?? null;
  }

  protected override judge(text: string): number {
    const { value, kind } = readPercent(text, this.decimal);
    this.values.push(value);
    return PERCENT_CODES[kind];
  }
}
