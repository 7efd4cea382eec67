import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument } from '../../../../../src/core';
import type { TextEdit } from '../../../../../src/core';
import { intentOf } from '../../../../../src/webview/page/notices/refused';
import { missingFrom, underwayEdit } from '../../../../../src/webview/page/notices/underway';

const text = 'period,segment,lost\n2024-Q1,,1\n2024-Q2,,2\n2024-Q3,,3\n';
const at = (part: string): number => text.indexOf(part);

/** A chain of edits, each of the text after the one before: all texts, and what is remembered of the edits. */
function chain(...steps: readonly (readonly TextEdit[])[]) {
  const texts = [text];
  const underway = steps.map((edits, i) => {
    const after = applyEdits(texts[i]!, edits);
    texts.push(after);
    return underwayEdit({ label: `step ${i}`, cells: [] }, edits, after.length);
  });
  return { texts, underway };
}

const places = (now: string, underway: Parameters<typeof missingFrom>[1]) =>
  missingFrom(now, underway).map(({ place }) => place);

describe('an edit that was underway when VS Code stopped', () => {
  it('is missing unless it is in the document', () => {
    const one = { start: at('1\n'), end: at('1\n') + 1, text: '7' };
    const row = { start: at('2024-Q2'), end: at('2024-Q3'), text: '' };
    const { texts, underway } = chain(
      [one],
      [row],
      [{ start: text.length - 11, end: text.length - 11, text: 'x\n' }],
    );
    expect(places(texts[0]!, underway)).toEqual(['step 0', 'step 1', 'step 2']);
    expect(places(texts[1]!, underway)).toEqual(['step 1', 'step 2']);
    expect(places(texts[2]!, underway)).toEqual(['step 2']);
    expect(places(texts[3]!, underway)).toEqual([]);
  });

  it('is not taken for arrived by a length that comes to the same', () => {
    const added = { start: at('2024-Q2'), end: at('2024-Q2'), text: '2024-Q9,,9\n' };
    const removed = { start: at('2024-Q1'), end: at('2024-Q2'), text: '' };
    const { underway } = chain([added], [removed]);
    expect(places(text, underway)).toEqual(['step 0', 'step 1']);
  });

  it('is missing from one of two rows that look alike when the other says the same already', () => {
    const twice = text.replace('2024-Q3,,3', '2024-Q2,,9');
    const intent = intentOf(parseDocument(twice), [{ row: 2, column: 2, text: '2' }], 'Fill 1 cell');
    const edits = [{ start: twice.indexOf('9'), end: twice.indexOf('9') + 1, text: '2' }];
    const underway = [underwayEdit(intent, edits, twice.length)];
    expect(missingFrom(twice, underway)).toEqual(underway);
    expect(missingFrom(applyEdits(twice, edits), underway)).toEqual([]);
  });

  it('is told rather than lost when something else changed the text', () => {
    const edits = [{ start: at('1\n'), end: at('1\n') + 1, text: '7' }];
    const { texts, underway } = chain(edits);
    expect(places(`${texts[1]!}2024-Q4,,4\n`, underway)).toEqual(['step 0']);
  });
});
