import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/core';
import {
  editsOfChanges,
  expectChange,
  inverseEdits,
  isExpectedChange,
  joinMany,
} from '../../../../src/host/editor/changes';

const text = 'period,start,new\n2024,100,15\n2025,105,20\n';
const slice = (start: number, end: number) => text.slice(start, end);

describe('editsOfChanges', () => {
  it('turns VS Code’s order, from the end of the text, into ascending edits', () => {
    expect(
      editsOfChanges([
        { rangeOffset: 10, rangeLength: 2, text: 'b' },
        { rangeOffset: 3, rangeLength: 0, text: 'a' },
      ]),
    ).toEqual([
      { start: 3, end: 3, text: 'a' },
      { start: 10, end: 12, text: 'b' },
    ]);
  });

  it('keeps insertions at one place in the order in which they stand in the text', () => {
    expect(
      editsOfChanges([
        { rangeOffset: 3, rangeLength: 0, text: 'second' },
        { rangeOffset: 3, rangeLength: 0, text: 'first' },
      ]),
    ).toEqual([
      { start: 3, end: 3, text: 'first' },
      { start: 3, end: 3, text: 'second' },
    ]);
  });

  it.each([
    [
      [
        { rangeOffset: 0, rangeLength: 1, text: '' },
        { rangeOffset: 5, rangeLength: 1, text: '' },
      ],
    ],
    [
      [
        { rangeOffset: 5, rangeLength: 1, text: '' },
        { rangeOffset: 4, rangeLength: 2, text: '' },
      ],
    ],
  ])('does not trust another order: %j', (changes) => {
    expect(editsOfChanges(changes)).toBeNull();
  });
});

describe('joinMany', () => {
  const long = 'ab,'.repeat(3000);
  const edits = Array.from({ length: 2000 }, (_, i) => ({ start: 3 * i + 4, end: 3 * i + 5, text: `x${i}` }));
  const read = (start: number, end: number) => long.slice(start, end);

  it('makes one edit of very many, which does the same and reaches no further', () => {
    const joined = joinMany(edits, read);
    expect(joined).toHaveLength(1);
    expect(joined[0]).toMatchObject({ start: 4, end: 3 * 1999 + 5 });
    expect(applyEdits(long, joined)).toBe(applyEdits(long, edits));
    expect(isExpectedChange(expectChange(edits, read), joined)).toBe(true);
  });

  it('leaves few as they are', () => {
    expect(joinMany(edits.slice(0, 999), read)).toEqual(edits.slice(0, 999));
    expect(joinMany([], read)).toEqual([]);
  });
});

describe('inverseEdits', () => {
  it('takes edits back', () => {
    const edits = [
      { start: 0, end: 0, text: '# first\n' },
      { start: 17, end: 21, text: '' },
      { start: 34, end: 37, text: '1234567' },
    ];
    expect(applyEdits(applyEdits(text, edits), inverseEdits(edits, slice))).toBe(text);
  });
});

describe('isExpectedChange', () => {
  const edits = [
    { start: 22, end: 25, text: '101' },
    { start: 34, end: 37, text: '106' },
  ];
  const expected = expectChange(edits, slice);

  it.each([
    ['as it was sent', edits],
    [
      'without what does not change',
      [
        { start: 24, end: 25, text: '1' },
        { start: 36, end: 37, text: '6' },
      ],
    ],
    ['joined into one', [{ start: 22, end: 37, text: '101,15\n2025,106' }]],
  ])('knows the change %s', (_how, happened) => {
    expect(isExpectedChange(expected, happened)).toBe(true);
  });

  it.each([
    ['only a part', [edits[0]!]],
    ['another value', [edits[0]!, { start: 34, end: 37, text: '107' }]],
    ['more, before it', [{ start: 0, end: 0, text: '#' }, ...edits]],
    ['more, after it', [...edits, { start: 40, end: 40, text: '#' }]],
    [
      'the same elsewhere',
      [
        { start: 22, end: 25, text: '101' },
        { start: 39, end: 41, text: '106' },
      ],
    ],
  ])('does not take for it: %s', (_what, happened) => {
    expect(isExpectedChange(expected, happened)).toBe(false);
  });

  it('tells insertions at the same place apart by their text', () => {
    const insertion = expectChange([{ start: 17, end: 17, text: '2023,,\n' }], slice);
    expect(isExpectedChange(insertion, [{ start: 17, end: 17, text: '2023,,\n' }])).toBe(true);
    expect(isExpectedChange(insertion, [{ start: 17, end: 17, text: '2022,,\n' }])).toBe(false);
  });
});
