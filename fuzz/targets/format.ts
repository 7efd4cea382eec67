import { applyEdits, parseDocument } from '../../src/core';
import { formatEdits } from '../../src/language';
import { expect, expectSame, target } from '../engine/target';
import { fileText, nastyText } from '../grammar/file';
import { meaning } from '../oracles/meaning';

interface Written {
  readonly text: string;
  readonly from: number;
  readonly length: number;
}

/** Formatting changes how a file is written, and nothing that it says. */
export const format = target<Written>({
  name: 'format',
  promise: 'formatting keeps every value, twice is once, and a range stays in its range',
  share: 7,
  generate: (random) => ({
    text: random.percent(80) ? spaced(random, fileText(random)) : nastyText(random),
    from: random.below(300),
    length: random.below(120),
  }),
  fromText: (text) => ({ text, from: 0, length: 100 }),
  check: ({ text, from, length }) => {
    const document = parseDocument(text);
    const once = applyEdits(text, formatEdits(document));
    const formatted = parseDocument(once);
    expectSame(meaning(formatted), meaning(document), 'formatted');
    expect(applyEdits(once, formatEdits(formatted)) === once, 'formatted twice, it changes again');
    const start = from % (text.length + 1);
    const range = { start, end: Math.min(text.length, start + length) };
    for (const edit of formatEdits(document, range)) {
      expect(edit.start >= range.start && edit.end <= range.end, 'an edit outside the range');
    }
  },
});

function spaced(
  random: { below(end: number): number; pick<T>(things: readonly T[]): T },
  text: string,
): string {
  let result = text;
  for (let round = random.below(5); round > 0; round--) {
    const ends = [...result.matchAll(/\r\n?|\n|$/g)].map(({ index }) => index);
    const at = random.pick(ends);
    result = result.slice(0, at) + random.pick([' ', '  ', '\u00a0', '\t', ',', ' ,']) + result.slice(at);
  }
  return result;
}
