import { applyEdits } from '../../src/core';
import { expectSame, target } from '../engine/target';
import { DiagnosticList } from '../../src/language';
import { fileText } from '../grammar/file';
import { oddFileText } from '../grammar/oddFile';
import { editsOf, step } from '../grammar/steps';
import type { Step } from '../grammar/steps';
import { observe, open } from '../oracles/notebook';
import { expectSound } from '../oracles/sound';

interface Session {
  readonly text: string;
  /** Somebody looks at everything after this many steps, and after all of them. */
  readonly look: number;
  readonly steps: readonly Step[];
}

/** Kept up to date edit by edit, a notebook says what a fresh one says. */
export const live = target<Session>({
  name: 'live',
  promise: 'a notebook kept up to date says what one opened from the same text says',
  share: 5,
  generate: (random) => ({
    text: random.percent(70) ? fileText(random) : oddFileText(random),
    look: random.below(6),
    steps: random.list(1, 8, () => step(random)),
  }),
  fromText: (text) => ({ text, look: 0, steps: [] }),
  check: ({ text, look, steps }) => {
    const notebook = open(text);
    const list = new DiagnosticList(notebook);
    let now = text;
    for (const [index, each] of steps.entries()) {
      const edits = editsOf(notebook.document, each);
      now = applyEdits(now, edits);
      list.update(notebook.apply(edits));
      if (index === look % 6) {
        list.list(4);
        expectSound(observe(notebook), 'a look');
      }
    }
    const fresh = open(now);
    expectSame(observe(notebook), observe(fresh), 'after edits');
    expectSame(list.list(4), new DiagnosticList(fresh).list(4), 'problems listed after edits');
  },
});
