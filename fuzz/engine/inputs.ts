import { changed } from './change';
import type { Random } from './random';
import type { Data, Target } from './target';

/** So many inputs made by the grammar are kept to be changed. */
const MOST_KEPT = 64;

/** The inputs of a shard: half of them made by the grammar, half by changing others at random. */
export class Inputs {
  readonly #target: Target;
  readonly #random: Random;
  readonly #kept: Data[] = [];
  readonly #begin: readonly (readonly Data[])[];

  /** @param begin lists of inputs to change besides those made by the grammar, one list as often as another */
  constructor(target: Target, random: Random, begin: readonly (readonly Data[])[]) {
    this.#target = target;
    this.#random = random;
    this.#begin = [this.#kept, ...begin];
  }

  next(): Data {
    const isFresh = this.#kept.length < 4 || this.#random.percent(50);
    if (!isFresh) return changed(this.#random, this.#pick(), this.#pick());
    const input = this.#target.generate(this.#random);
    this.#kept[this.#kept.length < MOST_KEPT ? this.#kept.length : this.#random.below(MOST_KEPT)] = input;
    return input;
  }

  #pick(): Data {
    const lists = this.#begin.filter((list) => list.length > 0);
    return this.#random.pick(this.#random.pick(lists));
  }
}
