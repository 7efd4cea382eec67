import { describe, expect, it } from 'vitest';
import { describeImport, importTable, parseDocument } from '../../../../src/core';
import type { ImportOptions } from '../../../../src/core';

const FRONT = '#---\n# retention: 1\n#---\n';

/** The table of the result, without the settings. */
function tableOf(text: string, options?: ImportOptions): string {
  const { text: result } = importTable(text, options);
  expect(result.startsWith(FRONT)).toBe(true);
  return result.slice(FRONT.length);
}

function said(text: string, options?: ImportOptions): string[] {
  return describeImport(importTable(text, options)).map(
    ({ severity, text: words }) => `${severity}: ${words}`,
  );
}

const warnings = (text: string, options?: ImportOptions): string[] =>
  said(text, options).filter((sentence) => sentence.startsWith('warning'));

describe('importTable', () => {
  it('makes a file of what a Dutch spreadsheet exports', () => {
    const source =
      '\ufeffKwartaal;Klanten begin;Nieuwe klanten;Verloren klanten;Eindstand;New MRR;Regio\r\n' +
      'Q1 2024;100;15;10;105;"1.234,50";"Zuid; west"\r\n' +
      'Q2 2024;1.105;50;27;;12,5;\r\n';
    const result = importTable(source, { title: 'Klanten: 2024' });
    expect(result.text).toBe(
      "#---\n# retention: 1\n# title: 'Klanten: 2024'\n#---\n" +
        'period,start,new,lost,end,new_mrr,Regio\n' +
        '2024-Q1,100,15,10,105,1234.50,Zuid; west\n' +
        '2024-Q2,1105,50,27,,12.5,\n',
    );
    expect(result).toMatchObject({ delimiter: ';', delimiterIsCertain: true, decimal: ',', rowCount: 2 });
    const origins = result.columns.map(({ origin }) => origin);
    expect(origins).toEqual(['cells', 'alias', 'alias', 'alias', 'alias', 'alias', 'own']);
    expect(parseDocument(result.text).number(1, 'start')).toBe(1105);
    expect(describeImport(result).filter(({ severity }) => severity === 'warning')).toEqual([]);
  });

  it.each([
    ['Polish', 'okres\tpoczątek\tnowi\tutraceni\tkoniec\n2024\t5\t1\t2\t4\n'],
    ['Finnish', 'kausi\talku\tuudet\tmenetetyt\tloppu\n2024\t5\t1\t2\t4\n'],
    ['Danish', 'periode\tbegyndelse\tnye\tmistede\tslut\n2024\t5\t1\t2\t4\n'],
  ])('knows %s columns', (_, source) => {
    expect(tableOf(source)).toBe('period,start,new,lost,end\n2024,5,1,2,4\n');
  });

  it.each([
    ['settings', "#---\n# retention: 1\n# delimiter: ';'\n#---\nperiod;Nieuw\n2024;1,5\n\n"],
    ['notes', 'period,s\nJan-24,"1,000"\n\n#> a note\n'],
    ['a table that is one already', 'note,Period,start\n"a ""b""",2024-01,5\r\n ,?,-1\r\n'],
    ['a conflict', '<<<<<<< a\n#---\n# goal: 85%\n=======\n#---\n>>>>>>> b\n#---\nperiod\n'],
    ['no newline at the end, and a byte order mark', '\ufeffperiod,start\n2024,5'],
  ])('leaves a .retention file as it is: %s', (_, text) => {
    const result = importTable(text);
    expect([result.unchanged, result.text]).toEqual([true, text]);
    expect(said(text)[0]).toContain('already');
  });

  it('says of an unchanged table what is not understood in it', () => {
    expect(warnings('period,start\n2024,x\n')).toEqual([
      'warning: “start”: kept as text, for it is no number from 0: “x” (line 2).',
    ]);
  });

  it('never guesses a number', () => {
    const source = 'period;start;lost\n2024;1,234;5\n2025;2.000;6\n';
    expect(tableOf(source)).toBe('period,start,lost\n2024,"1,234",5\n2025,2.000,6\n');
    expect(importTable(source).decimal).toBeNull();
    expect(warnings(source)).toEqual([
      'warning: “start”: left as it is, for it may be 1234 or 1.234: “1,234” (line 2), “2.000” (line 3). ' +
        'Say which decimal sign is meant.',
    ]);
    expect(tableOf(source, { decimal: '.' })).toBe('period,start,lost\n2024,1234,5\n2025,2.000,6\n');
    expect(tableOf(source, { decimal: ',' })).toBe('period,start,lost\n2024,1.234,5\n2025,2000,6\n');
  });

  it('reads numbers by what others of the column, then of the table, leave no doubt about', () => {
    const row = (start: string, mrr: string) => `2024;${start};${mrr}\n`;
    const header = 'period;start;new_mrr\n';
    expect(tableOf(header + row('1.234', '5,5'))).toContain('2024,1234,5.5\n');
    expect(tableOf(header + row('1.234', '0,125'))).toContain('2024,1234,0.125\n');
    expect(tableOf(header + row('1.234', '12.5'))).toContain('2024,1.234,12.5\n');
    // The column says one thing, another column another.
    const mixed = header + row('1.234', '1.5') + row('1,5', '2');
    expect(tableOf(mixed)).toContain('2024,1234,1.5\n2024,1.5,2\n');
    // The column contradicts itself.
    const torn = header + row('1.234', '7') + row('1,5', '2') + row('2.5', '2');
    expect(tableOf(torn)).toContain('2024,1.234,7\n2024,1.5,2\n2024,2.5,2\n');
    expect(warnings(torn)).toHaveLength(1);
  });

  it.each([
    ['goal', '82,5 %', '82.5%'],
    ['goal', '0,85', '0.85'],
    ['goal', '85', '85'],
    ['goal', '85%', '85%'],
    ['start_mrr', "$ 1'234.50", '1234.50'],
    ['start_mrr', '1 234', '1234'],
    ['start_mrr', '1,234.5', '1234.5'],
    ['start', '1e3', '1000'],
    ['start', ' 5 ', '" 5 "'],
    ['period', '2024/1/5', '2024-01-05'],
    ['period', '13/04/2024', '2024-04-13'],
    ['period', '05/05/2024', '2024-05-05'],
  ])('writes in the column %s for %s %s', (column, source, written) => {
    const other = column === 'period' ? 'start' : 'period';
    expect(tableOf(`${other};${column}\n2024;${source}\n`)).toBe(`${other},${column}\n2024,${written}\n`);
  });

  it.each([
    ['start', '-5'],
    ['start', 'n/a'],
    ['start', '1'.repeat(400)],
    ['goal', '1001'],
    ['goal', '1'],
    ['goal', '2000,5%'],
    ['period', 'soon'],
    ['period', '31/31/2024'],
  ])('keeps what is not understood, in the column %s: %s', (column, source) => {
    const result = importTable(`note;${column}\nx;${source}\n`);
    expect(result.text).toContain(`\nx,${source.includes(',') ? `"${source}"` : source}\n`);
    expect(result.columns[1]!.unread).toEqual({ count: 1, first: [{ text: source, line: 2 }] });
  });

  it('reads a percentage as the only one that it can be', () => {
    const goals = (...cells: string[]) =>
      tableOf(['period;goal', ...cells.map((cell, row) => `${2020 + row};${cell}`), ''].join('\n'))
        .split('\n')
        .slice(1, -1)
        .map((line) => line.slice('2020,'.length));
    expect(goals('85,5 %', '90%', '0,85')).toEqual(['85.5%', '90%', '0.85']);
    // Neither can be more than a hundred percent, so that no grouping is meant, whatever others of the column say.
    expect(goals('85,5 %', '1.234 %')).toEqual(['85.5%', '1.234%']);
    expect(goals('85,500 %', '90.250 %')).toEqual(['85.500%', '90.250%']);
    expect(goals('85,5,5 %', 'much', '-3,5 %')).toEqual(['"85,5,5 %"', 'much', '"-3,5 %"']);
  });

  it('reads dates by those that leave no doubt, or as the user says', () => {
    const source = 'period;start\n03/04/2024;1\n13/04/2024;2\n';
    expect(tableOf(source)).toBe('period,start\n2024-04-03,1\n2024-04-13,2\n');
    const doubtful = 'period;start\n03/04/2024;1\n';
    expect(tableOf(doubtful)).toBe('period,start\n03/04/2024,1\n');
    expect(warnings(doubtful)[0]).toContain('it may be 2024-04-03 or 2024-03-04: “03/04/2024” (line 2).');
    expect(tableOf(doubtful, { dates: 'month-day' })).toBe('period,start\n2024-03-04,1\n');
    expect(tableOf(`${doubtful}13/01/2024;1\n01/13/2024;1\n`)).toContain(
      '\n03/04/2024,1\n2024-01-13,1\n2024-01-13,1\n',
    );
  });

  it('finds the column of periods by its cells', () => {
    const columnOf = (text: string) =>
      importTable(text).columns.findIndex(({ origin }) => origin === 'cells');
    expect(columnOf('a;b;c\n1200;Jan-24;5\n1300;Feb-24;6\n')).toBe(1);
    expect(columnOf('year;month;c\n2024;2024-01;5\n2024;2024-02;6\n')).toBe(1);
    expect(columnOf('a;b\nx;2024-Q1\ny;2024-Q2\nz;Total\n')).toBe(1);
    expect(columnOf('a;b\nx;5\ny;2200\n')).toBe(-1);
    expect(columnOf('a;b\nx;2000\ny;1990\nz;2010\n')).toBe(-1);
    expect(columnOf('a;b\nx;2012\ny;2011\nz;2011\n')).toBe(1);
    expect(columnOf('start;period\n2024;?\n')).toBe(-1);
    expect(warnings('a;b\nx;5\n')[0]).toContain('No column holds periods');
  });

  it('names columns as the user says, and no two the same', () => {
    const source = 'begin;start;start;;x y\n1;2;3;4;5;6\n';
    expect(tableOf(source).split('\n')[0]).toBe('begin,start,start_2,column_4,x y,column_6');
    const columns = new Map([
      [0, 'start'],
      [4, 'period'],
      [2, null],
    ]);
    const result = importTable(source, { columns });
    expect(result.columns.map(({ name }) => name)).toEqual([
      'start',
      'start_2',
      'start_3',
      'column_4',
      'period',
      'column_6',
    ]);
    expect(result.columns.map(({ origin }) => origin)).toEqual([
      'chosen',
      'renamed',
      'renamed',
      'renamed',
      'chosen',
      'added',
    ]);
    expect(importTable('Nieuw;x\n1;2\n', { columns: new Map([[0, null]]) }).columns[0]).toMatchObject({
      name: 'Nieuw',
      origin: 'own',
      likely: 'new',
    });
  });

  it('keeps the currency of amounts as a setting, and says signs that are not one', () => {
    const source = 'period;new_mrr\n2024;€ 5,50\n2025;6,5 EUR\n';
    expect(importTable(source).text).toBe(
      '#---\n# retention: 1\n# currency: EUR\n#---\nperiod,new_mrr\n2024,5.50\n2025,6.5\n',
    );
    expect(said(source).at(-1)).toBe('info: The currency of the amounts, EUR, is a setting now.');
    expect(warnings('period;new_mrr\n2024;$5\n2025;kr 6\n2026;no\n')).toContain(
      'warning: Amounts have the signs $, kr, which are left out. Set the currency.',
    );
    expect(importTable('period;new_mrr;start\n2024;n/a;€5\n').currency).toBeNull();
  });

  it('takes a header behind a # for one, unless it looks like a comment or holds one name', () => {
    expect(tableOf('#period;start\n2024;5\n')).toBe('period,start\n2024,5\n');
    for (const comment of ['# period; start', '#!x; y', '#- a; b', '##a; b', '#made by x']) {
      expect(tableOf(`${comment}\nperiod;start\n2024;5\n`)).toBe(`${comment}\nperiod,start\n2024,5\n`);
    }
  });

  it('keeps titles and comments above the table, and leaves blank lines out', () => {
    const source = 'Report 2024;;\n\n# made by x\nperiod;start;note\n2024;5;a\n;;\n#482;6;b\n# end\n';
    expect(tableOf(source)).toBe(
      '# Report 2024\n# made by x\n# end\nperiod,start,note\n2024,5,a\n"#482",6,b\n',
    );
    expect(importTable(source)).toMatchObject({ comments: 3, blankLines: 2, rowCount: 2 });
  });

  it('fills short rows up and keeps what is beyond the header', () => {
    const source = 'period;start;lost;\n2024;5\n2025;6;1;;;z\n';
    const result = importTable(source);
    expect(result.text).toBe(
      `${FRONT}period,start,lost,column_4,column_5,column_6\n2024,5,,,,\n2025,6,1,,,z\n`,
    );
    expect(result.shortRows).toEqual({ count: 1, first: [{ text: '2024', line: 2 }] });
  });

  it('reads cells with line breaks, and a quote that is never closed as one line', () => {
    const source = 'period;note\r\n2024;"two\r\nlines"\r\n2025;"open\r\n2026;x\r\n';
    expect(tableOf(source)).toBe('period,note\n2024,"two\nlines"\n2025,"""open"\n2026,x\n');
    expect(warnings(source)).toEqual([
      'warning: Rows with a quote that is never closed, each read as one line: “2025” (line 4).',
    ]);
  });

  it('says what cannot be in a text, or could not be read', () => {
    expect(warnings('period;start\n2024;5\0\nb\ufffd;1\n').slice(-2)).toEqual([
      'warning: Characters left out that no text may hold (NUL): 1.',
      'warning: Characters that could not be read and are shown as �: 1. The text is in another encoding.',
    ]);
  });

  it('makes a file of a header alone, of one column, and of nothing', () => {
    expect(tableOf('Periode;Start')).toBe('period,Start\n');
    expect(tableOf('a\nb\n')).toBe('a\nb\n');
    expect(tableOf('')).toBe('');
    expect(importTable('').rowCount).toBe(0);
  });
});

describe('the delimiter', () => {
  it.each([
    ['period;mrr\n2024;1,5\n2025;2,5\n', ';', true],
    ['period,note\n2024,"a;b;c"\n2025,"d;e;f"\n', ',', true],
    ['period\tnote\n2024\ta, b\n2025\tc, d\n', '\t', true],
    ['period|note\n2024|a\n', '|', true],
    ['sep=|\na;b|c;d\n', '|', true],
    ['sep=;\na,b\n', ';', true],
    ['a,b;c,d\n1,2;3,4\n', ',', false],
    ['alone\n', ',', true],
    ['Report, of 2024\nperiod;start\n2024;5\n', ';', true],
  ])('of %j is %j, certain: %s', (text, delimiter, certain) => {
    const result = importTable(text);
    expect([result.delimiter, result.delimiterIsCertain]).toEqual([delimiter, certain]);
  });

  it('is the one the user says', () => {
    expect(tableOf('a,b;c\n1,2;3\n', { delimiter: ';' })).toBe('"a,b",c\n"1,2",3\n');
  });
});
