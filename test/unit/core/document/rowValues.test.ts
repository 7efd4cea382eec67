import { describe, expect, it } from 'vitest';
import {
  dayOf,
  insertRows,
  parseDocument,
  parseNumber,
  parsePeriod,
  repairPeriod,
} from '../../../../src/core';

it('a segment is the same with quotes and without, whatever spaces are around it', () => {
  const spaces = [
    '',
    ' ',
    '\t',
    '\v',
    '\f',
    '\u00a0',
    '\u1680',
    '\u2003',
    '\u2028',
    '\u202f',
    '\u3000',
    '\ufeff',
  ];
  for (const [before, after] of spaces.flatMap((one) => spaces.map((other) => [one, other] as const))) {
    for (const name of ['SMB', 'Ärzte ü', '顧客']) {
      const cell = `${before}${name}${after}`;
      // Row by row and, behind a row like those before, by the quick reader of plain ones.
      const cells = [cell, `"${cell}"`, before + after, 'A', 'B', cell, before + after];
      const document = parseDocument(`period,segment\n${cells.map((each) => `2024-01,${each}\n`).join('')}`);
      const segments = cells.map((_, row) => document.segment(row));
      expect(segments).toEqual([name, name, '', 'A', 'B', name, '']);
    }
  }
});

describe('values', () => {
  it('are used when there is a warning with one meaning only', () => {
    const document = parseDocument('period,goal,start\n2024-1,85,12.5\n');
    expect(document.period(0)).toEqual(parseDocument('period\n2024-01\n').period(0));
    expect(document.goal(0)?.share).toBe(0.85);
    expect(document.number(0, 'start')).toBe(12.5);
  });

  it('are not used when they would have to be guessed', () => {
    const document = parseDocument('period,goal,start,new,lost\n03/04/2024,1,"1,234",-5,x\n');
    expect(document.period(0)).toBeNull();
    expect(document.goal(0)).toBeNull();
    expect([document.number(0, 'start'), document.number(0, 'new'), document.number(0, 'lost')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('come from any spelling of a column name, the first of several', () => {
    const document = parseDocument('PERIOD,Start, lost ,start,Reason_Price\n2024,1,2,3,4\n');
    expect([document.number(0, 'start'), document.number(0, 'lost'), document.numberAt(0, 4)]).toEqual([
      1, 2, 4,
    ]);
    expect(document.numberAt(0, 3)).toBeNull();
    expect(document.reasonColumns.map(({ reason }) => reason)).toEqual(['price']);
    expect(document.columns.map(({ id }) => id)).toEqual(['period', 'start', 'lost', null, null]);
  });

  it('are blank, not zero, where nothing is written', () => {
    const document = parseDocument('period,start,lost,goal,segment\n2024,0,,,\n2025\n');
    expect(document.number(0, 'start')).toBe(0);
    expect([document.number(0, 'lost'), document.number(1, 'start'), document.number(0, 'end')]).toEqual([
      null,
      null,
      null,
    ]);
    expect([document.goal(0), document.segment(0), document.segment(1)]).toEqual([null, '', '']);
  });

  it.each([
    ['2024', '2024-Q1', '2024-Q4', '2024-01', '2024-12', '2024-W01', '2024-01-01', '2024-02-29', ' 2024-01 '],
    ['0000-01', '9999-12-31', '2024-01-01/2024-01-31', '2024-01-15/P30D', '2024-01-31/P1M'],
    ['2024-Q0', '2024-Q5', '2024-q1', '2024-Q', '2024-Q1x', '2024-Q11', '2024-Q1-01', '2024xQ1'],
    [
      '2024-00',
      '2024-13',
      '2024-1',
      '2024-1x',
      '2024-x1',
      '2024-0:',
      '2024-/1',
      '2024-01x',
      ':024-01',
      '/024-01',
      '2:24-01',
      '2024-:1',
      '2024x01',
      '202:-01',
    ],
    [
      '2024-01-00',
      '2024-01-32',
      '2023-02-29',
      '2024-04-31',
      '2024-01-1',
      '2024-01-01x',
      '2024-01x01',
      '2024-01-',
    ],
  ])('say of %s … the periods that the texts are by themselves', (...texts) => {
    const document = parseDocument(`period\n${texts.join('\n')}\n`);
    texts.forEach((text, row) => {
      const [repaired, another] = repairPeriod(text);
      const meant = repaired === undefined || another !== undefined ? null : parsePeriod(repaired);
      expect(document.period(row), text).toEqual(parsePeriod(text) ?? meant);
      expect(document.hasRowProblems(row), text).toBe(parsePeriod(text) === null);
    });
  });

  it.each(['.', ','] as const)('say the numbers that the texts are by themselves, with %s', (decimal) => {
    const texts = ['0', '7', '007', '12.5', '12.', '.5', '.', '1.2.3', '12,5', '1e3', '-5', '+5', ' 7', '7 '];
    const long = ['123456789012345', '1234567890123456', '9007199254740993', '0.1', '0.30000000000000004'];
    const odd = ['1x', 'x', '1:', '1/2', '٣', '1234567.89', '1234567,89', '"12"', '"1""2"'];
    const settings = `#---\n# retention: 1\n# delimiter: ';'\n# decimal: '${decimal}'\n#---\n`;
    const all = [...texts, ...long, ...odd];
    const document = parseDocument(
      `${settings}period;start_mrr\n${all.map((text) => `2024;${text}\n`).join('')}`,
    );
    all.forEach((text, row) => {
      const written = text.replace(/^"|"$/g, '').replace('""', '"');
      expect(document.number(row, 'start_mrr'), text).toBe(parseNumber(written, decimal));
    });
  });

  it('of many rows are kept apart', () => {
    const rows = Array.from(
      { length: 3000 },
      (_, row) => `2024-01,S${row % 7},${row},${row % 3 === 0 ? '' : `${row % 90}%`}`,
    );
    const document = parseDocument(`period,segment,start,goal\n${rows.join('\n')}`);
    for (const row of [0, 1, 999, 2998, 2999]) {
      expect(document.segment(row)).toBe(`S${row % 7}`);
      expect(document.number(row, 'start')).toBe(row);
      expect(document.goal(row)?.numerator ?? null).toBe(row % 3 === 0 ? null : row % 90);
    }
  });

  it('stay when there are more rows than the first line lets one expect, and when rows are added', () => {
    const starts = Array.from({ length: 60 }, (_, index) => index * 3);
    const lines = starts.map((start) => `2024-02,A,${start},85%,\n`);
    const document = parseDocument(
      `period,segment,start,goal,note\n2024-01,B,7,,${'x'.repeat(900)}\n${lines.join('')}`,
    );
    const values = (): unknown[] =>
      Array.from({ length: document.rowCount }, (_, row) => [
        document.segment(row),
        document.number(row, 'start'),
        document.goal(row)?.share ?? null,
        document.period(row)?.firstDay,
      ]);
    const [january, february] = [dayOf(2024, 1, 1), dayOf(2024, 2, 1)];
    const expected = [['B', 7, null, january], ...starts.map((start) => ['A', start, 0.85, february])];
    expect(values()).toEqual(expected);
    const added = Array.from({ length: 100 }, (_, index) => index);
    document.apply(
      insertRows(
        document,
        1,
        added.map((start) => ({ period: '2024-01', segment: 'C', start: String(start) })),
      ),
    );
    expected.splice(1, 0, ...added.map((start) => ['C', start, null, january]));
    expect(values()).toEqual(expected);
  });

  it('know the granularity most rows have, unless one is set', () => {
    expect(parseDocument('period\n2024-01\n2024-02\n2024\n').granularity).toBe('month');
    expect(parseDocument('period\n2024-W01\n').granularity).toBe('week');
    expect(parseDocument('period\n').granularity).toBe('custom');
    expect(parseDocument('#---\n# granularity: day\n#---\nperiod\n2024\n').granularity).toBe('day');
  });

  it('of rows that do not exist are asked for in vain', () => {
    const document = parseDocument('period\n2024\n');
    expect(() => document.cellText(1, 0)).toThrow('There is no row 2: the table has 1 rows.');
    expect(() => document.rowRange(-1)).toThrow(RangeError);
    expect(() => document.cellRange(0.5, 0)).toThrow(RangeError);
    expect(document.number(5, 'start')).toBeNull();
    expect(document.period(5)).toBeNull();
    expect(document.problemsOfRow(5)).toEqual([]);
  });
});
