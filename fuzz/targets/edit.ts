import { applyEdits } from '../../src/core';
import type { RetentionDocument, TextEdit } from '../../src/core';
import { expect, expectSame, target } from '../engine/target';
import { roughStep, roughText } from '../grammar/rough';
import { cellOf, editsOf, settingOf } from '../grammar/steps';
import type { Step } from '../grammar/steps';
import { inverseOf, open } from '../oracles/notebook';

interface Session {
  readonly text: string;
  readonly steps: readonly Step[];
}

/** What a person does changes its place only, says what was meant, and can be taken back byte for byte. */
export const edit = target<Session>({
  name: 'edit',
  promise: 'an edit says what was meant, touches nothing else, and undone gives the bytes back',
  share: 10,
  generate: (random) => ({ text: roughText(random), steps: random.list(1, 8, () => roughStep(random)) }),
  fromText: (text) => ({ text, steps: [] }),
  check: ({ text, steps }) => {
    const notebook = open(text);
    const { document } = notebook;
    const undo: (readonly TextEdit[])[] = [];
    let now = text;
    for (const each of steps) {
      const edits = editsOf(document, each);
      undo.push(inverseOf(now, edits));
      now = applyEdits(now, edits);
      const kept = each.kind === 'cell' ? otherCells(document, each) : null;
      notebook.apply(edits);
      if (kept !== null && edits.length > 0) expectCell(document, each, kept);
      if (each.kind === 'setting' && edits.length > 0) expectSetting(document, each);
    }
    expect(document.text === now, 'the document is not the text with its edits');
    for (const edits of undo.reverse()) notebook.apply(edits);
    expect(document.text === text, 'undone, the text is not what it was');
  },
});

interface Kept {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly cells: readonly string[];
}

/** True when a quote that is never closed, which a quote behind it might close, stands in front of a row. */
function isOpenBefore(document: RetentionDocument, row: number): boolean {
  const rows = Array.from({ length: row }, (_, index) => document.problemsOfRow(index));
  return [...document.problemsOutsideRows(), ...rows.flat()].some(({ code }) => code === 'R301');
}

/** The cells beside the one that a step writes; null where writing may change how the file is read. */
function otherCells(document: RetentionDocument, each: Step): Kept | null {
  if (document.rowCount === 0 || document.readOnly !== null || /[\0\ufffd]/.test(each.text)) return null;
  const { row, column } = cellOf(document, each);
  if (document.hasOpenQuote && isOpenBefore(document, row)) return null;
  const cells = Array.from({ length: document.cellCount(row) }, (_, index) => document.cellText(row, index));
  return { row, column, rowCount: document.rowCount, cells };
}

function expectCell(
  document: RetentionDocument,
  { text }: Step,
  { row, column, rowCount, cells }: Kept,
): void {
  expect(
    document.rowCount === rowCount,
    () => `a cell was written and ${rowCount} rows became ${document.rowCount}`,
  );
  const expected = text.replace(/\r\n?|\n/g, '\n');
  const found = document.cellText(row, column);
  expect(
    found === expected,
    () => `cell ${row}:${column} says ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`,
  );
  for (const [index, before] of cells.entries()) {
    if (index === column) continue;
    expect(
      document.cellText(row, index) === before,
      () => `cell ${row}:${index} changed with cell ${row}:${column}`,
    );
  }
}

function expectSetting({ front, readOnly }: RetentionDocument, each: Step): void {
  if (readOnly !== null) return;
  const { key, value } = settingOf(each);
  const entry = front?.entries.filter((candidate) => candidate.key === key).at(-1);
  const said = entry === undefined ? null : (entry.items ?? entry.text);
  expectSame(said, value, `the setting ${key}`);
}
