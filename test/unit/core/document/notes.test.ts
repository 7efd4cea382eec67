import fc from 'fast-check';
import { Lexer } from 'marked';
import type { Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { applyEdits, formatDay, formatPeriod, parseDocument } from '../../../../src/core';
import type { PlaybookItem } from '../../../../src/core';
import { marked, onlyProblem, problemsOf } from './problems';

function file(...notes: string[]): string {
  return `period\n2024\n#\n${notes.map((line) => (line === '' ? '#>\n' : `#> ${line}\n`)).join('')}`;
}

function items(...notes: string[]): readonly PlaybookItem[] {
  return parseDocument(file(...notes)).playbook;
}

/** Lines with which code begins, goes on or ends, and tasks. */
const FENCES = [
  '```',
  '```js',
  '```` ',
  '~~~',
  '~~~ `js`',
  ' ~~~~',
  '```~~',
  '```x``` y',
  '``` a`b',
  '    ```',
];

describe('fenced code', () => {
  it.each<[string, string[], string[]]>([
    ['code in a line opens nothing', ['```retention check``` must pass:', '- [ ] a', '- [ ] b'], ['a', 'b']],
    ['with words behind it no fence closes', ['```', '```js', '- [ ] a', '```', '- [ ] b'], ['b']],
    ['a longer fence closes', ['```', '- [ ] a', '`````', '- [ ] b'], ['b']],
    ['a shorter fence closes nothing', ['````', '- [ ] a', '```', '- [ ] b'], []],
    ['another fence closes nothing', ['~~~', '```', '- [ ] a', '~~~', '- [ ] b'], ['b']],
    ['a fence of two characters closes nothing', ['```', '```~~', '- [ ] a'], []],
    ['tabs may stand behind a fence', ['```', '```\t', '- [ ] a'], ['a']],
    ['backticks behind tildes are words', ['~~~ `js`', '- [ ] a', '~~~', '- [ ] b'], ['b']],
  ])('%s', (_what, notes, expected) => {
    expect(items(...notes).map(({ text }) => text)).toEqual(expected);
  });

  it('is what a reader of Markdown takes for it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FENCES, '- [ ] task', 'words'), { maxLength: 8 }), (notes) => {
        const lists = Lexer.lex(notes.join('\n'), { gfm: true }).filter(({ type }) => type === 'list');
        const tasks = lists.flatMap((list) => (list as Tokens.List).items);
        expect(items(...notes).length).toBe(tasks.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('notes', () => {
  it('are all note lines, in order, wherever they stand', () => {
    const text = '#---\n# retention: 1\n#> no note\n#---\n#> a\nperiod\n#>b\n2023\n#>  c\n2024\n#\n#>\n#> d';
    const document = parseDocument(text);
    expect(document.notes).toBe('a\nb\n c\n\nd');
    expect(document.noteLines.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      '#> a',
      '#>b',
      '#>  c',
      '#>',
      '#> d',
    ]);
    expect(document.noteLines.map(({ textStart, text: line }) => text.startsWith(line, textStart))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it('are none in quoted cells', () => {
    expect(parseDocument('period,note\n2024,"a\n#> b"\n').notes).toBe('');
  });
});

describe('problems of notes', () => {
  it('move with the rows above them, and so do their fixes', () => {
    const document = parseDocument(file('- [ ] a {due=2024-11-30', '- [x] b {since=2024-Q1 x_own=c}'));
    const [before] = document.problemsOutsideRows();
    const place = document.cellRange(0, 0)!;
    document.apply([{ start: place.end, end: place.end, text: '-Q1' }]);
    const [after] = document.problemsOutsideRows();
    expect(after).toEqual(onlyProblem(document.text, 'R602'));
    expect(after?.range.start).toBe(before!.range.start + 3);
    expect(applyEdits(document.text, after!.fixes[0]!.edits)).toBe(
      file('- [ ] a {due=2024-11-30}', '- [x] b {since=2024-Q1 x_own=c}').replace('2024\n', '2024-Q1\n'),
    );
    expect(document.playbook).toEqual(parseDocument(document.text).playbook);
  });
});

describe('playbook', () => {
  it('is every top-level task with its status, text and attributes', () => {
    const text = file(
      '## Playbook',
      '- [ ] planned {due=2024-11-30}',
      '* [/] active {since=2024-Q1 segment="Small shops"  x_owner=Ann}',
      '+ [x] done {strategy=price-lock reason=too_expensive control=498/600 variant=540/600}  ',
      '- [X] done too',
      '- [-] dropped',
      '- [ ]',
      '  - [ ] nested',
      '- no task',
      '```',
      '- [ ] code',
      '```',
      '- [ ] behind code {not at the end} of it',
    );
    const { playbook } = parseDocument(text);
    expect(playbook.map(({ status, text: what }) => [status, what])).toEqual([
      ['planned', 'planned'],
      ['active', 'active'],
      ['done', 'done'],
      ['done', 'done too'],
      ['dropped', 'dropped'],
      ['planned', ''],
      ['planned', 'behind code {not at the end} of it'],
    ]);
    expect(formatDay(playbook[0]!.due!)).toBe('2024-11-30');
    const [bare] = items('- [ ] {due=2024-11-30}');
    expect([bare!.text, formatDay(bare!.due!)]).toEqual(['', '2024-11-30']);
    expect(formatPeriod(playbook[1]!.since!)).toBe('2024-Q1');
    expect(playbook[1]).toMatchObject({ segment: 'Small shops', due: null, reason: null });
    expect(playbook[1]!.attributes.map(({ key, value }) => `${key}=${value}`)).toEqual([
      'since=2024-Q1',
      'segment=Small shops',
      'x_owner=Ann',
    ]);
    expect(playbook[2]).toMatchObject({
      strategy: 'price-lock',
      reason: 'too_expensive',
      control: { retained: 498, exposed: 600 },
      variant: { retained: 540, exposed: 600 },
    });
    expect(problemsOf(text)).toEqual([]);
  });

  it('knows the place of everything', () => {
    const text = file('- [/] lock {due=2024-11-30 segment="a b"}');
    const [item] = parseDocument(text).playbook;
    const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    expect(at(item!.range)).toBe('- [/] lock {due=2024-11-30 segment="a b"}');
    expect(at(item!.markRange)).toBe('/');
    expect(at(item!.textRange)).toBe('lock');
    expect(item!.attributes.map(({ range, valueRange }) => [at(range), at(valueRange)])).toEqual([
      ['due=2024-11-30', '2024-11-30'],
      ['segment="a b"', '"a b"'],
    ]);
  });

  it('R601: an unknown status mark is marked', () => {
    const text = file('- [?] maybe', '- [>] moved');
    expect(marked(text, 'R601')).toEqual(['?', '>']);
    expect(problemsOf(text)[0]).toMatchObject({ severity: 'info' });
    expect(applyEdits(text, problemsOf(text)[0]!.fixes[0]!.edits)).toContain('- [ ] maybe');
    expect(items('- [?] maybe')[0]!.status).toBeNull();
  });

  it.each([
    ['- [ ] a {due=soon}', 'soon'],
    ['- [ ] a {due=2024-02-30}', '2024-02-30'],
    ['- [ ] a {since=Q1}', 'Q1'],
    ['- [ ] a {segment=}', ''],
    ['- [ ] a {reason="too dear"}', '"too dear"'],
    ['- [ ] a {strategy=A!}', 'A!'],
    ['- [ ] a {control=5}', '5'],
    ['- [ ] a {variant=700/600}', '700/600'],
    ['- [ ] a {control=0/0}', '0/0'],
    ['- [ ] a {word}', 'word'],
    ['- [ ] a {due=2024-01-01 due=2024-01-02}', 'due=2024-01-02'],
    ['- [ ] a {due=2024-01-01', '{due=2024-01-01'],
  ])('R602: %s has a bad attribute %j', (line, expected) => {
    expect(marked(file(line), 'R602')).toEqual([expected]);
    expect(onlyProblem(file(line), 'R602').severity).toBe('warning');
  });

  it('R602: attributes that are not closed are read, and closed by the fix', () => {
    const text = file('- [ ] a {due=2024-01-01');
    expect(formatDay(items('- [ ] a {due=2024-01-01')[0]!.due!)).toBe('2024-01-01');
    expect(applyEdits(text, onlyProblem(text, 'R602').fixes[0]!.edits)).toBe(
      file('- [ ] a {due=2024-01-01}'),
    );
  });

  it('takes braces in the middle, or without anything like an attribute, for text', () => {
    expect(problemsOf(file('- [ ] use {x} here', '- [ ] open {brace', '- [ ] {'))).toEqual([]);
  });
});
