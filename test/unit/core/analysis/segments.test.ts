import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseChange, analyseSegments, LiveNotebook, setCell } from '../../../../src/core';
import type { SegmentAnalysis } from '../../../../src/core';
import { file } from '../live/generators';
import { countReads, month, notebookOf, TODAY } from './notebooks';

const HEADER = 'period,segment,start,new,lost';
const messages = ({ gaps }: SegmentAnalysis): string[] => gaps.map(({ message }) => message);
const codes = ({ gaps }: SegmentAnalysis): string[] => gaps.map(({ code }) => code);

const TWO = [
  HEADER,
  '2024-06,A,1000,0,100',
  '2024-06,B,1000,0,400',
  '2024-07,A,900,0,90',
  '2024-07,B,300,0,150',
  '2024-08,A,810,0,1',
];

describe('analyseSegments', () => {
  it('puts the segments of the last complete period side by side', () => {
    const analysis = analyseSegments(notebookOf(TWO, { settings: ['segments: [B, A]'] }));
    expect(analysis).toMatchObject({ names: ['B', 'A'], before: '2024-06', after: '2024-07', weakest: 'B' });
    expect(analysis.lines.map(({ name, weight, after }) => [name, weight.value, after?.crr.value])).toEqual([
      ['B', 0.25, 0.5],
      ['A', 0.75, 0.9],
    ]);
    expect(analysis.lines[0]?.rest).toMatchObject({ evidence: true, test: 'pooled-z' });
    expect(analysis.test).toMatchObject({ df: 1, smallCounts: false });
    expect(analysis.gaps).toEqual([]);
  });

  it('allows for there being many segments: of twenty alike, the one that chance made stand out does not', () => {
    const rows = Array.from({ length: 20 }, (_, index) => `2024-06,S${index},100,0,${index === 0 ? 22 : 12}`);
    const [first] = analyseSegments(notebookOf([HEADER, ...rows])).lines;
    const rest = first!.rest;
    if (!('p' in rest) || rest.p.value === null || rest.adjusted.value === null) throw new Error('no test');
    expect(rest.p.value).toBeLessThan(0.05);
    expect(rest.adjusted.value).toBeCloseTo(20 * rest.p.value, 12);
    expect(rest.evidence).toBe(false);
    const [one, two] = analyseSegments(notebookOf(TWO)).lines.map((line) => line.rest);
    // Two segments are one test.
    expect(one).toMatchObject({ adjusted: 'p' in one! ? one.p : null, evidence: true });
    expect('p' in two! && two.adjusted).toEqual('p' in one! && one.adjusted);
  });

  it('has every series on one axis, the running period included', () => {
    const { periods, total, lines, totalIsSum } = analyseSegments(notebookOf(TWO));
    expect(periods.map(({ name, incomplete }) => [name, incomplete])).toEqual([
      ['2024-06', false],
      ['2024-07', false],
      ['2024-08', true],
    ]);
    expect(total.map((period) => period?.counts.start)).toEqual([2000, 1200, 810]);
    expect(lines[1]?.series.map((period) => period?.counts.start ?? null)).toEqual([1000, 300, null]);
    expect(totalIsSum).toBe(true);
  });

  it('takes the change of the total apart', () => {
    const { mix } = analyseSegments(notebookOf(TWO));
    // 75 % → 80 %, although A stayed at 90 % and B fell from 60 to 50 %: customers moved to A.
    expect('change' in mix && mix.change).toBeCloseTo(0.05, 12);
    expect('rate' in mix && mix.rate).toBeCloseTo(-0.0375, 12);
    expect('mix' in mix && mix.mix).toBeCloseTo(0.0875, 12);
  });

  it('warns of Simpson’s paradox', () => {
    const rows = ['2024-06,A,100,0,10', '2024-06,B,100,0,40', '2024-07,A,180,0,20', '2024-07,B,20,0,9'];
    expect(analyseSegments(notebookOf([HEADER, ...rows])).simpson).toBe(true);
    expect(analyseSegments(notebookOf(TWO)).simpson).toBe(false);
  });

  it('compares the periods asked for, in the order of time', () => {
    const notebook = notebookOf([...TWO, '2024-05,A,9,0,1', '2024-05,B,9,0,1']);
    expect(analyseSegments(notebook, { before: '2024-07', after: '2024-05' })).toMatchObject({
      before: '2024-05',
      after: '2024-07',
    });
    expect(analyseSegments(notebook, { after: '2024-06' })).toMatchObject({
      before: '2024-05',
      after: '2024-06',
    });
    expect(analyseSegments(notebook, { before: '2024-06', after: '2024-06' })).toMatchObject({
      before: '2024-05',
      after: '2024-06',
    });
    expect(analyseSegments(notebook, { before: 'gone' })).toMatchObject({
      before: '2024-06',
      after: '2024-07',
    });
  });

  it('compares the last complete periods that have segments, not those of the total alone', () => {
    const rows = [...TWO.slice(0, 5), '2024-05,,2000,0,500', '2023-12,A,9,0,1'];
    expect(analyseSegments(notebookOf(rows))).toMatchObject({ before: '2024-06', after: '2024-07' });
    expect(analyseSegments(notebookOf(rows), { after: '2024-06' })).toMatchObject({
      before: '2023-12',
      after: '2024-06',
    });
  });

  it('compares pairs when asked', () => {
    const notebook = notebookOf([...TWO, '2024-07,C,900,0,95']);
    expect(analyseSegments(notebook).pairs).toBeNull();
    const { pairs } = analyseSegments(notebook, { pairs: true });
    expect(pairs?.map(({ first, second, evidence }) => [first, second, evidence])).toEqual([
      [0, 1, true],
      [0, 2, false],
      [1, 2, true],
    ]);
  });

  it('rolls up the chosen ones', () => {
    const notebook = notebookOf([...TWO, '2024-07,C,100,0,0', '2024-06,C,0,0,0']);
    const analysis = analyseSegments(notebook, { segments: ['A', 'C', 'nobody'] });
    expect(analysis.names).toEqual(['A', 'B', 'C']);
    expect(analysis.lines.map(({ name }) => name)).toEqual(['A', 'C']);
    expect(analysis.rolledUp?.map(({ crr }) => crr.value)).toEqual([0.9, 0.91, 809 / 810]);
    expect(analyseSegments(notebook).rolledUp).toBeNull();
    expect(analyseSegments(notebook, { segments: ['C'] }).rolledUp?.[2]?.crr).toMatchObject({
      reason: 'no-period',
    });
  });

  describe('says what it cannot show', () => {
    it.each([
      ['no rows', [HEADER], 'no-segments'],
      ['no segments', [HEADER, '2024-07,,10,0,1'], 'no-segments'],
      ['only running periods', [HEADER, '2024-08,A,10,0,1', '2024-08,B,10,0,1'], 'too-few-periods'],
    ])('of %s', (_name, rows, code) => {
      const analysis = analyseSegments(notebookOf(rows));
      expect(codes(analysis)).toEqual([code]);
      expect(analysis).toMatchObject({ before: null, after: null, weakest: null });
      expect(analysis.mix).toMatchObject({ value: null });
    });

    it('of one period', () => {
      const analysis = analyseSegments(notebookOf([HEADER, '2024-07,A,100,0,10', '2024-07,B,100,0,10']));
      expect(analysis).toMatchObject({
        before: null,
        after: '2024-07',
        mix: { reason: 'too-few-periods' },
        simpson: { reason: 'too-few-periods' },
      });
    });

    it('of one segment', () => {
      const analysis = analyseSegments(notebookOf([HEADER, '2024-06,A,90,0,10', '2024-07,A,100,0,10']));
      expect(analysis.lines[0]?.rest).toMatchObject({
        message: 'No other segment has customers to compare it with.',
      });
      expect(analysis.test).toMatchObject({ reason: 'no-variation' });
    });

    it('of none chosen', () => {
      expect(messages(analyseSegments(notebookOf(TWO), { segments: [] }))).toEqual(['No segment is chosen.']);
    });

    it('of segments that start late, or stop', () => {
      const analysis = analyseSegments(notebookOf([...TWO, '2024-07,C,100,0,50', '2024-06,D,100,0,100']));
      expect(messages(analysis)).toEqual([
        'Not every segment is there from 2024-06 on: C with 2024-07. Earlier totals are sums of fewer segments.',
        'D has no row in 2024-07. Add it, with 0 where nobody is left.',
      ]);
      // It counts as mix: it has no rate of before to have moved from.
      expect('segments' in analysis.mix && analysis.mix.segments[2]?.rate).toBe(0);
    });

    it('of unknown counts', () => {
      const analysis = analyseSegments(notebookOf([...TWO, '2024-07,C,100,,', '2024-06,C,100,0,1']));
      expect(messages(analysis)).toEqual([
        'C has no retention rate: New and lost and end are blank, so nobody knows how many stayed. Enter lost.',
      ]);
      expect(analysis.gaps[0]?.rows).toEqual([5]);
      expect(analysis.lines[2]?.rest).toMatchObject({ reason: 'blank' });
      expect(analysis.lines[0]?.weight).toEqual({ value: 0.75 });
      expect('message' in analysis.mix && analysis.mix.message).toContain('C in 2024-07: ');
    });

    it('of several segments without a rate, and several totals that do not add up', () => {
      const rows = ['2024-07,C,100,,', '2024-07,D,100,,'];
      expect(messages(analyseSegments(notebookOf([...TWO, ...rows]), { last: 2 }))).toContain(
        'C and D have no retention rate: New and lost and end are blank, so nobody knows how many stayed. Enter lost.',
      );
      const totals = ['2024-06,,2001,0,500', '2024-07,,1201,0,240', '2024-08,,810,0,1'];
      expect(messages(analyseSegments(notebookOf([...TWO, ...totals])))[0]).toMatch(
        /^In 2 periods the segments do not add up to the total row\. 2024-06: The segments \(A, B\) have 1.500 as end together, 1 fewer/,
      );
    });

    it('of totals that the segments do not add up to', () => {
      const analysis = analyseSegments(notebookOf([...TWO, '2024-06,,2000,0,500', '2024-07,,1250,0,240']));
      expect(analysis.totalIsSum).toBe(false);
      expect(codes(analysis)).toEqual(['no-total', 'unequal-totals']);
      expect(messages(analysis)[0]).toContain('2024-08 has segments but no row for all customers');
      expect(messages(analysis)[1]).toMatch(
        /^2024-07: The segments \(A, B\) have 960 as end together, 50 fewer/,
      );
      expect(analysis.gaps[1]?.rows).toEqual([6]);
      expect(analysis.total.map((period) => period?.counts.start ?? null)).toEqual([2000, 1250, null]);
    });

    it('of too many pairs', () => {
      const rows = Array.from({ length: 21 }, (_, index) => `2024-07,S${index},100,0,${index}`);
      const { pairs, gaps } = analyseSegments(notebookOf([HEADER, ...rows]), { pairs: true });
      expect(pairs).toBeNull();
      expect(gaps.map(({ message }) => message)).toEqual([
        '21 segments are too many to compare in pairs: choose at most 20.',
      ]);
      const twenty = analyseSegments(notebookOf([HEADER, ...rows.slice(1)]), { pairs: true });
      expect(twenty.pairs).toHaveLength(190);
      expect(twenty.gaps).toEqual([]);
    });

    it('of few customers', () => {
      const analysis = analyseSegments(notebookOf([HEADER, '2024-07,A,4,0,1', '2024-07,B,5,0,1']));
      expect(codes(analysis)).toEqual(['small-counts']);
      expect(analysis.lines[0]?.rest).toMatchObject({ test: 'fisher', evidence: false });
    });
  });

  it('shows 200 segments, at the cost of what it shows', () => {
    const rows = Array.from({ length: 200 }, (_, segment) =>
      Array.from(
        { length: 24 },
        (_, i) => `${month(2022, 8, i)},segment ${segment},100,0,${(segment + i) % 40}`,
      ),
    ).flat();
    const notebook = notebookOf([HEADER, ...rows]);
    notebook.summary(null);
    const reads = countReads(notebook);
    const analysis = analyseSegments(notebook, { pairs: true });
    expect(analysis.lines).toHaveLength(200);
    expect(analysis.lines.every(({ series }) => series.length === 12)).toBe(true);
    expect(messages(analysis)).toEqual(['200 segments are too many to compare in pairs: choose at most 20.']);
    // Five counts of 12 periods and 200 segments, for themselves and as parts of the sum.
    expect(reads.count).toBeLessThan(5 * 12 * 200 * 3);
    const before = reads.count;
    analyseSegments(notebook, { segments: ['segment 1', 'segment 2'], last: 2 });
    expect(reads.count - before).toBeLessThan(5 * 2 * 200 * 3);
    // After an edit, what was read of other segments and of other periods still holds.
    notebook.apply(setCell(notebook.document, notebook.document.rowCount - 1, 'lost', '3'));
    const edited = reads.count;
    analyseSegments(notebook);
    expect(reads.count - edited).toBeLessThan(5 * 200 * 2);
  });

  it('adds up to the change of the total, and follows edits', () => {
    fc.assert(
      fc.property(file, fc.nat(), fc.constantFrom('0', '7', '90', ''), (text, row, value) => {
        const notebook = LiveNotebook.open(text, { today: TODAY });
        const { document } = notebook;
        if (document.rowCount > 0) {
          analyseSegments(notebook, { pairs: true });
          notebook.apply(setCell(document, row % document.rowCount, 'lost', value));
        }
        const seen = analyseSegments(notebook, { pairs: true });
        const anew = analyseSegments(LiveNotebook.open(document.text, { today: TODAY }), { pairs: true });
        if (!isDeepStrictEqual(seen, anew)) expect(seen).toEqual(anew);
        const { mix, totalIsSum, before, after } = seen;
        const { points, before: first, after: last } = analyseChange(notebook, null);
        if (
          totalIsSum &&
          'change' in mix &&
          first?.name === before &&
          last?.name === after &&
          points.value !== null
        ) {
          expect(mix.change * 100).toBeCloseTo(points.value, 8);
          expect(mix.rate + mix.mix).toBeCloseTo(mix.change, 8);
        }
      }),
      { numRuns: 150 },
    );
  });
});
