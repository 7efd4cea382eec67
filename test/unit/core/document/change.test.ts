import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument, setNotes } from '../../../../src/core';
import type { DocumentChange, RetentionDocument, TextEdit } from '../../../../src/core';
import { nastyText, typedText, wellFormedFile } from './arbitraries';
import { observe } from './observe';

/** Edits of a text that do not overlap; places are shares of its length, mostly where the rows are. */
const someEdits = fc.array(
  fc.record({
    at: fc.oneof(
      { weight: 4, arbitrary: fc.double({ min: 0.3, max: 1, noNaN: true }) },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    ),
    length: fc.oneof(
      { weight: 4, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.nat({ max: 4 }) },
      { weight: 1, arbitrary: fc.nat({ max: 60 }) },
    ),
    text: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          '7',
          '',
          'x y',
          ',',
          '12.5',
          '2024-05,1,2,3,4\n',
          '\n',
          '\n2025,5\n',
          '#> more\n',
          '""',
        ),
      },
      { weight: 2, arbitrary: typedText },
      { weight: 1, arbitrary: nastyText },
    ),
    /** Lines as the file ends them, which is what an editor inserts. */
    asFile: fc.nat({ max: 5 }).map((chance) => chance > 0),
  }),
  { minLength: 1, maxLength: 2 },
);

interface Rough {
  readonly at: number;
  readonly length: number;
  readonly text: string;
  readonly asFile: boolean;
}

function editsOf({ length, eol }: RetentionDocument, rough: readonly Rough[]): TextEdit[] {
  let position = 0;
  return [...rough]
    .sort((a, b) => a.at - b.at)
    .map((edit) => {
      const start = Math.max(position, Math.round(edit.at * length));
      const end = Math.min(length, start + edit.length);
      position = end;
      return { start, end, text: edit.asFile ? edit.text.replace(/\r\n?|\n/g, eol) : edit.text };
    });
}

function expectSame(document: RetentionDocument, text: string): void {
  const seen = observe(document);
  const expected = observe(parseDocument(text));
  // Comparing as text is many times faster; the difference is worked out only when there is one.
  if (JSON.stringify(seen) !== JSON.stringify(expected)) expect(seen).toEqual(expected);
}

/** What a change says about the rows must be true of their texts. */
function expectHonest(before: readonly string[], document: RetentionDocument, change: DocumentChange): void {
  if (change.whole) return;
  const { firstRow, removedRows, insertedRows } = change;
  const { text } = document;
  const after = rowTexts(document, text);
  expect(after.length).toBe(before.length - removedRows + insertedRows);
  expect(after.slice(0, firstRow)).toEqual(before.slice(0, firstRow));
  expect(after.slice(firstRow + insertedRows)).toEqual(before.slice(firstRow + removedRows));
}

function rowTexts(document: RetentionDocument, text: string): string[] {
  return Array.from({ length: document.rowCount }, (_, row) => {
    const { start, end } = document.rowRange(row);
    return text.slice(start, end);
  });
}

