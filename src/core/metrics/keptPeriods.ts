import type { NotebookPeriod } from './notebookPeriods';

/** More than anybody looks at; who reads a whole long file shall not keep all of it. */
const MOST = 2000;

/**
 * The periods of a series that were read and are still as they were, so that an edit costs the periods it changes and
 * not all that are looked at.
 */
export class KeptPeriods<Key> {
  private readonly periods = new Map<Key, NotebookPeriod>();

  get(key: Key): NotebookPeriod | undefined {
    return this.periods.get(key);
  }

  keep(key: Key, period: NotebookPeriod): void {
    if (this.periods.size >= MOST) this.periods.clear();
    this.periods.set(key, period);
  }

  /** The period is to be read anew. */
  forget(key: Key): void {
    this.periods.delete(key);
  }

  forgetAll(): void {
    this.periods.clear();
  }
}
