import { evaluate } from '../../src/core';
import { target } from '../engine/target';
import { fileText, nastyText } from '../grammar/file';
import { oddFileText } from '../grammar/oddFile';
import { expect } from '../engine/target';
import { expectConsistent, open, TODAY } from '../oracles/notebook';
import { expectSound } from '../oracles/sound';

/** Any text is read, kept byte for byte and judged without contradiction. */
export const parse = target<{ readonly text: string }>({
  name: 'parse',
  promise: 'any text is read and kept byte for byte; no number is NaN, none is missing without a reason',
  share: 16,
  generate: (random) => ({
    text: random.pick([fileText, fileText, oddFileText, nastyText])(random),
  }),
  fromText: (text) => ({ text }),
  check: ({ text }) => {
    const notebook = open(text);
    expect(notebook.document.text === text, 'the text is not what was read');
    expectConsistent(notebook);
    if (text.length % 16 === 0) expectSound(evaluate(notebook.document, { today: TODAY }), 'evaluation');
  },
});
