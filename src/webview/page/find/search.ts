import type { CellRange } from '../../grid';
import { idleTask } from '../frames';
import { text } from '../text';
import type { Findings } from './finder';
import { findCells, nothingFound } from './finder';
import type { FindQuery, Matcher } from './query';
import { compileQuery } from './query';
import type { FindSurroundings } from './surroundings';

/** Looks for what is asked, a few milliseconds at a time, so that nobody waits for it. */
export class Search {
  query: FindQuery = { text: '', matchCase: false, wholeCell: false, regex: false };
  /** The cells to look at; null: all of them. */
  scope: readonly CellRange[] | null = null;
  readonly #task = idleTask<Findings>();
  #matcher: Matcher | null = null;
  #refusal: string | null = null;
  #isSearching = false;

  constructor(private readonly around: Pick<FindSurroundings, 'session' | 'rows'>) {}

  /** What the query finds; null where there is nothing to look for. */
  get matcher(): Matcher | null {
    return this.#matcher;
  }

  /** Why the query can find nothing, for a person; else null. */
  get refusal(): string | null {
    return this.#refusal;
  }

  /** False once all is found. */
  get isSearching(): boolean {
    return this.#isSearching;
  }

  /** Looks at all cells anew. @param found is told what there is so far, and at last what there is */
  run(found: (findings: Findings) => void): void {
    this.#task.cancel();
    this.#compile();
    const report = (findings: Findings): void => {
      this.#isSearching = findings.state === 'searching';
      found(findings);
    };
    if (this.#matcher === null) {
      report(nothingFound);
      return;
    }
    const { around, query, scope } = this;
    this.#task.run(findCells(around.session(), around.rows(), query, this.#matcher, scope), report);
  }

  cancel(): void {
    this.#task.cancel();
    this.#isSearching = false;
  }

  #compile(): void {
    this.#matcher = null;
    this.#refusal = null;
    if (this.query.text === '') return;
    const compiled = compileQuery(this.query);
    if ('matcher' in compiled) this.#matcher = compiled.matcher;
    else {
      const { refusal } = compiled;
      this.#refusal = refusal.type === 'invalid' ? text.find.invalid(refusal.detail) : text.find.endless;
    }
  }
}
