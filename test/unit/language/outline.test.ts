import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveNotebook, parseDocument } from '../../../src/core';
import { foldsOf, outlineOf } from '../../../src/language';
import type { OutlineItem } from '../../../src/language';
import { nastyText, wellFormedFile } from '../core/document/arbitraries';

const TODAY = 20_000;

/** The outline as an indented list, with details behind a colon. */
function listed(text: string): string[] {
  const lines = (items: readonly OutlineItem[], indent: string): string[] =>
    items.flatMap(({ kind, name, detail, children }) => [
      `${indent}${kind} ${name}${detail === '' ? '' : `: ${detail}`}`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(outlineOf(LiveNotebook.open(text, { today: TODAY })), '');
}

/** The first and the last line of each fold, from 1. */
function folds(text: string): (readonly [number, number, string])[] {
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  return foldsOf(parseDocument(text)).map(({ range, kind }) => [
    lineOf(range.start),
    lineOf(range.end),
    kind,
  ]);
}

const NOTES = [
  '#',
  '#> ## What happened',
  '#> Much.',
  '#> ### Why',
  '#> ## Playbook',
  '#> - [x] Calls {since=2024-Q1}',
];

const byYear = [
  '#---',
  '# retention: 1',
  "# title: 'A: b'",
  '#---',
  'period,start,new,lost,end',
  '2023-Q4,100,15,10,105',
  '2024-Q1,100,15,10,105',
  '2024-Q2,500,50,100,450',
  ...NOTES,
].join('\n');

describe('outline', () => {
  it('lists settings, columns, rows by year with their retention, sections and tasks', () => {
    expect(listed(byYear)).toEqual([
      'settings Settings: A: b',
      '  setting retention: 1',
      '  setting title: A: b',
      'columns Columns',
      '  column period',
      '  column start',
      '  column new',
      '  column lost',
      '  column end',
      'group 2023: 1 row',
      '  row 2023-Q4: 90.0 %',
      'group 2024: 2 rows',
      '  row 2024-Q1: 90.0 %',
      '  row 2024-Q2: 80.0 %',
      'section What happened',
      '  section Why',
      'section Playbook',
      '  task Calls: done',
    ]);
  });

  it('lists the rows of one year by themselves, those without a period by their number', () => {
    expect(listed('period,segment,start\n2024-01,SMB,1\n,,2\n').slice(4)).toEqual([
      'row 2024-01 · SMB',
      'row Row 2',
    ]);
  });

  it('groups by segment where each has its rows in one block', () => {
    const rows = [
      '2024-01,SMB,1',
      '2025-01,SMB,1',
      '2024-01,,1',
      '2024-02,,1',
      '2024-01,Big,1',
      '2024-02,Big,1',
    ];
    const text = ['period,segment,start', ...rows].join('\n');
    expect(listed(text).slice(4)).toEqual([
      'group SMB: 2 rows',
      '  row 2024-01',
      '  row 2025-01',
      'group All customers: 2 rows',
      '  row 2024-01',
      '  row 2024-02',
      'group Big: 2 rows',
      '  row 2024-01',
      '  row 2024-02',
    ]);
  });

  it('lists tasks without a heading, and no headings of fenced code', () => {
    const notes = [
      '#> - [ ] First',
      '#> ```',
      '#> # no heading',
      '#> ```',
      '#> # A heading #',
      '#> - [/] Second',
    ];
    expect(listed(['period', '2024', ...notes].join('\n')).slice(3)).toEqual([
      'task First: planned',
      'section A heading',
      '  task Second: active',
    ]);
  });

  it('gives many rows by what they have in common', () => {
    const months = Array.from(
      { length: 24 },
      (_, month) => `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
    );
    const mixed = months.flatMap((month) =>
      Array.from({ length: 200 }, (_, segment) => `${month},S${segment},1`),
    );
    const list = listed(['period,segment,start', ...mixed].join('\n')).slice(4);
    expect(list).toHaveLength(2 + 24);
    expect(list.slice(0, 2)).toEqual(['group 2023: 2\u202f400 rows', '  row 2023-01: 200 rows']);
    const blocks = Array.from({ length: 6000 }, (_, row) => `${1000 + row},S${row},1`);
    expect(listed(['period,segment,start', ...blocks].join('\n')).slice(4, 6)).toEqual([
      'group Rows 1–1\u202f000',
      'group Rows 1\u202f001–2\u202f000',
    ]);
  });

  it('keeps each entry inside the one above it, with a name to show, whatever the text is', () => {
    const check = (items: readonly OutlineItem[], start: number, end: number): void => {
      for (const { name, range, nameRange, children } of items) {
        expect(name).not.toBe('');
        expect(start <= range.start && range.end <= end).toBe(true);
        expect(range.start <= nameRange.start && nameRange.end <= range.end).toBe(true);
        check(children, range.start, range.end);
      }
    };
    fc.assert(
      fc.property(fc.oneof(wellFormedFile, nastyText), (text) => {
        check(outlineOf(LiveNotebook.open(text, { today: TODAY })), 0, text.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('folding', () => {
  it('folds settings, years and sections', () => {
    expect(folds(byYear)).toEqual([
      [1, 4, 'settings'],
      [7, 8, 'rows'],
      [10, 12, 'notes'],
      [12, 12, 'notes'],
      [13, 14, 'notes'],
    ]);
  });
});
