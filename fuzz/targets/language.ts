import { applyEdits, parseDocument } from '../../src/core';
import type { TextEdit, TextRange } from '../../src/core';
import {
  completionsAt,
  fixAllOfKind,
  fixAllSafe,
  foldsOf,
  hoverAt,
  kindsToFix,
  outlineOf,
  problemsIn,
  quickFixes,
  rename,
  rowHints,
  ticketLinks,
} from '../../src/language';
import type { OutlineItem } from '../../src/language';
import { expect, target } from '../engine/target';
import { fileText, nastyText, typedText } from '../grammar/file';
import { oddFileText } from '../grammar/oddFile';
import { open, TODAY } from '../oracles/notebook';

interface Place {
  readonly text: string;
  readonly at: number;
  readonly name: string;
}

/** Whatever the text view is asked, wherever the cursor is, it answers with places that are there and edits that fit. */
export const language = target<Place>({
  name: 'language',
  promise: 'hover, completion, fixes, rename, outline and links answer anywhere with ranges inside the text',
  share: 4,
  generate: (random) => ({
    text: random.pick([fileText, fileText, fileText, oddFileText, nastyText])(random),
    at: random.below(600),
    name: typedText(random),
  }),
  fromText: (text) => ({ text, at: text.length, name: 'A' }),
  check: ({ text, at, name }) => {
    const notebook = open(text);
    const { document } = notebook;
    const offset = at % (text.length + 1);
    const within = ({ start, end }: TextRange, what: string): void => {
      expect(
        start >= 0 && start <= end && end <= text.length,
        () => `${what} at ${start}–${end} of ${text.length}`,
      );
    };
    const hover = hoverAt(notebook, offset);
    if (hover !== null) {
      within(hover.range, 'a hover');
      expect(hover.range.start <= offset && offset <= hover.range.end, 'a hover beside the cursor');
      expect(
        !/NaN|Infinity|undefined/.test(hover.markdown.replaceAll(text, '')) ||
          /NaN|Infinity|undefined/.test(text),
        () => `a hover says ${hover.markdown}`,
      );
    }
    const line = lineAt(text, offset);
    for (const { range, text: written, snippet, label } of completionsAt(notebook, line, offset)) {
      within(range, 'a suggestion');
      expect(label.trim() !== '', 'a suggestion without a name');
      // VS Code takes only what begins in the line, before or at the cursor.
      expect(
        range.start <= offset && range.start >= line.start && range.end <= line.start + line.text.length,
        () => `a suggestion (${label}) beside the cursor`,
      );
      if (!snippet) parseDocument(applyEdits(text, [{ ...range, text: written }]));
    }
    const place = { start: offset, end: Math.min(text.length, offset + (at % 40)) };
    for (const hint of rowHints(notebook, place))
      expect(hint.offset <= text.length && hint.label !== '', 'a hint');
    const kinds = kindsToFix(problemsIn(notebook, place));
    for (const { fix } of quickFixes(problemsIn(notebook, place))) checkEdits(text, fix.edits);
    for (const kind of kinds) checkEdits(text, fixAllOfKind(text, TODAY, kind));
    checkEdits(text, fixAllSafe(text, TODAY));
    for (const item of outlineOf(notebook)) checkItem(item, within);
    for (const { range } of foldsOf(document)) within(range, 'a fold');
    for (const { range, url } of ticketLinks(document, 'https://example.com/{ticket}')) {
      within(range, 'a link');
      expect(/^https:\/\/example\.com\/[\w%-]+$/.test(url), () => `a link to ${url}`);
    }
    const renamed = rename(document, offset, name);
    if (!('message' in renamed)) checkEdits(text, renamed);
  },
});

function checkEdits(text: string, edits: readonly TextEdit[]): void {
  parseDocument(applyEdits(text, edits));
}

function checkItem(
  { name, range, nameRange, children }: OutlineItem,
  within: (range: TextRange, what: string) => void,
): void {
  within(range, `outline of ${name}`);
  // VS Code refuses the whole outline when one name lies outside its entry.
  expect(
    range.start <= nameRange.start && nameRange.end <= range.end,
    () => `the name ${name} lies outside its entry`,
  );
  expect(name !== '', 'an entry without a name');
  for (const child of children) checkItem(child, within);
}

/** The line of a place as VS Code has it: it knows three line endings. */
function lineAt(text: string, offset: number): { start: number; text: string } {
  const before = text.slice(0, offset);
  const start =
    Math.max(
      before.lastIndexOf('\n'),
      text[offset] === '\n' && before.endsWith('\r')
        ? before.slice(0, -1).lastIndexOf('\r')
        : before.lastIndexOf('\r'),
    ) + 1;
  return { start, text: /^[^\r\n]*/.exec(text.slice(start))![0] };
}