describe('apply', () => {
  it('leads to the document that reading the new text gives', () => {
    let inPlace = 0;
    let steps = 0;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 5, arbitrary: wellFormedFile }, { weight: 1, arbitrary: nastyText }),
        fc.array(someEdits, { minLength: 1, maxLength: 5 }),
        (file, rounds) => {
          let text = file;
          const document = parseDocument(text);
          for (const rough of rounds) {
            const edits = editsOf(document, rough);
            const before = rowTexts(document, text);
            text = applyEdits(text, edits);
            const change = document.apply(edits);
            steps++;
            if (!change.whole) inPlace++;
            expect(document.length).toBe(text.length);
            expectSame(document, text);
            expectHonest(before, document, change);
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(inPlace).toBeGreaterThan(steps / 10);
  }, 120_000);

  it('stays right over many edits without ever joining the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            row: fc.nat(),
            kind: fc.nat({ max: 5 }),
            text: fc.constantFrom('1', '22', '333', 'x y', '"q,"'),
          }),
          { minLength: 1, maxLength: 40 },
        ),
        (steps) => {
          let text = `period,start,note\n${Array.from({ length: 9 }, (_, row) => `202${row},${row},n\n`).join(
            '',
          )}#\n#> a\n`;
          const document = parseDocument(text);
          for (const { row, kind, text: typed } of steps) {
            const edits = stepEdits(document, row % Math.max(1, document.rowCount), kind, typed);
            text = applyEdits(text, edits);
            document.apply(edits);
          }
          expectSame(document, text);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives the first text back when the edits are undone', () => {
    fc.assert(
      fc.property(wellFormedFile, fc.array(someEdits, { minLength: 1, maxLength: 6 }), (file, steps) => {
        const document = parseDocument(file);
        const undo: TextEdit[][] = [];
        for (const rough of steps) {
          const { text } = document;
          const edits = editsOf(document, rough);
          undo.push(inverse(text, edits));
          document.apply(edits);
        }
        for (const edits of undo.reverse()) document.apply(edits);
        expectSame(document, file);
        expect(document.text).toBe(file);
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, string, TextEdit[], DocumentChange]>([
    ['a cell', 'period,start\n2023,1\n2024,2\n', [{ start: 18, end: 19, text: '77' }], change(0, 1, 1)],
    [
      'a cell of the last row without line ending',
      'period,start\n2023,1\n2024,2',
      [{ start: 25, end: 26, text: '' }],
      change(1, 1, 1),
    ],
    [
      'a row inserted before another',
      'period,start\n2023,1\n2024,2\n',
      [{ start: 20, end: 20, text: '2020,3\n' }],
      change(1, 0, 1),
    ],
    [
      'a row inserted first',
      'period,start\n2023,1\n',
      [{ start: 13, end: 13, text: '2020,3\n' }],
      change(0, 0, 1),
    ],
    [
      'a row appended',
      'period,start\n2023,1\n#\n#> n\n',
      [{ start: 20, end: 20, text: '2020,3\n' }],
      change(1, 0, 1),
    ],
    [
      'a row appended to an open end',
      'period,start\n2023,1',
      [{ start: 19, end: 19, text: '\n2020,3' }],
      change(0, 1, 2),
    ],
    [
      'a row deleted',
      'period,start\n2023,1\n2024,2\n2025,3\n',
      [{ start: 20, end: 27, text: '' }],
      change(1, 1, 0),
    ],
    [
      'the last of several rows deleted',
      'period,start\n2023,1\n2024,2\n',
      [{ start: 20, end: 27, text: '' }],
      change(1, 1, 0),
    ],
    [
      'a line break typed into quotes',
      'period,note\n2023,"ab"\n2024,\n',
      [{ start: 19, end: 19, text: '\n' }],
      change(0, 1, 1),
    ],
    ['notes', 'period\n2023\n#\n#> a\n', [{ start: 17, end: 18, text: 'b' }], change(1, 0, 0)],
    ['nothing', 'period\n2023\n', [], change(0, 0, 0)],
    [
      'a cell above a comment',
      'period,start\n2023,1\n# c\n2024,2\n',
      [{ start: 18, end: 19, text: '77' }],
      change(0, 1, 1),
    ],
    [
      'two rows far apart',
      'period\n2021\n2022\n2023\n2024\n',
      [
        { start: 8, end: 9, text: '1' },
        { start: 17, end: 18, text: '1' },
      ],
      change(0, 3, 3),
    ],
  ])('reads only %s again', (_, text, edits, expected) => {
    const document = parseDocument(text);
    expect(document.apply(edits)).toEqual(expected);
    expectSame(document, applyEdits(text, edits));
  });

  it.each<[string, string, TextEdit[]]>([
    ['the header changes', 'period\n2023\n', [{ start: 0, end: 6, text: 'start' }]],
    ['a setting changes', '#---\n# goal: 1%\n#---\nperiod\n2023\n', [{ start: 13, end: 14, text: '2' }]],
    ['a quote is opened', 'period,note\n2023,a\n2024,b\n', [{ start: 17, end: 17, text: '"' }]],
    ['a row becomes a comment', 'period,note\n2023,a\n2024,b\n', [{ start: 12, end: 12, text: '#' }]],
    [
      'a conflict marker appears',
      'period,note\n2023,a\n2024,b\n',
      [{ start: 19, end: 19, text: '=======\n' }],
    ],
    ['a note becomes a row', 'period\n2023\n#> a\n', [{ start: 12, end: 15, text: '2' }]],
    ['another line ending appears', 'period\n2023\n2024\n', [{ start: 11, end: 12, text: '\r\n' }]],
    ['a line of spaces appears', 'period\n2023\n2024\n', [{ start: 12, end: 12, text: ' \n' }]],
    ['the last row behind a comment goes', 'period\n2023\n# c\n2024\n', [{ start: 16, end: 21, text: '' }]],
    ['the only row goes', 'period\n2023\n', [{ start: 7, end: 12, text: '' }]],
    [
      'the file has an open quote somewhere',
      'period,note\n2023,"a\n2024,b\n',
      [{ start: 25, end: 26, text: 'c' }],
    ],
    [
      'rows and notes change together',
      'period\n2023\n#> a\n',
      [
        { start: 10, end: 11, text: '4' },
        { start: 15, end: 16, text: 'b' },
      ],
    ],
  ])('reads the whole text when %s', (_, text, edits) => {
    const document = parseDocument(text);
    expect(document.apply(edits).whole).toBe(true);
    expectSame(document, applyEdits(text, edits));
  });

  it('refuses edits that overlap or lie outside, and changes nothing', () => {
    const text = 'period\n2023\n';
    const document = parseDocument(text);
    expect(() => document.apply([{ start: 0, end: 99, text: '' }])).toThrow(RangeError);
    expect(() =>
      document.apply([
        { start: 8, end: 10, text: '' },
        { start: 9, end: 11, text: '' },
      ]),
    ).toThrow(RangeError);
    expect(() => document.apply([{ start: 9, end: 8, text: '' }])).toThrow(RangeError);
    expect(() => document.apply([{ start: NaN, end: NaN, text: '' }])).toThrow(RangeError);
    expectSame(document, text);
  });

  it('keeps the notes of a large file apart from its rows', () => {
    const text = `period,start\n${'2024-01,5\n'.repeat(5000)}#\n#> a\n`;
    const document = parseDocument(text);
    const edits = setNotes(document, 'a\nb');
    expect(document.apply(edits)).toEqual(change(5000, 0, 0));
    expect(document.notes).toBe('a\nb');
    expect(document.text).toBe(applyEdits(text, edits));
  });
});

function change(firstRow: number, removedRows: number, insertedRows: number): DocumentChange {
  return { whole: false, firstRow, removedRows, insertedRows };
}

/** A cell replaced, a row inserted, a row deleted, a row appended, the notes changed. */
function stepEdits(document: RetentionDocument, row: number, kind: number, text: string): TextEdit[] {
  if (document.rowCount === 0 || kind === 3) {
    const end = document.rowsEnd;
    return [{ start: end, end, text: `2031,${text},z\n` }];
  }
  const { start, end } = document.rowRange(row);
  switch (kind) {
    case 1:
      return [{ start, end: start, text: `2030,${text},y\n` }];
    case 2:
      return document.rowCount < 2 ? [] : [{ start, end: document.rowLineEnd(row), text: '' }];
    case 4:
      return setNotes(document, text);
    case 5:
      return [{ start: end, end, text }];
    default:
      return [{ ...document.cellRange(row, 1)!, text }];
  }
}

function inverse(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ start, end, text: written }) => {
    const back = { start: start + shift, end: start + shift + written.length, text: text.slice(start, end) };
    shift += written.length - (end - start);
    return back;
  });
}
