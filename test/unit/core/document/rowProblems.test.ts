import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument } from '../../../../src/core';
import type { ProblemCode } from '../../../../src/core';
import { marked, onlyProblem, problemsOf } from './problems';

const SEMICOLON = "#---\n# retention: 1\n# delimiter: ';'\n# decimal: ','\n#---\n";

describe('problems of the table', () => {
  it.each<[ProblemCode, string, string, string[]]>([
    ['R301', 'error', 'period,start,note\n2024,"5,a\n2025,6,b\n', ['"5']],
    ['R301', 'error', 'period,"start\n2024,5\n', ['"start']],
    ['R302', 'warning', 'period,note\n2024,"a"b\n', ['b']],
    ['R302', 'warning', 'period,note\n2024,"a" \n', [' ']],
    ['R302', 'warning', 'period,"note"s\n2024,a\n', ['s']],
    ['R303', 'error', 'period,note\n2024,a,b,c\n', ['b,c']],
    ['R303', 'error', 'period,note\n2024,a,,\n', [',,']],
    ['R304', 'warning', 'period,start,note\n2024,5\n', ['2024,5']],
    ['R305', 'error', 'period,start,Start,start \n2024,1,2,3\n', ['Start', 'start ']],
    ['R306', 'info', 'period,team,\n2024,a,b\n', ['team', '']],
    ['R306', 'warning', 'period,strat,werven\n2024,1,2\n', ['strat', 'werven']],
    ['R307', 'warning', 'period,note\n2024,see #5\n', ['see #5']],
    ['R307', 'warning', 'period,a#b\n2024,1\n', ['a#b']],
    ['R308', 'warning', 'period,note\n2024,"a\nb"\n', ['"a\nb"']],
    ['R308', 'warning', 'period,"no\nte"\n2024,1\n', ['"no\nte"']],
    [
      'R310',
      'warning',
      'period,note\n2024,=1+1\n2025,"@x"\n2026,-a\n2027,+a\n',
      ['=1+1', '"@x"', '-a', '+a'],
    ],
    ['R310', 'warning', 'period,segment\n2024,=A1\n', ['=A1']],
    ['R310', 'warning', `period,note\n2024,-${'0'.repeat(50)}+A1\n`, [`-${'0'.repeat(50)}+A1`]],
    [
      'R311',
      'warning',
      'period,segment\n2024,NA\n2025,null\n2026,None\n2027,"nan"\n',
      ['NA', 'null', 'None', '"nan"'],
    ],
    [
      'R401',
      'error',
      'period,start\nsoon,1\n,2\n2024-13,3\n03/04/2024,4\n',
      ['soon', '', '2024-13', '03/04/2024'],
    ],
    [
      'R402',
      'warning',
      'period\n2024-1\nJan-24\n2024/01/01\n"Q1 2024"\n',
      ['2024-1', 'Jan-24', '2024/01/01', '"Q1 2024"'],
    ],
    ['R411', 'error', 'period,start,goal\n2024,abc,x\n2025,5%,2000%\n', ['abc', 'x', '5%', '2000%']],
    [
      'R412',
      'warning',
      'period,start,start_mrr,goal\n2024,"1,234",€5,"85,5%"\n',
      ['"1,234"', '€5', '"85,5%"'],
    ],
    ['R413', 'error', 'period,lost,churned_mrr,goal\n2024,-5,(250.00),-5%\n', ['-5', '(250.00)', '-5%']],
    ['R414', 'warning', 'period,start,reason_price,start_mrr\n2024,12.5,0.5,12.5\n', ['12.5', '0.5']],
    [
      'R414',
      'warning',
      'period,start,new,lost,end,start_mrr\n2024,1.000,999.000,100.00,1000.000,1.000\n2025," 10.000",0,7.0,12,\n',
      ['1.000', '999.000', '" 10.000"'],
    ],
    ['R414', 'warning', `${SEMICOLON}period;start;new\n2024;1,000;1,00\n`, ['1,000']],
    ['R421', 'error', 'period,goal\n2024,1\n', ['1']],
    ['R422', 'warning', 'period,goal\n2024,85\n', ['85']],
  ])('%s (%s) marks exactly its place in %j', (code, severity, text, expected) => {
    expect(marked(text, code)).toEqual(expected);
    const found = problemsOf(text).filter((problem) => problem.code === code);
    expect(new Set(found.map((problem) => problem.severity))).toEqual(new Set([severity]));
  });

  it.each<[ProblemCode, string, string[]]>([
    ['R301', 'period,note\n2024,"a\n', ['period,note\n2024,a\n', 'period,note\n2024,"a"\n']],
    ['R302', 'period,note\n2024,"a""x"b\n', ['period,note\n2024,"a""xb"\n']],
    ['R302', 'period,note\n2024,"a" \n', ['period,note\n2024,"a"\n']],
    ['R303', 'period,note\n2024,a,,\n', ['period,note\n2024,a\n']],
    ['R303', 'period,note\n2024,a,b\n', []],
    ['R304', 'period,start,note\n2024\n', ['period,start,note\n2024,,\n']],
    ['R305', 'period,start,start\n', ['period,start,start_2\n']],
    ['R306', 'period,strat\n', ['period,start\n']],
    ['R306', 'period,"w"\n', ['period,new\n']],
    ['R306', 'period,Reason Price\n', ['period,reason_price\n']],
    ['R306', 'period,new,acquired\n', []],
    ['R307', 'period,note\n2024,see #5\n', ['period,note\n2024,"see #5"\n']],
    ['R308', 'period,note\n2024,"a\n b"\n', ['period,note\n2024,"a b"\n']],
    ['R310', 'period,note\n2024,=1\n', ["period,note\n2024,'=1\n"]],
    ['R401', 'period\n03/04/2024\n', ['period\n2024-04-03\n', 'period\n2024-03-04\n']],
    ['R401', 'period\nsoon\n', []],
    ['R402', 'period\n"Q1 2024"\n', ['period\n"2024-Q1"\n']],
    ['R412', 'period,start\n2024,"1,234"\n', ['period,start\n2024,"1234"\n', 'period,start\n2024,"1.234"\n']],
    [
      'R412',
      `${SEMICOLON}period;start_mrr\n2024;1.234,56\n`,
      [`${SEMICOLON}period;start_mrr\n2024;1234,56\n`],
    ],
    ['R413', 'period,lost\n2024,-5\n', ['period,lost\n2024,5\n']],
    ['R414', 'period,lost\n2024,1.000\n', ['period,lost\n2024,1000\n', 'period,lost\n2024,1\n']],
    ['R414', 'period,lost\n2024,1.234\n', ['period,lost\n2024,1234\n']],
    [
      'R414',
      `${SEMICOLON}period;lost\n2024;1,000\n`,
      [1000, 1].map((lost) => `${SEMICOLON}period;lost\n2024;${lost}\n`),
    ],
    ['R414', 'period,lost\n2024,12.5\n', []],
    ['R421', 'period,goal\n2024,1\n', ['period,goal\n2024,100%\n', 'period,goal\n2024,1%\n']],
    ['R422', 'period,goal\n2024, 85 \n', ['period,goal\n2024,85%\n']],
  ])('%s offers its repairs in %j', (code, text, expected) => {
    const { fixes } = onlyProblem(text, code);
    expect(fixes.map((fix) => applyEdits(text, fix.edits))).toEqual(expected);
  });

  it.each<[ProblemCode, string, string]>([
    ['R302', 'period,note\r\n2024,"a\r\nb"  \r\n', 'period,note\r\n2024,"a\r\nb"\r\n'],
    ['R310', 'period,note\r\n2024,"=a\r\nb"\r\n', 'period,note\r\n2024,"\'=a\r\nb"\r\n'],
    ['R302', 'period,"a\r\nb" \r\n2024,\r\n', 'period,"a\r\nb"\r\n2024,\r\n'],
    ['R305', 'period,"a\rb","a\rb"\r2024,,\r', 'period,"a\rb","a\rb_2"\r2024,,\r'],
  ])('mends %s with the line ending of the file: %j', (code, text, expected) => {
    expect(applyEdits(text, onlyProblem(text, code).fixes[0]!.edits)).toBe(expected);
  });

  it('offers no quotes that would close an open one', () => {
    const text = 'period,note,owner\n2024,"abc,see #5\n';
    expect(onlyProblem(text, 'R307').fixes).toEqual([]);
    expect(onlyProblem(text, 'R301').fixes).toHaveLength(2);
    expect(onlyProblem(text.replace('2024', '2024-1'), 'R402').fixes).toHaveLength(1);
  });

  it.each<[ProblemCode, string, string]>([
    ['R307', 'period,",#\n2024,1,2\n', 'period,a,#\n2024,1,2\n'],
    ['R107', 'period,a\n2024,"x\n# "y" z\n2025,z"\n', 'period,a\n2024,x\n# "y" z\n2025,z"\n'],
  ])('calls %s not safe to fix where a quote is open, which a change may close: %j', (code, open, closed) => {
    expect(onlyProblem(open, code).fixes.map(({ safe }) => safe)).toEqual([false]);
    expect(onlyProblem(closed, code).fixes.map(({ safe }) => safe)).toEqual([true]);
  });

  it('says how a count that may be grouped is read', () => {
    const messageOf = (text: string) => onlyProblem(`period,lost\n2024,${text}\n`, 'R414').message;
    expect(messageOf('1.000')).toBe(
      '“lost” is “1.000”, which is read as 1 but may be 1000. Write the one that is meant.',
    );
    expect(messageOf('1.234')).toBe(
      '“lost” is “1.234”, but customers are counted in whole numbers. Write 1234 if that is meant, or correct it.',
    );
    expect(parseDocument('period,lost\n2024,1.000\n').number(0, 'lost')).toBe(1);
  });

  it.each([
    ['2024,1,', 'The row ends with 1 surplus delimiter. Delete it.'],
    ['2024,1,,', 'The row ends with 2 surplus delimiters. Delete them.'],
    ['2024,1,x', 'Quote the cell that holds a delimiter, or name the further column.'],
    [
      '2024,1,x,y',
      'The row has 4 cells, the header 2. Quote the cell that holds a delimiter, or name the further columns.',
    ],
  ])('says of %j what is too much', (row, message) => {
    expect(onlyProblem(`period,a\n${row}\n`, 'R303').message).toContain(message);
  });

  it('says which row and column it is about, what was written and what to write', () => {
    const text = 'period,start\n2023,1\n2024,"1,234"\n';
    expect(onlyProblem(text, 'R412')).toEqual({
      code: 'R412',
      severity: 'warning',
      message:
        '“1,234” is not used: write numbers without grouping, sign, exponent or currency, as 1234 or 1.234.',
      range: { start: 25, end: 32 },
      row: 1,
      column: 1,
      fixes: [
        { title: 'Write 1234', edits: [{ start: 25, end: 32, text: '"1234"' }], safe: false },
        { title: 'Write 1.234', edits: [{ start: 25, end: 32, text: '"1.234"' }], safe: false },
      ],
    });
    expect(onlyProblem('period,start\n2024\n', 'R304')).toMatchObject({ row: 0, column: null });
    expect(onlyProblem('period,x\n', 'R306')).toMatchObject({ row: null, column: 1 });
  });

  it.each([
    ['signed numbers are no formulas', 'period,note\n2024,-5\n2025,+3.5 %\n2026,"-1,5"\n'],
    ['a dash is a common way to write nothing', 'period,note\n2024,a-b\n'],
    ['a quoted #', 'period,note\n2024,"see #5"\n'],
    ['fractions of money', 'period,start_mrr\n2024,12.5\n'],
    ['whole counts with a fraction of zero', 'period,start\n2024,12.0\n'],
    ['ratios', 'period,goal\n2024,0.85\n2025,0\n'],
    ['percentages', 'period,goal\n2024,85%\n2025,82.5 %\n2026,\n'],
    ['spaces around numbers', 'period,start\n 2024 , 5 \n'],
    ['the segment Nano', 'period,segment\n2024,Nano\n'],
    ['blank cells', 'period,start,goal,segment,note\n2024,,,,\n'],
  ])('is silent about %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('lists no more than a hundred problems of one row', () => {
    const header = `period,${Array.from({ length: 300 }, (_, index) => `reason_${index}`).join(',')}`;
    const document = parseDocument(`${header}\n2024${',x'.repeat(300)}\n`);
    expect(document.problemsOfRow(0)).toHaveLength(100);
    expect(document.problemCountOfRow(0, 'error')).toBe(100);
  });

  it('reads a header wider than any spreadsheet up to its last column', () => {
    const header = `period,${'a,'.repeat(17_000)}b`;
    const document = parseDocument(`${header}\n2024\n`);
    expect(document.columns).toHaveLength(16_384);
    expect(document.headerCellCount).toBe(17_002);
    expect(marked(`${header}\n`, 'R303')).toHaveLength(1);
  });
});
