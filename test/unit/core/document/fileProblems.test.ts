import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument } from '../../../../src/core';
import { marked, onlyProblem, problemsOf } from './problems';

const TABLE = 'period,start,note\n2024-01,1,a\n2024-02,2,b\n';

function fixed(text: string, code: Parameters<typeof onlyProblem>[1], index = 0): string {
  return applyEdits(text, onlyProblem(text, code).fixes[index]!.edits);
}

describe('a file without problems', () => {
  it.each([
    ['a bare table', TABLE],
    [
      'settings, table and notes',
      `#---\n# retention: 1\n# title: A\n#---\n${TABLE}#\n#> Notes\n#>\n#> - [ ] task\n`,
    ],
    ['CRLF without final newline', 'period,start\r\n2024-01,1'],
    ['comments before the header', '# made by hand\n\nperiod\n2024\n'],
  ])('has none: %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });
});

describe('R101 conflict marker', () => {
  const text = [
    'period,start\n',
    '2024-01,1\n',
    '<<<<<<< HEAD\n',
    '2024-02,2\n',
    '||||||| base\n',
    '2024-02,1\n',
    '=======\n',
    '2024-02,3\n',
    '>>>>>>> theirs\n',
    '2024-03,4\n',
  ].join('');

  it('marks each marker line, makes the notebook read-only and shows the rows outside', () => {
    const document = parseDocument(text);
    expect(marked(text, 'R101')).toEqual(['<<<<<<< HEAD', '||||||| base', '=======', '>>>>>>> theirs']);
    expect(document.readOnly).toBe('conflict-markers');
    expect([0, 1].map((row) => document.number(row, 'start'))).toEqual([1, 4]);
    expect(document.rowCount).toBe(2);
    expect(marked(text, 'R107')).toEqual([]);
  });

  it('loses no row to markers that make no conflict', () => {
    const rowsOf = (lines: string): number => parseDocument(`period\n${lines}2030\n`).rowCount;
    expect(rowsOf('<<<<<<< a\n2024\n')).toBe(2);
    expect(rowsOf('<<<<<<< a\n2024\n<<<<<<< a\n2025\n=======\n2026\n>>>>>>> b\n')).toBe(2);
    expect(rowsOf('=======\n2024\n<<<<<<< a\n2025\n>>>>>>> b\n')).toBe(2);
    expect(rowsOf('2024\n>>>>>>> b\n2025\n')).toBe(3);
    // The header itself is in the conflict.
    expect(parseDocument('<<<<<<< a\nperiod\n=======\nperiod,end\n>>>>>>> b\n2024\n').rowCount).toBe(1);
  });

  it('keeps the notes of a conflict between rows', () => {
    const text = 'period\n2024\n<<<<<<< a\n#> ours\n=======\n#> theirs\n>>>>>>> b\n2025\n';
    expect(parseDocument(text).noteLines.map((line) => line.text)).toEqual(['ours', 'theirs']);
  });

  it('is seen in the settings and in front of them', () => {
    const inside =
      '#---\n# retention: 1\n<<<<<<< a\n# goal: 80%\n=======\n# goal: 85%\n>>>>>>> b\n#---\nperiod\n2024\n';
    expect(marked(inside, 'R101')).toEqual(['<<<<<<< a', '=======', '>>>>>>> b']);
    expect(parseDocument(inside).rowCount).toBe(1);
    expect(parseDocument(inside).settings.goal?.share).toBe(0.85);
    expect(marked(inside, 'R202')).toEqual([]);
    const before = '<<<<<<< a\n#---\n# retention: 1\n#---\n=======\n>>>>>>> b\nperiod\n2024\n';
    expect(parseDocument(before).readOnly).toBe('conflict-markers');
    expect(parseDocument(before).front).not.toBeNull();
  });

  it('is seen in the notes, and inside the quotes of a cell that git has cut', () => {
    expect(marked(`${TABLE}#> a\n=======\n#> b\n`, 'R101')).toEqual(['=======']);
    const quoted = 'period,note\n2024,"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n"\n';
    expect(marked(quoted, 'R101')).toEqual(['<<<<<<< HEAD', '>>>>>>> x']);
    expect(parseDocument('period,note\n2024,"Title\n=======\ntext"\n').readOnly).toBeNull();
  });
});

describe('R105 mixed line endings', () => {
  it('marks the first line ending that differs, and offers to unify them', () => {
    const text = 'period\n2023\r\n2024\n2025\r\n2026\n';
    const problem = onlyProblem(text, 'R105');
    expect(problem).toMatchObject({ severity: 'warning', range: { start: 11, end: 13 } });
    expect(problem.message).toBe(
      '2 lines end otherwise than the rest (LF), the first one here. Use LF throughout.',
    );
    expect(fixed(text, 'R105')).toBe('period\n2023\n2024\n2025\n2026\n');
    expect(parseDocument(text).eol).toBe('\n');
  });

  it.each([
    ['period\r\n2023\r\n2024\n', '\r\n'],
    ['period\r2023\r2024\n', '\r'],
    ['period\n2023\r\n', '\r\n'],
  ])('takes the most frequent one of %j', (text, eol) => {
    expect(parseDocument(text).eol).toBe(eol);
    expect(fixed(text, 'R105')).toBe(text.replace(/\r\n?|\n/g, eol));
  });
});

describe('R106 not UTF-8', () => {
  it.each([
    ['period\n2024\0\n', 11],
    ['period,note\n2024,a\ufffdb\n', 18],
    ['\ufffdperiod\0', 0],
  ])('marks the first such character of %j and makes the notebook read-only', (text, start) => {
    expect(onlyProblem(text, 'R106')).toMatchObject({ severity: 'error', range: { start, end: start + 1 } });
    expect(parseDocument(text).readOnly).toBe('not-utf8');
  });
});

describe('R104 no header or no period', () => {
  it.each([
    ['', 'period,start,new,lost,end\n'],
    ['\ufeff', '\ufeffperiod,start,new,lost,end\n'],
    ['\ufeff#---\n# goal: 85%\n#---', '\ufeff#---\n# goal: 85%\n#---\nperiod,start,new,lost,end\n'],
    ['# only a comment', 'period,start,new,lost,end\n# only a comment'],
    ['#---\n# retention: 1\n#---', '#---\n# retention: 1\n#---\nperiod,start,new,lost,end\n'],
    [
      "#---\n# retention: 1\n# delimiter: ';'\n#---\n#> a\n",
      "#---\n# retention: 1\n# delimiter: ';'\n#---\nperiod;start;new;lost;end\n#> a\n",
    ],
  ])('offers a header for %j', (text, expected) => {
    expect(onlyProblem(text, 'R104').severity).toBe('error');
    expect(fixed(text, 'R104')).toBe(expected);
  });

  it('marks a header without the column, and offers to rename the first one when it holds periods', () => {
    expect(marked('month,start\n2024-01,1\n', 'R104')).toEqual(['month,start']);
    expect(fixed('month,start\n2024-01,1\n', 'R104')).toBe('period,start\n2024-01,1\n');
    expect(onlyProblem('customer,start\nAcme,1\n', 'R104').fixes).toEqual([]);
    expect(onlyProblem('customer,start\n', 'R104').fixes).toEqual([]);
  });
});

describe('R107 lines between rows', () => {
  const text = 'period\n# a\n2023\n\n# b\n2024\n#\n#> end\n';

  it('marks each one, but none before the header or behind the last row', () => {
    expect(marked(text, 'R107')).toEqual(['# a', '', '# b']);
    expect(marked('# a\n\nperiod\n2024\n\n# b\n', 'R107')).toEqual([]);
  });

  it('is deleted when blank, moved behind the last row otherwise', () => {
    const fixes = problemsOf(text).map((problem) => applyEdits(text, problem.fixes[0]!.edits));
    expect(fixes).toEqual([
      'period\n2023\n\n# b\n2024\n# a\n#\n#> end\n',
      'period\n# a\n2023\n# b\n2024\n#\n#> end\n',
      'period\n# a\n2023\n\n2024\n# b\n#\n#> end\n',
    ]);
    expect(fixed('period\n2023\n#> note\n2024', 'R107')).toBe('period\n2023\n2024\n#> note');
  });

  it('says of each line what its fix does', () => {
    const told = problemsOf(text).map(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)]);
    const move = [
      'Some readers stop at a comment between rows. Move it behind the last row.',
      'Move it behind the last row',
    ];
    const remove = ['Some readers stop at a blank line between rows. Delete it.', 'Delete the blank line'];
    expect(told).toEqual([move, remove, move]);
  });
});

