/** Hash of the empty text; `hashStep` takes in one character after the other (FNV-1a). */
export const HASH_SEED = 0x811c9dc5 | 0;

export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/**
 * Gives equal texts the same small number, without making a string for a text seen before.
 * Number 0 is the empty text.
 */
export class Interner {
  readonly texts: string[] = [''];
  private slots = new Int32Array(256);
  private hashes: number[] = [0];

  /** The number of `text.slice(start, end)`. */
  intern(text: string, start: number, end: number): number {
    if (start === end) return 0;
    let hash = HASH_SEED;
    for (let position = start; position < end; position++) {
      hash = hashStep(hash, text.charCodeAt(position));
    }
    return this.find(text, start, end, hash);
  }

  /** The same for a text that is not empty and whose hash is known. */
  find(text: string, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const id = this.slots[slot]!;
      if (id === 0) return this.insert(text, start, end, hash, slot);
      if (this.hashes[id] === hash) {
        const known = this.texts[id]!;
        if (known.length === end - start && text.startsWith(known, start)) return id;
      }
      slot = (slot + 1) & mask;
    }
  }

  private insert(text: string, start: number, end: number, hash: number, slot: number): number {
    const id = this.texts.length;
    this.texts.push(text.slice(start, end));
    this.hashes.push(hash);
    this.slots[slot] = id;
    if (this.texts.length * 2 > this.slots.length) this.rehash();
    return id;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 1; id < this.texts.length; id++) {
      const hash = this.hashes[id]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.slots = slots;
  }
}
