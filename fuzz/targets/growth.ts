import { parseDocument } from '../../src/core';
import { expect, target } from '../engine/target';
import { fileText, MARKDOWN } from '../grammar/file';
import { TOKENS } from '../grammar/tokens';
import { looksOf } from '../oracles/looks';

interface Repeated {
  readonly head: string;
  readonly part: string;
}

const TIMES = 1000;
/** The scanner tries records over several lines for so many characters before it gives up. */
const ATTEMPTS = 400_000;
const LOOKS_PER_CHARACTER = 100;

/** A thousand times the same, whatever it is, is read in a time that grows with its length. */
export const growth = target<Repeated>({
  name: 'growth',
  promise: 'each character of a text is looked at a few times, however often anything stands in it',
  share: 1,
  generate: (random) => ({
    head: random.percent(70) ? 'period,lost\n' : fileText(random),
    part: random.percent(30)
      ? `${random.pick(MARKDOWN)}\n`
      : random.list(1, 3, () => random.pick(TOKENS)).join('') + (random.percent(70) ? '\n' : ''),
  }),
  check: ({ head, part }) => {
    const text = head.slice(0, 1000) + part.slice(0, 40).repeat(TIMES);
    const looks = looksOf(() => {
      const document = parseDocument(text);
      document.problemsOutsideRows();
      for (let row = 0; row < Math.min(document.rowCount, 20); row++) document.problemsOfRow(row);
    });
    expect(
      looks <= LOOKS_PER_CHARACTER * text.length + ATTEMPTS,
      () => `${looks} looks at ${text.length} characters`,
    );
  },
});
