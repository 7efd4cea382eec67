import { describe, expect, it } from 'vitest';
import { diffDocuments } from '../../../../src/core';
import type { DocumentDiff } from '../../../../src/core';

const HEAD = '#---\n# retention: 1\n# goal: 85%\n#---\n';
const COLUMNS = 'period,segment,start,new,lost,end,note\n';
const TODAY = { today: 20_089 };

/** A number but for the last digits of its arithmetic. */
const about = (value: number): number => expect.closeTo(value, 9) as number;

function rowsOf({ rows }: DocumentDiff): string[] {
  return rows.map(
    ({ kind, period, segment, before, after }) => `${kind} ${period} ${segment} ${before}→${after}`,
  );
}

describe('diffDocuments', () => {
  it('aligns rows by period and segment, removed ones behind the row they followed', () => {
    const diff = diffDocuments(
      `${HEAD}${COLUMNS}2024-01,A,10,1,1,10,\n2024-01,B,10,1,1,10,\n2024-02,A,10,1,1,10,\n`,
      `${HEAD}${COLUMNS}2024-01,A,10,1,2,9,\n2024-02,A,10,1,1,10,\n2024-03,A,10,1,1,10,\n`,
      TODAY,
    );
    expect(rowsOf(diff)).toEqual([
      'changed 2024-01 A 0→0',
      'removed 2024-01 B 1→null',
      'same 2024-02 A 2→1',
      'added 2024-03 A null→2',
    ]);
    expect(diff.counts).toEqual({ same: 1, changed: 1, added: 1, removed: 1 });
    expect(diff.rows[0]!.cells.map(({ column, before, after }) => [column, before, after])).toEqual([
      ['lost', '1', '2'],
      ['end', '10', '9'],
    ]);
    expect([diff.same, diff.reordered]).toEqual([false, false]);
  });

  it('tells spelling from value', () => {
    const { rows } = diffDocuments('period,lost,x\n2024,5,a\n', 'period,lost,x\n2024,5.0,A\n');
    expect(rows[0]!.cells.map(({ column, sameValue }) => [column, sameValue])).toEqual([
      ['lost', true],
      ['x', false],
    ]);
  });

  it('reads each version with its own signs', () => {
    const semicolon =
      "#---\n# retention: 1\n# delimiter: ';'\n# decimal: ','\n#---\nperiod;start_mrr;lost\n2024;2,5;1\n2025;3;2\n";
    const { rows } = diffDocuments('period,start_mrr,lost\n2024,2.5,1\n2025,4,2\n', semicolon);
    expect(rows.map(({ kind, cells }) => [kind, cells.map(({ sameValue }) => sameValue)])).toEqual([
      ['changed', [true]],
      ['changed', [false]],
    ]);
  });

  it('compares columns by name, settings by key, notes by line', () => {
    const diff = diffDocuments(
      `${HEAD}period,a,b\n2024,1,2\n#> one\n#> two\n`,
      `${HEAD.replace('85%', '90%').replace('#---\n', '#---\n# currency: EUR\n')}period,b,C\n2024,2,3\n#> one\n#> three\n`,
    );
    expect(diff.columns).toEqual({ added: ['C'], removed: ['a'], reordered: false });
    expect(diff.rows[0]!.cells).toEqual([
      { column: 'C', beforeColumn: null, afterColumn: 2, before: '', after: '3', sameValue: false },
      { column: 'a', beforeColumn: 1, afterColumn: null, before: '1', after: '', sameValue: false },
    ]);
    expect(diff.settings).toEqual([
      { key: 'currency', before: null, after: 'EUR' },
      { key: 'goal', before: '85%', after: '90%' },
    ]);
    expect(diff.notes).toEqual([{ beforeLine: 2, before: ['two'], afterLine: 2, after: ['three'] }]);
  });

  it('says how the figures of a row and of the summary change', () => {
    const file = (lost: number, goal = '85%'): string =>
      `${HEAD.replace('85%', goal)}${COLUMNS}2024-01,A,100,0,${lost},,\n2024-01,B,100,0,10,,\n`;
    const diff = diffDocuments(file(20), file(10), TODAY);
    expect(diff.figures(diff.rows[0]!)).toMatchObject({
      crr: { before: { value: 0.8 }, after: { value: 0.9 }, change: about(10), differs: true },
      gapPoints: { change: about(10) },
    });
    expect(diff.figures(diff.rows[1]!).crr).toMatchObject({ change: 0, differs: false });
    expect(diff.summaries.map(({ segment, crr }) => [segment, crr.change])).toEqual([
      [null, about(5)],
      ['A', about(10)],
    ]);
    const goal = diffDocuments(file(20), file(20, '90%'), TODAY);
    expect(goal.counts.changed).toBe(0);
    expect(goal.figures(goal.rows[0]!)).toMatchObject({
      crr: { differs: false },
      gapPoints: { change: about(-5) },
    });
  });

  it('gives the figures of rows that come and go', () => {
    const diff = diffDocuments(`${COLUMNS}2024,,10,0,1,9,\n`, `${COLUMNS}2025,,10,0,,,\n`, TODAY);
    const [removed, added] = [
      diff.rows.find(({ kind }) => kind === 'removed')!,
      diff.rows.find(({ kind }) => kind === 'added')!,
    ];
    expect(diff.figures(removed).crr).toMatchObject({
      before: { value: 0.9 },
      after: null,
      change: null,
      differs: true,
    });
    expect(diff.figures(added).crr).toMatchObject({ before: null, after: { value: null }, differs: false });
  });

  it('notices a new order, and nothing in a file that only looks different', () => {
    const [one, two] = ['2024,1\n', '2025,2\n'];
    expect(diffDocuments(`period,a\n${one}${two}`, `period,a\n${two}${one}`)).toMatchObject({
      reordered: true,
      same: false,
    });
    const file = `${HEAD}period,a\n2024,x\n`;
    expect(
      diffDocuments(
        file,
        `\ufeff${file.replace('85%', "'85%'").replace(',x', ',"x"').replaceAll('\n', '\r\n')}`,
      ).same,
    ).toBe(true);
  });

  it('compares rows that repeat a period one by one, and texts of any kind', () => {
    const diff = diffDocuments('period,a\n2024,1\n2024,2\n', 'period,a\n2024,1\n2024,3\n2024,4\n');
    expect(rowsOf(diff)).toEqual(['same 2024  0→0', 'changed 2024  1→1', 'added 2024  null→2']);
    expect(diffDocuments('', '').same).toBe(true);
    expect(diffDocuments('\0rubbish', '<<<<<<< a\n').same).toBe(false);
  });
});
