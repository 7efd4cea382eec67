import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, dayOf, formatDay, LiveNotebook, setCell } from '../../../../src/core';
import type { NotebookPeriod } from '../../../../src/core';
import { file, step } from './generators';

const TODAY = dayOf(2024, 8, 15);

function open(rows: readonly string[], { settings = '', today = TODAY } = {}): LiveNotebook {
  const front = settings === '' ? '' : `#---\n# retention: 1\n${settings}\n#---\n`;
  return LiveNotebook.open(`${front}${rows.join('\n')}\n`, { today });
}

const names = (periods: readonly NotebookPeriod[]): string[] => periods.map(({ name }) => name);

describe('LiveNotebook.periods', () => {
  it('are the last ones in time, wherever their rows are', () => {
    const notebook = open([
      'period,start,new,lost',
      '2024-03,95,0,5',
      '2024-01,100,5,10',
      '2024-02,95,10,10',
    ]);
    expect(names(notebook.periods(null, { last: 2 }))).toEqual(['2024-02', '2024-03']);
    expect(names(notebook.periods(null, { last: Infinity }))).toEqual(['2024-01', '2024-02', '2024-03']);
    expect(notebook.periods(null, { last: 0 })).toEqual([]);
    expect(notebook.periodCount(null)).toBe(3);
  });

  it('say everything a row says', () => {
    const notebook = open(['period,start,new,lost,goal', '2024-01,500,50,100,85%'], {
      settings: '# goal: 90%',
    });
    expect(notebook.periods(null, { last: 1 })).toMatchObject([
      {
        name: '2024-01',
        firstDay: dayOf(2024, 1, 1),
        lastDay: dayOf(2024, 1, 31),
        incomplete: false,
        planned: false,
        rows: [0],
        counts: { start: 500, new: 50, lost: 100, end: 450, reactivated: null },
        retained: { held: 400, start: 500 },
        crr: { value: 0.8 },
        churn: { value: 0.2 },
        wilson: { level: 0.95 },
        goal: { share: 0.85 },
        gapPoints: { value: -5 },
        customersShort: { value: 25 },
      },
    ]);
  });

  it('take the goal of the file where the row has none', () => {
    const notebook = open(['period,start,lost', '2024-01,500,100'], { settings: '# goal: 90%' });
    expect(notebook.periods(null, { last: 1 })[0]!.goal?.share).toBe(0.9);
  });

  it('say why there is no rate', () => {
    const notebook = open([
      'period,start,new,lost,end',
      '2024-01,0,5,0,5',
      '2024-02,100,,,99',
      '2024-03,10,0,,20',
      '2024-04,x,0,1,',
    ]);
    const reasons = notebook
      .periods(null, { last: 9 })
      .map(({ crr, wilson }) => [
        'reason' in crr ? crr.reason : crr.value,
        'reason' in wilson ? wilson.reason : wilson.low,
      ]);
    expect(reasons).toEqual([
      ['start-is-zero', 'start-is-zero'],
      ['new-and-lost-unknown', 'new-and-lost-unknown'],
      [2, 'out-of-range'],
      ['blank', 'blank'],
    ]);
  });

  it('are the sum of the segments where there is no row for all customers', () => {
    const notebook = open([
      'period,segment,start,new,lost',
      '2024-01,A,100,0,10',
      '2024-02,A,90,0,9',
      '2024-01,B,300,5,30',
      '2024-02,B,275,,',
    ]);
    const [january, february] = notebook.periods(null, { last: 12 });
    expect(january).toMatchObject({
      rows: [0, 2],
      counts: { start: 400, new: 5, lost: 40, end: 365 },
      crr: { value: 0.9 },
    });
    // Unknown in one segment is unknown in the sum.
    expect(february).toMatchObject({ rows: [1, 3], counts: { start: 365, lost: null }, retained: null });
    expect(february!.crr).toMatchObject({ reason: 'blank' });
    expect('message' in february!.crr && february!.crr.message).toContain('Segment B');
    expect(names(notebook.periods('B', { last: 1 }))).toEqual(['2024-02']);
    expect(notebook.periods('A', { last: 1 })[0]).toMatchObject({ rows: [1], crr: { value: 0.9 } });
  });

  it('do not sum segments beside rows for all customers', () => {
    const notebook = open([
      'period,segment,start,lost',
      '2024-01,,100,10',
      '2024-01,A,60,6',
      '2024-02,A,54,4',
    ]);
    expect(notebook.periods(null, { last: 9 })).toMatchObject([{ rows: [0], counts: { start: 100 } }]);
    expect(notebook.periods('', { last: 9 })).toEqual(notebook.periods(null, { last: 9 }));
  });

  it('flag what is running, and keep plans for those who ask', () => {
    const notebook = open([
      'period,start,new,lost',
      '2024-06,100,0,1',
      '2024-07,99,0,9',
      '2024-08,90,0,3',
      '2024-09,,,',
      '2024-10,87,0,1',
    ]);
    const shown = notebook.periods(null, { last: 2 });
    expect(names(shown)).toEqual(['2024-07', '2024-08']);
    expect(shown[1]).toMatchObject({
      incomplete: true,
      planned: false,
      crr: { value: 87 / 90 },
      gapPoints: { reason: 'no-goal' },
    });
    const planned = notebook.periods(null, { last: 2, plans: true });
    expect(planned.map((period) => [period.name, period.incomplete, period.planned])).toEqual([
      ['2024-07', false, false],
      ['2024-08', true, false],
      ['2024-09', true, true],
      ['2024-10', true, true],
    ]);
    expect(notebook.periodCount(null)).toBe(3);
  });

  it('take rows at the end without any count for plans, one in between for a hole', () => {
    const notebook = open([
      'period,start,new,lost',
      '2024-01,9,0,1',
      '2024-02,,,',
      '2024-03,8,0,1',
      '2024-04,,,',
    ]);
    expect(names(notebook.periods(null, { last: 9 }))).toEqual(['2024-01', '2024-02', '2024-03']);
    expect(notebook.periods(null, { last: 9 })[1]).toMatchObject({
      planned: false,
      crr: { reason: 'blank' },
    });
  });

  it('have a repeated period once: its first row', () => {
    const notebook = open(['period,start,lost', '2024-02,100,50', '2024-01,100,10', '2024-01,100,90']);
    expect(notebook.periods(null, { last: 9 })).toMatchObject([{ rows: [1] }, { rows: [0] }]);
    notebook.apply(setCell(notebook.document, 1, 'period', '2023-12'));
    expect(notebook.periods(null, { last: 2 })).toMatchObject([{ rows: [2] }, { rows: [0] }]);
  });

  it('leave out rows of another length', () => {
    const rows = ['period,start,lost', '2024-01,100,10', '2024-02,90,10', '2024-Q1,100,30', 'soon,1,1'];
    expect(names(open(rows).periods(null, { last: 9 }))).toEqual(['2024-01', '2024-02']);
    expect(names(open(rows, { settings: '# granularity: quarter' }).periods(null, { last: 9 }))).toEqual([
      '2024-Q1',
    ]);
    expect(open(rows, { settings: '# granularity: week' }).periods(null, { last: 9 })).toEqual([]);
  });

  it('of a segment that is not there are none', () => {
    const notebook = open(['period,start,lost', '2024-01,100,10']);
    expect(notebook.periods('nobody', { last: 9 })).toEqual([]);
    expect(notebook.periodCount('nobody')).toBe(0);
    expect(open(['period,start']).periods(null, { last: 9 })).toEqual([]);
  });

  it('cost those asked for, not the file', () => {
    const first = dayOf(1990, 1, 1);
    const rows = Array.from({ length: 10_000 }, (_, day) => `${formatDay(first + day)},100,1,2`);
    const notebook = open(['period,start,new,lost', ...rows]);
    expect(notebook.periodCount(null)).toBe(10_000);
    let reads = 0;
    const { document } = notebook;
    const number = document.number.bind(document);
    document.number = (row, id) => {
      reads++;
      return number(row, id);
    };
    expect(notebook.periods(null, { last: 12 })).toHaveLength(12);
    expect(reads).toBeLessThan(12 * 10);
  });

  it('after any edits are those of a notebook opened anew', () => {
    const observe = (notebook: LiveNotebook): unknown =>
      [null, '', ...notebook.segments, 'nobody'].flatMap((segment) => [
        notebook.periodCount(segment),
        notebook.periods(segment, { last: 3 }),
        notebook.periods(segment, { last: Infinity, plans: true }),
      ]);
    fc.assert(
      fc.property(file, fc.array(step, { maxLength: 8 }), (text, steps) => {
        const notebook = LiveNotebook.open(text, { today: TODAY });
        let expected = text;
        for (const next of steps) {
          const edits = next(notebook);
          expected = applyEdits(expected, edits);
          notebook.apply(edits);
          const [seen, fresh] = [observe(notebook), observe(LiveNotebook.open(expected, { today: TODAY }))];
          if (!isDeepStrictEqual(seen, fresh)) expect(seen).toEqual(fresh);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('say of the last complete period what the summary says', () => {
    fc.assert(
      fc.property(file, (text) => {
        const notebook = LiveNotebook.open(text, { today: TODAY });
        for (const segment of [null, ...notebook.segments]) {
          const last = notebook
            .periods(segment, { last: Infinity })
            .filter((one) => !one.incomplete)
            .at(-1);
          const { period, retention, wilson, gapPoints, customersShort } = notebook.summary(segment);
          if (last === undefined) expect(period).toBeNull();
          else {
            expect({ period, retention, wilson, gapPoints, customersShort }).toEqual({
              period: last.name,
              retention: last.crr,
              wilson: last.wilson,
              gapPoints: last.gapPoints,
              customersShort: last.customersShort,
            });
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
