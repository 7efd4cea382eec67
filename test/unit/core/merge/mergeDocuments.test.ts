import { describe, expect, it } from 'vitest';
import { mergeDocuments } from '../../../../src/core';
import { merged } from './merged';
import { scenarios } from './scenarios';

describe('mergeDocuments', () => {
  it.each(scenarios())('$name', ({ base, ours, theirs, merged: expected, conflict }) => {
    const { text, conflicts } = merged(base, ours, theirs);
    expect(text).toBe(expected);
    expect(conflicts).toHaveLength(conflict ? 1 : 0);
  });

  describe('cells', () => {
    const header = 'period,start,new,lost,end,goal,note\n';

    it('takes each changed cell, with the spelling and quotes of the side it comes from', () => {
      const { text } = merged(
        `${header}2024,100,5,5,100,,\n`,
        `${header}2024,100,5,5,100,"80%",\n`,
        `${header}2024,100,5,5,100,,"x"\n`,
      );
      expect(text).toBe(`${header}2024,100,5,5,100,"80%","x"\n`);
    });

    it('keeps our spelling of equal values', () => {
      const { text, conflicts } = merged(
        `${header}2024,100,5,5,100,,\n`,
        `${header}2024,100,6,5,101,0.8,\n`,
        `${header}2024,100,6.0,5,101.0,80%,\n`,
      );
      expect(text).toBe(`${header}2024,100,6,5,101,0.8,\n`);
      expect(conflicts).toEqual([]);
    });

    it('takes a changed value over a changed spelling', () => {
      const { text } = merged(
        `${header}2024,100,5,5,100,80%,\n`,
        `${header}2024,100,5,5,100,0.80,\n`,
        `${header}2024,100,5,5,100,85%,\n`,
      );
      expect(text).toBe(`${header}2024,100,5,5,100,85%,\n`);
    });

    it('lets a blank lose where both added the row', () => {
      const { text } = merged(header, `${header}2024,100,5,5,100,,\n`, `${header}2024,,,,,80%,x\n`);
      expect(text).toBe(`${header}2024,100,5,5,100,80%,x\n`);
    });

    it('merges counts changed by both while the row balances', () => {
      const { text, conflicts } = merged(
        `${header}2024,100,5,5,,,\n`,
        `${header}2024,100,6,5,,,\n`,
        `${header}2024,100,5,7,,,\n`,
      );
      expect(text).toBe(`${header}2024,100,6,7,,,\n`);
      expect(conflicts).toEqual([]);
    });

    it('contests all counts when a mixture would not balance, and merges the rest into all versions', () => {
      const { text, conflicts } = merged(
        `${header}2024,100,5,5,100,,\n`,
        `${header}2024,100,6,5,101,,x\n`,
        `${header}2024,100,5,7,98,80%,\n`,
      );
      expect(conflicts).toEqual(['2024:2']);
      expect(text).toBe(
        `${header}<<<<<<< ours\n2024,100,6,5,101,80%,x\n||||||| base\n2024,100,5,5,100,80%,x\n=======\n` +
          '2024,100,5,7,98,80%,x\n>>>>>>> theirs\n',
      );
    });

    it('keeps cells beyond the header and short rows', () => {
      const { text } = merged(
        'period,note\n2024,a,b\n2025\n',
        'period,note\n2024,A,b\n2025\n',
        'period,note\n2024,a,c\n2025,x\n',
      );
      expect(text).toBe('period,note\n2024,A,c\n2025,x\n');
    });

    it('takes other quotes around cells beyond the header for no change', () => {
      const { text, conflicts } = merged(
        'period\n2024,""s\n',
        'period\n2024,"s"\n',
        'period\n2024,""s,"a,b"\n',
      );
      expect({ text, conflicts }).toEqual({ text: 'period\n2024,""s,"a,b"\n', conflicts: [] });
      expect(merged('period\n2024,s,t\n', 'period\n2024,"s,t"\n', 'period\n2024,s,u\n').conflicts).toEqual([
        '2024:2',
      ]);
    });

    it('contests all of a row that would have both a line break and cells beyond the header', () => {
      const base = 'period,note,a\n2024,a,1\n2025,b,1\n';
      const [wide, broken] = [base.replace('2024,a,1', '2024,a,1,x'), base.replace('2024,a', '2024,"x\ny"')];
      const rows = { wide: '2024,a,1,x\n', was: '2024,a,1\n', broken: '2024,"x\ny",1\n' };
      const expected = (ours: string, theirs: string): string =>
        `period,note,a\n<<<<<<< ours\n${ours}||||||| base\n${rows.was}=======\n${theirs}>>>>>>> theirs\n2025,b,1\n`;
      const conflicts = ['2024:2'];
      expect(merged(base, wide, broken)).toEqual({ text: expected(rows.wide, rows.broken), conflicts });
      expect(merged(base, broken, wide)).toEqual({ text: expected(rows.broken, rows.wide), conflicts });
      const narrow = broken.replace('2025,b', '2025,c');
      expect(merged(wide, base, narrow)).toEqual({ text: narrow, conflicts: [] });
    });
  });

  describe('columns', () => {
    it('puts their new column behind its left neighbour, and ours first', () => {
      const { text } = merged('period,a\n2024,1\n', 'period,a,x\n2024,1,7\n', 'period,b,a,y\n2024,2,1,3\n');
      expect(text).toBe('period,b,a,x,y\n2024,2,1,7,3\n');
    });

    it('drops a column that one side deleted', () => {
      expect(merged('period,a,b\n2024,1,2\n', 'period,b\n2024,2\n', 'period,a,b\n2024,1,3\n').text).toBe(
        'period,b\n2024,3\n',
      );
    });

    it('drops the first one as any other', () => {
      const base = 'a,period\n1,2024\n';
      expect(merged(base, 'period\n2024\n', base).text).toBe('period\n2024\n');
      expect(merged(base, base, 'period\n2024\n').text).toBe('period\n2024\n');
    });

    it('drops it whatever lines stand between the rows', () => {
      const base = 'period,a,b\n# one\n2024,1,2\n\n2025,3,4\n';
      expect(merged(base, base, 'period,b\n# one\n2024,2\n\n2025,4\n').text).toBe(
        'period,b\n# one\n2024,2\n\n2025,4\n',
      );
    });

    it('keeps a deleted column in which the other side changed a cell, and asks', () => {
      const { text, conflicts } = merged(
        'period,a,b\n2024,1,2\n2025,3,4\n',
        'period,b\n2024,2\n2025,4\n',
        'period,a,b\n2024,9,2\n2025,3,4\n',
      );
      expect(conflicts).toEqual(['2024:2']);
      expect(text).toBe(
        'period,a,b\n<<<<<<< ours\n2024,,2\n||||||| base\n2024,1,2\n=======\n2024,9,2\n>>>>>>> theirs\n2025,3,4\n',
      );
    });

    it('keeps a deleted column in which the other side filled in a cell or a new row, and says so', () => {
      const [base, deleted] = ['period,a\n2024,1\n2025,\n', 'period\n2024\n2025\n'];
      for (const filled of [`${base}2026,2\n`, base.replace('2025,', '2025,3')]) {
        const expected = { text: filled, conflicts: [], keptColumns: ['a'] };
        expect(mergeDocuments(base, filled, deleted)).toMatchObject(expected);
        expect(mergeDocuments(base, deleted, filled)).toMatchObject(expected);
      }
    });

    it('takes a new order of columns or rows that one side made', () => {
      expect(merged('period,a,b\n1999,1,2\n', 'period,a,b\n1999,5,2\n', 'period,b,a\n1999,2,1\n').text).toBe(
        'period,b,a\n1999,2,5\n',
      );
      expect(
        merged('period,a\n2024,1\n2023,2\n', 'period,a\n2024,5\n2023,2\n', 'period,a\n2023,2\n2024,1\n').text,
      ).toBe('period,a\n2023,2\n2024,5\n');
    });
  });

  describe('rows', () => {
    it('puts added rows in the order of time, forwards or backwards', () => {
      const [head, rows] = ['period,a\n', '2020,1\n2021,1\n'];
      expect(merged(head + rows, `${head}${rows}2023,1\n`, `${head}${rows}2022,1\n2024,1\n`).text).toBe(
        `${head}${rows}2022,1\n2023,1\n2024,1\n`,
      );
      const back = '2021,1\n2020,1\n';
      expect(merged(head + back, `${head}2022,1\n${back}`, `${head}2023,1\n${back}`).text).toBe(
        `${head}2023,1\n2022,1\n${back}`,
      );
    });

    it('knows a row by its days and its segment, however the period is written', () => {
      expect(
        merged('period,a\n2024-Q1,1\n', 'period,a\n2024-01-01/2024-03-31,1\n', 'period,a\n2024-Q1,2\n').text,
      ).toBe('period,a\n2024-01-01/2024-03-31,2\n');
    });

    it('drops a row that one side deleted and the other one left alone', () => {
      expect(
        merged('period,a\n2024,1\n2025,1\n', 'period,a\n2025,1\n', 'period,a\n2024,1\n2025,2\n').text,
      ).toBe('period,a\n2025,2\n');
    });

    it('keeps comments and blank lines between rows', () => {
      expect(
        merged(
          'period,a\n# one\n2024,1\n\n2025,1\n',
          'period,a\n# one\n2024,2\n\n2025,1\n',
          'period,a\n# one\n2024,1\n\n# two\n2025,2\n',
        ).text,
      ).toBe('period,a\n# one\n2024,2\n\n# two\n2025,2\n');
    });

    it('drops a line between rows that one side deleted, and takes one that either added', () => {
      const [base, bare] = ['period,a\n# one\n2024,1\n2025,1\n', 'period,a\n2024,1\n2025,1\n'];
      const edited = base.replace('2025,1', '2025,2');
      expect(merged(base, bare, edited).text).toBe(bare.replace('2025,1', '2025,2'));
      expect(merged(base, edited, bare).text).toBe(bare.replace('2025,1', '2025,2'));
      expect(merged(bare, base, bare).text).toBe(base);
      expect(merged(bare, bare, base).text).toBe(base);
      expect(merged(bare, base, base).text).toBe(base);
    });

    it('never makes a comment of a row', () => {
      const { text } = merged('a,period\nx,2024\n', 'period,a\n2024,x\n', 'a,period\nx,2024\n"#1",2025\n');
      expect(text).toBe('period,a\n2024,x\n2025,"#1"\n');
      expect(merged('period,a\n2024,x\n', 'a,period\nx,2024\n', 'period,a\n2024,x\n2025,#1\n').text).toBe(
        'a,period\nx,2024\n"#1",2025\n',
      );
    });
  });

  describe('settings and notes', () => {
    const file = (settings: string, notes = ''): string =>
      `#---\n# retention: 1\n${settings}#---\nperiod\n2024\n${notes}`;

    it('makes a hunk of a setting that both set differently', () => {
      const { text, conflicts } = merged(file('# goal: 80%\n'), file('# goal: 85%\n'), file('# goal: 90%\n'));
      expect(conflicts).toEqual(['goal:3']);
      expect(text).toBe(
        file('<<<<<<< ours\n# goal: 85%\n||||||| base\n# goal: 80%\n=======\n# goal: 90%\n>>>>>>> theirs\n'),
      );
    });

    it('asks where one side removed the settings and the other one changed one of them', () => {
      const { text, conflicts } = merged(file('# goal: 80%\n'), 'period\n2024\n', file('# goal: 85%\n'));
      expect(conflicts).toEqual(['goal:2']);
      expect(text).toBe(
        '#---\n<<<<<<< ours\n||||||| base\n# goal: 80%\n=======\n# goal: 85%\n>>>>>>> theirs\n#---\nperiod\n2024\n',
      );
      expect(merged(file(''), 'period\n2024\n', file('')).text).toBe('period\n2024\n');
    });

    it('merges settings added at one place, and takes settings where there were none', () => {
      expect(merged(file(''), file('# goal: 85%\n'), file('# currency: EUR\n')).text).toBe(
        file('# goal: 85%\n# currency: EUR\n'),
      );
      expect(merged('period\n2024\n', 'period\n2024\n2025\n', file('')).text).toBe(`${file('')}2025\n`);
    });

    it('takes the same value in another spelling, and nested lines with their key', () => {
      expect(merged(file(''), file("# title: 'A'\n"), file('# title: A\n')).text).toBe(
        file("# title: 'A'\n"),
      );
      const nested = '# x_list:\n#   - one\n';
      expect(merged(file(nested), file(`${nested}# goal: 85%\n`), file('# x_list:\n#   - two\n')).text).toBe(
        file('# x_list:\n#   - two\n# goal: 85%\n'),
      );
    });

    it('merges notes by line and marks what both changed', () => {
      const notes = ['#', '#> one', '#> two', '#> three', ''].join('\n');
      const { text } = merged(
        file('', notes),
        file('', notes.replace('one', 'ONE')),
        file('', notes.replace('three', 'THREE')),
      );
      expect(text).toBe(file('', '#\n#> ONE\n#> two\n#> THREE\n'));
      const contested = merged(
        file('', notes),
        file('', notes.replace('two', 'ours')),
        file('', notes.replace('two', 'theirs')),
      );
      expect(contested.conflicts).toEqual(['notes:8']);
      expect(contested.text).toContain(
        '<<<<<<< ours\n#> ours\n||||||| base\n#> two\n=======\n#> theirs\n>>>>>>> theirs\n',
      );
    });

    it('takes tasks that both added', () => {
      const notes = '#\n#> - [ ] a\n';
      expect(
        merged(
          file('', notes),
          file('', `${notes}#> - [ ] b\n#> - [ ] c\n`),
          file('', `${notes}#> - [ ] c\n#> - [ ] d\n`),
        ).text,
      ).toBe(file('', '#\n#> - [ ] a\n#> - [ ] b\n#> - [ ] c\n#> - [ ] d\n'));
    });
  });

  it('merges two files that both sides added', () => {
    expect(merged('', 'period,a\n2024,1\n', 'period,b\n2024,2\n2025,3\n').text).toBe(
      'period,a,b\n2024,1,2\n2025,,3\n',
    );
  });

  it.each([
    ['R101', 'period\n<<<<<<< a\n2024\n'],
    ['R103', '#---\n# retention: 2\n#---\nperiod\n2024\n'],
    ['R104', 'when\n2024\n'],
    ['R104', ''],
    ['R106', 'period\n\0\n'],
    ['R301', 'period,a\n2024,"x\n'],
    ['R305', 'period,a,A\n2024,1,2\n'],
    ['R403', 'period,a\n2024,1\n2024,2\n'],
  ])('refuses with %s what has no rows to tell apart', (code, text) => {
    const base = 'period,a\n2024,1\n';
    const other = 'period,a\n2024,2\n';
    expect(mergeDocuments(base, text, other)).toMatchObject({ kind: 'refused', code, version: 'ours' });
    expect(mergeDocuments(base, other, text)).toMatchObject({ kind: 'refused', code, version: 'theirs' });
  });

  describe('rows whose period cannot be read', () => {
    const file = (...rows: string[]): string =>
      ['period,start,lost,note', '2024-01,100,5,', ...rows, ''].join('\n');
    const refused = { kind: 'refused', code: 'R403' };

    it.each(['TBD', ''])('are not guessed where both sides changed those with %j', (period) => {
      const [a, b] = [`${period},10,1,a`, `${period},20,1,b`];
      const base = file(a, b);
      const [inserted, edited] = [file(`${period},99,9,x`, a, b), file(a, `${period},20,3,b`)];
      expect(mergeDocuments(base, inserted, edited)).toMatchObject(refused);
      expect(mergeDocuments(base, edited, inserted)).toMatchObject(refused);
      expect(mergeDocuments(base, file(b), file(a))).toMatchObject(refused);
      expect(mergeDocuments(base, base.replace('note', 'memo'), inserted)).toMatchObject(refused);
      expect(mergeDocuments(file(), file(a), file(b, a))).toMatchObject({ ...refused, version: 'theirs' });
    });

    it('are merged where one side at most changed them', () => {
      const base = file(',,,', ',,,', 'TBD,10,1,a');
      const changed = file(',,,', 'TBD,10,1,a', 'TBD,20,1,b', ',7,,');
      const corrected = (text: string): string => text.replace('2024-01,100,5,', '2024-01,100,6,');
      expect(merged(base, changed, corrected(base)).text).toBe(corrected(changed));
      expect(merged(base, corrected(base), changed).text).toBe(corrected(changed));
      expect(merged(base, corrected(changed), changed).text).toBe(corrected(changed));
    });
  });
});
