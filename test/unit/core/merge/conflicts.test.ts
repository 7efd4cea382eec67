import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  findConflicts,
  mergeByRows,
  mergeDocuments,
  resolveAll,
  resolveConflict,
} from '../../../../src/core';
import type { ConflictPart, PartChoice } from '../../../../src/core';

const HEAD = '#---\n# retention: 1\n# goal: 85%\n#---\nperiod,segment,start,new,lost,end,note\n';

/** A hunk as git writes it; without a base in its merge style. */
function hunk(ours: string, theirs: string, base?: string): string {
  const middle = base === undefined ? '' : `||||||| 1234567\n${base}`;
  return `<<<<<<< HEAD\n${ours}${middle}=======\n${theirs}>>>>>>> feature\n`;
}

function only(parts: readonly ConflictPart[]): ConflictPart {
  expect(parts).toHaveLength(1);
  return parts[0]!;
}

function resolved(text: string, choices: Readonly<Record<string, PartChoice>>, base?: string): string {
  const conflicts = findConflicts(text, base === undefined ? {} : { base });
  return applyEdits(text, resolveConflict(conflicts, conflicts.hunks[0]!, new Map(Object.entries(choices))));
}

describe('findConflicts', () => {
  it('finds nothing in a text without markers', () => {
    expect(findConflicts(HEAD)).toEqual({ text: HEAD, hunks: [], problems: [], wholeHunks: null, head: '' });
  });

  it('says of a row which cells both changed, and which are merged', () => {
    const contested = hunk(
      '2024-01,A,10,1,1,10,ours\n',
      '2024-01,A,10,1,1,10,theirs\n',
      '2024-01,A,10,1,1,10,\n',
    );
    const text = `${HEAD}${contested}2024-02,A,10,1,1,10,\n`;
    const { hunks, problems, wholeHunks, head } = findConflicts(text);
    expect({ problems, wholeHunks, head }).toEqual({ problems: [], wholeHunks: null, head: HEAD });
    expect(hunks[0]).toMatchObject({
      index: 0,
      line: 6,
      labels: { ours: 'HEAD', base: '1234567', theirs: 'feature' },
    });
    expect(text.slice(hunks[0]!.range.start, hunks[0]!.range.end)).toMatch(
      /^<<<<<<< HEAD\n[^]*>>>>>>> feature\n$/,
    );
    expect(only(hunks[0]!.parts)).toEqual({
      id: 'row:2024-01 · A',
      kind: 'row',
      name: '2024-01 · A',
      contested: true,
      merged: null,
      ours: '2024-01,A,10,1,1,10,ours\n',
      base: '2024-01,A,10,1,1,10,\n',
      theirs: '2024-01,A,10,1,1,10,theirs\n',
      cells: [
        {
          column: 6,
          name: 'note',
          label: 'note',
          ours: 'ours',
          base: '',
          theirs: 'theirs',
          contested: true,
          merged: null,
        },
      ],
      choices: ['ours', 'theirs', 'base'],
    });
  });

  it('takes a hunk of git apart row by row and merges what one side alone changed', () => {
    const text =
      HEAD +
      hunk(
        '2024-01,A,10,1,2,9,\n2024-02,A,20,1,1,20,\n2024-03,A,30,1,1,30,\n',
        '2024-01,A,10,1,1,10,why\n2024-02,A,20,2,1,21,\n2024-03,B,40,1,1,40,\n',
        '2024-01,A,10,1,1,10,\n2024-02,A,20,1,1,20,\n',
      );
    const { parts } = findConflicts(text).hunks[0]!;
    expect(parts.map(({ name, contested, merged }) => [name, contested, merged])).toEqual([
      ['2024-01 · A', false, '2024-01,A,10,1,2,9,why\n'],
      ['2024-02 · A', false, '2024-02,A,20,2,1,21,\n'],
      ['2024-03 · A', false, '2024-03,A,30,1,1,30,\n'],
      ['2024-03 · B', false, '2024-03,B,40,1,1,40,\n'],
    ]);
    expect(resolved(text, {})).toBe(HEAD + parts.map(({ merged }) => merged).join(''));
  });

  it('asks, without a base, about rows that one side has and cells that differ, and knows better with one', () => {
    const row = '2024-01,A,10,1,1,10,\n';
    const text = HEAD + hunk('2024-01,A,10,1,1,10,ours\n2024-02,A,1,1,1,1,\n', row);
    expect(findConflicts(text).hunks[0]!.parts.map(({ contested, choices }) => [contested, choices])).toEqual(
      [
        [true, ['ours', 'theirs']],
        [true, ['ours', 'theirs']],
      ],
    );
    const base = HEAD + row;
    const parts = findConflicts(text, { base }).hunks[0]!.parts;
    expect(parts.map(({ merged }) => merged)).toEqual(['2024-01,A,10,1,1,10,ours\n', '2024-02,A,1,1,1,1,\n']);
    expect(resolved(text, {}, base)).toBe(`${HEAD}2024-01,A,10,1,1,10,ours\n2024-02,A,1,1,1,1,\n`);
  });

  it('knows rows that one side deleted', () => {
    const row = '2024-01,A,10,1,1,10,\n';
    const part = only(findConflicts(HEAD + hunk('', '2024-01,A,10,1,1,10,x\n', row)).hunks[0]!.parts);
    expect(part).toMatchObject({
      contested: true,
      ours: null,
      base: row,
      choices: ['theirs', 'ours', 'base'],
    });
    expect(part.cells).toMatchObject([{ name: 'note', ours: null, base: '', theirs: 'x' }]);
    const dropped = only(findConflicts(HEAD + hunk('', row, row)).hunks[0]!.parts);
    expect(dropped).toMatchObject({ contested: false, merged: '' });
  });

  it('takes rows, settings, comments and notes of one hunk apart', () => {
    const settings = `#---\n# retention: 1\n${hunk('# goal: 80%\n# currency: EUR\n', '# goal: 90%\n', '# goal: 85%\n')}#---\n`;
    const rows = 'period,a\n2024,1\n';
    const text = settings + rows + hunk('2025,1\n#\n#> ours\n', '2025,2\n#\n#> theirs\n', '#\n#> base\n');
    const [front, table] = findConflicts(text).hunks;
    expect(front!.parts.map(({ id, contested, merged }) => [id, contested, merged])).toEqual([
      ['setting:goal', true, null],
      ['setting:currency', false, '# currency: EUR\n'],
    ]);
    expect(
      table!.parts.map(({ id, name, contested, ours, theirs }) => [id, name, contested, ours, theirs]),
    ).toEqual([
      ['row:2025', '2025', true, '2025,1\n', '2025,2\n'],
      ['lines:1', 'lines', false, '#\n', '#\n'],
      ['lines:2', 'notes', true, '#> ours\n', '#> theirs\n'],
    ]);
  });

  it.each([
    ['the header', hunk('period,a,b\n2024,1,2\n', 'period,a,c\n2024,1,3\n', 'period,a\n2024,1\n'), /columns/],
    ['the delimiter', `#---\n${hunk("# delimiter: ';'\n", '# delimiter: tab\n')}#---\nperiod\n`, /delimiter/],
    ['everything', hunk('# a\n', '# b\n'), /no header/],
  ])('leaves a hunk whole when %s is contested', (_, text, why) => {
    const conflicts = findConflicts(text);
    expect(conflicts.wholeHunks).toMatch(why);
    expect(only(conflicts.hunks[0]!.parts)).toMatchObject({ kind: 'lines', contested: true });
  });

  it.each([
    [
      'a fence of the settings',
      `#---\n# retention: 1\n${hunk('# goal: 80%\n#---\n', '# goal: 90%\n#---\n')}period\n2024\n`,
    ],
    ['the header', hunk('period,a\n2024,1\n', 'period,a\n2024,2\n')],
  ])('leaves a hunk whole that holds %s', (_, text) => {
    const { parts } = findConflicts(text).hunks[0]!;
    expect(only(parts)).toMatchObject({ kind: 'lines', contested: true, merged: null });
  });

  it.each([
    ['period,lost,note\nTBD,5,\n', 'TBD'],
    ['period,lost,note\n2023,5,\n', '2024'],
    ['period,lost,note\n2023,5,\n', ''],
  ])('leaves a hunk whole whose rows period and segment do not tell apart: %j, %j', (head, period) => {
    const [a, b] = [`${period},1,a\n`, `${period},2,b\n`];
    const text = head + hunk(`${period},9,x\n${a}${b}`, `${a}${period},3,b\n`, a + b);
    expect(only(findConflicts(text).hunks[0]!.parts)).toMatchObject({ kind: 'lines', contested: true });
    expect(resolved(text, {})).toBe(text);
  });

  it('joins lines about which there is nothing to decide', () => {
    const [ours, theirs] = ['# # one\n# # two\n# goal: 80%\n', '# # one\n# # two\n# goal: 90%\n'];
    const { parts } = findConflicts(`#---\n# retention: 1\n${hunk(ours, theirs)}#---\nperiod\n2024\n`)
      .hunks[0]!;
    expect(parts.map(({ id, merged }) => [id, merged])).toEqual([
      ['lines:1', '# # one\n# # two\n'],
      ['setting:goal', null],
    ]);
    expect(parts[0]).toMatchObject({ ours: '# # one\n# # two\n', theirs: '# # one\n# # two\n' });
  });

  it('leaves a hunk whole that begins inside a quoted cell', () => {
    const text = `period,note\n2024,"one\n${hunk('two"\n', 'zwei"\n', 'zwo"\n')}2025,\n`;
    expect(only(findConflicts(text).hunks[0]!.parts)).toMatchObject({
      kind: 'lines',
      ours: 'two"\n',
      base: 'zwo"\n',
    });
  });

  it('reports markers that make no hunk, and still reads the others', () => {
    const text = `${HEAD}=======\n<<<<<<< a\n2024-01,A,1,1,1,1,\n<<<<<<< b\n2024-02,A,1,1,1,1,\n=======\n>>>>>>> c\n>>>>>>> d\n`;
    const { hunks, problems } = findConflicts(text);
    expect(problems.map(({ line, message }) => [line, message.split(/[.:]/)[0]])).toEqual([
      [6, 'This marker belongs to no conflict'],
      [7, 'This conflict is not complete'],
      [9, 'A conflict begins here before the one above ends'],
      [13, 'This marker belongs to no conflict'],
    ]);
    expect(hunks.map(({ line }) => line)).toEqual([9]);
    expect(findConflicts('<<<<<<< a\n').problems).toHaveLength(1);
  });
});

