import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addTask,
  applyEdits,
  parseDocument,
  parsePeriod,
  setAttribute,
  setDue,
  setSegment,
  setSince,
  setStatus,
} from '../../../../src/core';
import type { NewTask, PlaybookItem, TextEdit } from '../../../../src/core';
import { wellFormedFile } from './arbitraries';

const TABLE = 'period\n2024\n#\n';

function notes(...lines: string[]): string {
  return TABLE + lines.map((line) => (line === '' ? '#>\n' : `#> ${line}\n`)).join('');
}

/** The line of the only task after an edit of it. */
function edited(line: string, edit: (item: PlaybookItem) => TextEdit[]): string {
  const text = notes(line);
  const result = applyEdits(text, edit(parseDocument(text).playbook[0]!));
  return result.slice(notes().length + '#> '.length, -1);
}

function added(text: string, task: NewTask | string): string {
  return applyEdits(text, addTask(parseDocument(text), typeof task === 'string' ? { text: task } : task));
}

describe('addTask', () => {
  it.each([
    ['begins the notes', ['period\n2024\n'], ['period\n2024\n#\n#> ## Playbook\n#>\n#> - [ ] New\n']],
    [
      'follows the last task',
      ['- [x] A', '- [ ] B', '', 'End'],
      ['- [x] A', '- [ ] B', '- [ ] New', '', 'End'],
    ],
    [
      'follows what belongs to it',
      ['- [x] A', '  - more', '  text', 'End'],
      ['- [x] A', '  - more', '  text', '- [ ] New', 'End'],
    ],
    [
      'goes below the heading',
      ['# playbook', 'Ours:', '', '## Next'],
      ['# playbook', 'Ours:', '', '- [ ] New', '', '## Next'],
    ],
    ['brings a heading', ['Good year', ''], ['Good year', '', '## Playbook', '', '- [ ] New', '']],
  ])('%s', (_, before, after) => {
    const text = (lines: string[]): string => (lines.length === 1 ? lines[0]! : notes(...lines));
    expect(added(text(before), 'New')).toBe(text(after));
  });

  it('writes status and attributes', () => {
    const task = {
      text: ' Price\n lock ',
      status: 'active',
      attributes: { due: '2024-11-30', since: null, segment: 'Small shops' },
    } as const;
    expect(added(notes('- [ ] A'), task)).toBe(
      notes('- [ ] A', '- [/] Price lock {due=2024-11-30 segment="Small shops"}'),
    );
  });

  it('refuses what no line can say', () => {
    expect(() => added(TABLE, ' ')).toThrow(/needs a text/);
    expect(() => added(TABLE, { text: 'A', attributes: { segment: 'a {b}' } })).toThrow(
      /can't be the segment/,
    );
    expect(() => added(TABLE, { text: 'A', attributes: { segment: '  ' } })).toThrow(/must not be blank/);
  });

  it('adds one task to any file and leaves every other line as it is', () => {
    fc.assert(
      fc.property(wellFormedFile, (text) => {
        const before = parseDocument(text);
        const result = added(text, { text: 'New', attributes: { strategy: 'a-01' } });
        const after = parseDocument(result);
        expect(after.playbook.map((item) => item.text)).toEqual([
          ...before.playbook.map((item) => item.text),
          'New',
        ]);
        expect(after.rowCount).toBe(before.rowCount);
        const lines = result.split(/\r\n?|\n/);
        let from = 0;
        for (const line of text.split(/\r\n?|\n/)) {
          const at = lines.indexOf(line, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + 1;
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('setStatus', () => {
  it('changes the mark and nothing else', () => {
    expect(edited('*  [ ] no task', () => [])).toBe('*  [ ] no task');
    expect(edited('* [ ]  Odd  spacing {due=2024-11-30 }  ', (item) => setStatus(item, 'done'))).toBe(
      '* [x]  Odd  spacing {due=2024-11-30 }  ',
    );
    expect(edited('- [?] A', (item) => setStatus(item, 'dropped'))).toBe('- [-] A');
    expect(edited('- [X] A', (item) => setStatus(item, 'done'))).toBe('- [X] A');
  });
});

describe('setAttribute', () => {
  it.each([
    ['- [ ] A', '- [ ] A {due=2024-11-30}'],
    ['- [ ]', '- [ ] {due=2024-11-30}'],
    ['- [ ] A  ', '- [ ] A {due=2024-11-30}  '],
    ['- [ ] A {}', '- [ ] A {due=2024-11-30}'],
    ['- [ ] A {x=1}', '- [ ] A {x=1 due=2024-11-30}'],
    ['- [ ] A {x=1  ', '- [ ] A {x=1 due=2024-11-30}  '],
    ['- [ ] A {due=soon  x="1 2"}', '- [ ] A {due=2024-11-30  x="1 2"}'],
    ['- [ ] A {x=1 due="next week"}', '- [ ] A {x=1 due=2024-11-30}'],
    ['- [ ] A {due=2024-11-30}', '- [ ] A {due=2024-11-30}'],
  ])('gives %j a due date', (before, after) => {
    expect(edited(before, (item) => setAttribute(item, 'due', '2024-11-30'))).toBe(after);
  });

  it.each([
    ['- [ ] A {due=2024-11-30}', '- [ ] A'],
    ['- [ ] A { due=2024-11-30 } ', '- [ ] A '],
    ['- [ ] A {due=2024-11-30', '- [ ] A'],
    ['- [ ] A {due=2024-11-30 x=1}', '- [ ] A {x=1}'],
    ['- [ ] A {x=1 due=2024-11-30}', '- [ ] A {x=1}'],
    ['- [ ] A {x=1 due=2024-11-30 y=2}', '- [ ] A {x=1 y=2}'],
    ['- [ ] A {due=1 due=2 x=1}', '- [ ] A {x=1}'],
    ['- [ ] A {x=1 due=1 due=2}', '- [ ] A {x=1}'],
    ['- [ ] A {due=1 why}', '- [ ] A {why}'],
    ['- [ ] A {why due=1}', '- [ ] A {why}'],
    ['- [ ] A {x=1}', '- [ ] A {x=1}'],
  ])('takes the due date from %j', (before, after) => {
    expect(edited(before, (item) => setDue(item, null))).toBe(after);
  });

  it('writes days, periods and segments as the format does', () => {
    expect(edited('- [ ] A', (item) => setDue(item, 20_057))).toBe('- [ ] A {due=2024-11-30}');
    expect(edited('- [ ] A', (item) => setSince(item, parsePeriod('2024-Q1')))).toBe(
      '- [ ] A {since=2024-Q1}',
    );
    expect(edited('- [ ] A {segment=SMB}', (item) => setSegment(item, 'Small shops'))).toBe(
      '- [ ] A {segment="Small shops"}',
    );
  });

  it('says what it was told, and keeps the other attributes', () => {
    const value = fc.stringMatching(/^[a-zé=/ -]{1,8}$/).filter((text) => text.trim() !== '');
    const attributes = fc.dictionary(fc.constantFrom('due', 'since', 'x', 'y'), value, {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(attributes, fc.option(value), (given, next) => {
        const text = added(notes('- [ ] First', 'End'), { text: 'Task', attributes: given });
        const item = parseDocument(text).playbook[1]!;
        const result = parseDocument(applyEdits(text, setAttribute(item, 'x', next))).playbook[1]!;
        const said = Object.fromEntries(result.attributes.map((one) => [one.key, one.value]));
        const others = Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'x'));
        expect(said).toEqual(next === null ? others : { ...others, x: next });
        expect(result.text).toBe('Task');
      }),
    );
  });
});
