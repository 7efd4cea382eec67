import { parseFromWebview, parseToWebview } from '../../src/protocol';
import { expect, expectSame, target } from '../engine/target';
import { FORGED, FROM_HOST, FROM_PAGE, forged, messageOf, said } from '../grammar/messages';
import type { Said } from '../grammar/messages';

interface Message {
  readonly said: Said;
  readonly field: number;
  readonly what: number;
}

const KINDS = [...Object.keys(FROM_PAGE), ...Object.keys(FROM_HOST)];

/** What either half says is taken as it is meant, and a forged field refused in one sentence. */
export const message = target<Message>({
  name: 'message',
  promise: 'right messages are taken unchanged, forged ones refused with a sentence, none throws',
  share: 6,
  generate: (random) => ({
    said: said(random, KINDS),
    field: random.below(12),
    what: random.below(FORGED.length),
  }),
  check: ({ said: each, field, what }) => {
    const parse = each.kind in FROM_PAGE ? parseFromWebview : parseToWebview;
    const right = messageOf(each);
    if (each.text.length > 200) return;
    const taken = parse(right);
    expect(taken.ok, () => (taken.ok ? '' : `a right message is refused: ${taken.problem}`));
    expectSame(taken.message, right, 'a message is changed');
    const wrong = forged(right, field, what);
    const answer = parse(wrong);
    if (answer.ok) expectSafe(answer.message);
    else
      expect(
        answer.problem.length > 5 && answer.problem.length < 1000,
        () => `refused by “${answer.problem}”`,
      );
    for (const parser of [parseFromWebview, parseToWebview]) parser(FORGED[what % FORGED.length]);
  },
});

/** Forged, and accepted: then what was forged is a value that the field may have. */
function expectSafe(value: object): void {
  expect(
    Object.keys(value).every((name) => name !== 'another'),
    'a field that nobody knows is taken',
  );
  for (const [name, part] of Object.entries(value)) {
    if (typeof part === 'number') expect(Number.isSafeInteger(part), () => `${name} is ${part}`);
    if (name !== 'edits') continue;
    let position = 0;
    for (const { start, end, text } of part as { start: number; end: number; text: string }[]) {
      expect(start >= position && end >= start && typeof text === 'string', 'edits that no text can take');
      position = end;
    }
  }
}