describe('R108 byte order mark', () => {
  it('is named and can be removed', () => {
    const text = `\ufeff${TABLE}`;
    expect(onlyProblem(text, 'R108')).toMatchObject({ severity: 'info', range: { start: 0, end: 1 } });
    expect(fixed(text, 'R108')).toBe(TABLE);
    expect(parseDocument(text).column('period')?.range).toEqual({ start: 1, end: 7 });
    expect(problemsOf(`period\n2024\n#> \ufeff\n`)).toEqual([]);
    expect(onlyProblem(text, 'R108').fixes).toMatchObject([{ safe: true }]);
    // Without the first one, the second one is no part of the name any more.
    expect(onlyProblem(`\ufeff${text}`, 'R108').fixes).toMatchObject([{ safe: false }]);
  });
});

describe('R309 wrong delimiter', () => {
  it.each<[string, string]>([
    ['period;start\n2024;1\n', "#---\n# retention: 1\n# delimiter: ';'\n#---\nperiod;start\n2024;1\n"],
    ['period\tstart\n2024\t1\n', '#---\n# retention: 1\n# delimiter: tab\n#---\nperiod\tstart\n2024\t1\n'],
    [
      '#---\n# retention: 1\n#---\nperiod;start\n',
      "#---\n# retention: 1\n# delimiter: ';'\n#---\nperiod;start\n",
    ],
    [
      "#---\n# retention: 1\n# delimiter: ';' # why\n#---\nperiod,start\n",
      "#---\n# retention: 1\n# delimiter: ',' # why\n#---\nperiod,start\n",
    ],
    ['#---\n# delimiter:\n#---\nperiod;start\n', "#---\n# delimiter: ';'\n#---\nperiod;start\n"],
  ])('is likely in %j', (text, expected) => {
    const header = text.split('\n').find((line) => line.startsWith('period'))!;
    expect(marked(text, 'R309')).toEqual([header]);
    expect(fixed(text, 'R309')).toBe(expected);
    expect(parseDocument(expected).column('period')).not.toBeNull();
  });
});
