import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveNotebook } from '../../../../../src/core';
import { pageColumns } from '../../../../../src/webview/page/columns/columns';
import type { FindQuery, Matcher } from '../../../../../src/webview/page/find';
import { compileQuery, findCells } from '../../../../../src/webview/page/find';
import { repetitionsOf } from '../../../../../src/webview/page/find/patternCost';
import { numberDisplay } from '../../../../../src/webview/page/numbers/numbers';
import { RowOrder } from '../../../../../src/webview/page/order';

const plain = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
  text,
  matchCase: false,
  wholeCell: false,
  regex: false,
  ...more,
});

function matcherOf(query: FindQuery): Matcher {
  const compiled = compileQuery(query);
  if ('refusal' in compiled) throw new Error(JSON.stringify(compiled.refusal));
  return compiled.matcher;
}

describe('a query', () => {
  it('takes a plain text literally, in what it finds and in what it writes', () => {
    expect(matcherOf(plain('a.b')).find('axb')).toBe('none');
    expect(matcherOf(plain('5')).replace('5, 5', '$$&$1')).toBe('$$&$1, $$&$1');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.string(), (text, before, by) => {
        if (text === '') return;
        const matcher = matcherOf(plain(text, { matchCase: true }));
        expect(matcher.find(before + text)).toBe('match');
        const cell = `${before}|${text}|`;
        expect(matcher.replace(cell, by)).toBe(cell.replaceAll(text, () => by));
      }),
    );
  });

  it('knows case, whole cells and groups', () => {
    expect(matcherOf(plain('smb')).find('SMB')).toBe('match');
    expect(matcherOf(plain('smb', { matchCase: true })).find('SMB')).toBe('none');
    expect(matcherOf(plain('10', { wholeCell: true })).find('100')).toBe('none');
    expect(matcherOf(plain('1|10', { wholeCell: true, regex: true })).find('10')).toBe('match');
    expect(matcherOf(plain('(\\d+)-Q(\\d)', { regex: true })).replace('2024-Q1', 'Q$2/$1')).toBe('Q1/2024');
  });

  it('says what is wrong with an expression', () => {
    expect(compileQuery(plain('(', { regex: true }))).toEqual({
      refusal: { type: 'invalid', detail: 'Unterminated group' },
    });
  });

  it.each(['(a+)+$', '(a|a)*$', '(a?b?)*', '(\\w+\\s?)*x', '((ab)*c*)+', '(a)\\1*', '(?:x*){20}'])(
    'refuses %s, which may never end',
    (text) => {
      expect(compileQuery(plain(text, { regex: true }))).toEqual({ refusal: { type: 'endless' } });
    },
  );

  it.each<[string, number]>([
    ['2024-Q[1-4]', 0],
    ['\\d{1,3}(,\\d{3})+', 1],
    ['.*a.*b', 2],
    ['[+*]+', 1],
    ['colou?r', 0],
    ['(SMB|Mid)', 0],
    ['a{2,5}?', 0],
  ])('counts the repetitions of %s', (text, count) => {
    expect(repetitionsOf(text)).toBe(count);
    expect('matcher' in compileQuery(plain(text, { regex: true }))).toBe(true);
  });

  it('does not ask a costly expression about a long text', () => {
    const { find } = matcherOf(plain('.*.*.*x', { regex: true }));
    expect(find('a'.repeat(5000))).toBe('skipped');
    expect(find('a'.repeat(20))).toBe('none');
  });
});

describe('finding', () => {
  const notebook = LiveNotebook.open(
    '#---\n# retention: 1\n#---\nperiod,start,new,lost,note\n2024-Q1,100,15,20,Ten left\n2024-Q2,95,5,10,\n2024-Q3,90,0,9,ten\n',
    { today: 20_000 },
  );
  const source = {
    notebook,
    columns: pageColumns(notebook.document),
    numbers: numberDisplay(['en']),
  };
  const all = (query: FindQuery, order = new RowOrder(3), scope: Parameters<typeof findCells>[4] = null) => {
    const steps = findCells(source, order, query, matcherOf(query), scope);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  };
  const note = source.columns.length - 1;

  it('looks at typed and at calculated cells, in the order of the view', () => {
    expect(all(plain('ten')).cells).toEqual([
      { row: 0, column: note },
      { row: 2, column: note },
    ]);
    const order = new RowOrder(3);
    order.show(Int32Array.of(2, 0), 3);
    expect(all(plain('ten'), order).cells.map(({ row }) => row)).toEqual([2, 0]);
    const crr = source.columns.findIndex(({ key }) => key === '=crr');
    expect(all(plain('80.0')).cells).toEqual([{ row: 0, column: crr }]);
  });

  it('stays in the selection', () => {
    const scope = [{ top: 1, bottom: 2, left: 0, right: note }];
    expect(all(plain('ten'), new RowOrder(3), scope).cells).toEqual([{ row: 2, column: note }]);
  });

  it('gives up when it takes too long', () => {
    let time = 0;
    const query = plain('x', { regex: true });
    const steps = findCells(source, new RowOrder(3), query, matcherOf(query), null, () => (time += 15_000));
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(step.value.state).toBe('stopped');
  });
});
