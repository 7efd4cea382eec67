import { diffDocuments, parseDocument } from '../../src/core';
import { comparableText } from '../../src/cli/textconv';
import { expect, expectSame, target } from '../engine/target';
import { fileText, nastyText } from '../grammar/file';
import { editsOf, step } from '../grammar/steps';
import type { Step } from '../grammar/steps';
import { TODAY } from '../oracles/notebook';
import { expectSound } from '../oracles/sound';

interface Versions {
  readonly text: string;
  readonly steps: readonly Step[];
  /** Another text of its own; blank for what the steps make. */
  readonly other: string;
}

/** Two versions of a file: every row is in the comparison once, and the same file has no difference. */
export const diff = target<Versions>({
  name: 'diff',
  promise: 'a comparison holds every row of both versions once, and finds nothing where nothing changed',
  share: 4,
  generate: (random) => ({
    text: fileText(random),
    steps: random.list(0, 5, () => step(random)),
    other: random.percent(20) ? (random.percent(50) ? fileText(random) : nastyText(random)) : '',
  }),
  fromText: (text) => ({ text, steps: [], other: '' }),
  check: ({ text, steps, other }) => {
    const document = parseDocument(text);
    for (const each of steps) document.apply(editsOf(document, each));
    const after = other === '' ? document.text : other;
    const found = diffDocuments(text, after, { today: TODAY });
    for (const [side, notebook] of [
      ['before', found.before],
      ['after', found.after],
    ] as const) {
      const rows = found.rows.map((row) => row[side]).filter((row) => row !== null);
      expectSame(
        [...rows].sort((a, b) => a - b),
        Array.from({ length: notebook.document.rowCount }, (_, row) => row),
        `rows of ${side}`,
      );
    }
    const { same, changed, added, removed } = found.counts;
    expect(same + changed + added + removed === found.rows.length, 'the counts are not those of the rows');
    for (const row of found.rows) {
      expect((row.kind === 'changed') === row.cells.length > 0, 'a changed row without changed cells');
      expectSound(found.figures(row), 'figures');
    }
    expectSound(
      found.summaries.map(({ crr, gapPoints }) => [crr, gapPoints]),
      'summaries',
    );
    if (after === text) expect(found.same && found.summaries.length === 0, 'the same text differs');
    const mirror = diffDocuments(after, text, { today: TODAY });
    expect(mirror.same === found.same, 'same in one direction only');
    expect(
      mirror.counts.added === removed && mirror.counts.removed === added && mirror.counts.changed === changed,
      'other rows the other way round',
    );
    const lines = comparableText(after);
    expect(!/[\0-\b\v\f\u000e-\u001f\u007f\u009b]/.test(lines), 'the text for git holds control characters');
  },
});