describe('resolveConflict', () => {
  const [ours, theirs, base] = [
    '2024-01,A,10,1,1,10,o\n',
    '2024-01,A,10,1,1,10,t\n',
    '2024-01,A,10,1,1,10,\n',
  ];
  const second = ['2024-02,A,10,1,1,10,o\n', '2024-02,A,10,1,1,10,t\n', '2024-02,A,10,1,1,10,\n'] as const;
  const [before, after] = [`${HEAD}2023-12,A,9,1,1,9,\n`, '#\n#> note\n'];
  const text = before + hunk(ours + second[0], theirs + second[1], base + second[2]) + after;

  it.each([
    ['ours', ours],
    ['theirs', theirs],
    ['base', base],
    [{ text: '2024-01,A,1,1,1,1,"by hand"' }, '2024-01,A,1,1,1,1,"by hand"\n'],
    [{ text: '' }, ''],
    [{ cells: { note: 'both, o and t' } }, '2024-01,A,10,1,1,10,"both, o and t"\n'],
  ] as [PartChoice, string][])('writes one row as %j and leaves the other a conflict', (choice, expected) => {
    const left = hunk(second[0], second[1], second[2]);
    expect(resolved(text, { 'row:2024-01 · A': choice })).toBe(before + expected + left + after);
  });

  it('touches nothing but lines of the hunk', () => {
    const conflicts = findConflicts(text);
    const [found] = conflicts.hunks;
    const edits = resolveConflict(conflicts, found!, new Map([['row:2024-02 · A', 'theirs']]));
    expect(edits.every(({ start, end }) => start >= found!.range.start && end <= found!.range.end)).toBe(
      true,
    );
    expect(edits.some(({ start, end }) => end - start > (found!.range.end - found!.range.start) / 2)).toBe(
      false,
    );
  });

  it('changes nothing when nothing is decided and nothing can be merged', () => {
    const single = HEAD + hunk(ours, theirs, base);
    expect(resolved(single, {})).toBe(single);
    const unknown = HEAD + hunk(ours, theirs);
    expect(resolved(unknown, {})).toBe(unknown);
  });

  it('takes both of lines', () => {
    const notes = `${HEAD}#\n${hunk('#> o\n', '#> t\n')}`;
    expect(resolved(notes, { 'lines:1': 'both' })).toBe(`${HEAD}#\n#> o\n#> t\n`);
  });

  it('writes cells into what was merged of a row', () => {
    const rows = hunk('2024-01,A,10,1,2,9,\n', '2024-01,A,10,1,1,10,why\n', '2024-01,A,10,1,1,10,\n');
    expect(resolved(HEAD + rows, { 'row:2024-01 · A': { cells: { start: '11' } } })).toBe(
      `${HEAD}2024-01,A,11,1,2,9,why\n`,
    );
    const notes = `${HEAD}#\n${hunk('#> o\n', '#> t\n')}`;
    expect(() => resolved(notes, { 'lines:1': { cells: { start: '1' } } })).toThrow('is no row with cells');
  });

  it('refuses what the hunk does not offer', () => {
    expect(() => resolved(text, { 'row:2030': 'ours' })).toThrow(RangeError);
    expect(() => resolved(text, { 'row:2024-01 · A': 'both' })).toThrow(RangeError);
    expect(() => resolved(text, { 'row:2024-01 · A': { cells: { nothing: '1' } } })).toThrow(RangeError);
  });

  it('resolves everything for one version', () => {
    const all = text + hunk('#> o\n', '#> t\n', '');
    const conflicts = findConflicts(all);
    expect(applyEdits(all, resolveAll(conflicts, 'ours'))).toBe(`${before}${ours}${second[0]}${after}#> o\n`);
    expect(applyEdits(all, resolveAll(conflicts, 'base'))).toBe(`${before}${base}${second[2]}${after}`);
    expect(applyEdits(all, resolveAll(conflicts, 'both'))).toBe(
      `${before}${ours}${second[0]}${after}#> o\n#> t\n`,
    );
  });
});

describe('mergeByRows', () => {
  it('makes of git’s hunks what the driver would have left', () => {
    const base = 'period,a\n2024,1\n2025,1\n';
    const [ours, theirs] = ['period,a,b\n2024,1,x\n2025,1,\n', 'period,a,c\n2024,2,\n2025,1,y\n'];
    const text = hunk(ours, theirs, base);
    expect(mergeByRows(text)).toEqual({
      kind: 'merged',
      text: 'period,a,b,c\n2024,2,x,\n2025,1,,y\n',
      conflicts: [],
      keptColumns: [],
    });
    expect(mergeByRows(hunk(ours, theirs), { base })).toEqual(mergeDocuments(base, ours, theirs));
    expect(mergeByRows(base)).toBeNull();
    expect(mergeByRows(`${text}=======\n`)).toBeNull();
  });
});
