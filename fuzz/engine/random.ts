/**
 * Random choices that a seed determines: the same ones on every machine and in every version of Node. The generator is
 * sfc32 (Chris Doty-Humphrey, PractRand), the seed is spread over its state by FNV-1a with a final mix.
 *
 * @example
 * const random = new Random('2024:parse:0');
 * random.pick(['a', 'b']); // the same letter in every run
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: string) {
    this.#a = hash(`a${seed}`);
    this.#b = hash(`b${seed}`);
    this.#c = hash(`c${seed}`);
    for (let round = 0; round < 12; round++) this.bits();
  }

  /** 32 random bits. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter++) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from 0 up to, but without, `end`. */
  below(end: number): number {
    return Math.floor((this.bits() / 2 ** 32) * end);
  }

  /** A whole number between two others, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True so many times in a hundred. */
  percent(chance: number): boolean {
    return this.below(100) < chance;
  }

  /** One of some things, each as likely as the others. */
  pick<T>(things: readonly T[]): T {
    return things[this.below(things.length)]!;
  }

  /** As many things as `least` to `most` calls make. */
  list<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: this.between(least, most) }, make);
  }
}

/** A number of 32 bits that texts which differ in one character do not share. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
