import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFlow, LiveNotebook } from '../../../../src/core';
import type { Flow } from '../../../../src/core';
import { file } from '../live/generators';
import { countReads, month, notebookOf, TODAY } from './notebooks';

const HEADER = 'period,start,new,lost,end,reactivated';
const shape = ({ steps }: Flow) =>
  steps.map(({ id, amount, from, to }) => [id, amount.value ?? 'message' in amount, from, to]);
const messages = ({ gaps }: Flow): string[] => gaps.map(({ message }) => message);

describe('analyseFlow', () => {
  it('takes the last complete period', () => {
    const flow = analyseFlow(
      notebookOf([HEADER, '2024-06,1,0,0,,', '2024-07,500,50,100,,', '2024-08,450,0,9,,']),
      null,
    );
    expect(flow).toMatchObject({
      choices: ['2024-06', '2024-07', '2024-08'],
      first: '2024-07',
      last: '2024-07',
      periods: 1,
      incomplete: false,
      netGrowth: { value: -50 },
      gaps: [],
    });
    expect(shape(flow)).toEqual([
      ['start', 500, 0, 500],
      ['new', 50, 500, 550],
      ['lost', -100, 550, 450],
      ['end', 450, 0, 450],
    ]);
  });

  it('shows those won back where there are any', () => {
    expect(shape(analyseFlow(notebookOf([HEADER, '2024-07,100,5,10,,3']), null))).toEqual([
      ['start', 100, 0, 100],
      ['new', 5, 100, 105],
      ['reactivated', 3, 105, 108],
      ['lost', -10, 108, 98],
      ['end', 98, 0, 98],
    ]);
  });

  it('adds up a range, whichever way round it is named', () => {
    const notebook = notebookOf([
      HEADER,
      '2024-04,1,0,0,,',
      '2024-05,100,5,10,,',
      '2024-06,95,5,0,,',
      '2024-07,100,0,50,,',
    ]);
    const flow = analyseFlow(notebook, null, { from: '2024-05', to: '2024-07' });
    expect(flow).toMatchObject({ first: '2024-05', last: '2024-07', periods: 3, netGrowth: { value: -50 } });
    expect(shape(flow)).toEqual([
      ['start', 100, 0, 100],
      ['new', 10, 100, 110],
      ['lost', -60, 110, 50],
      ['end', 50, 0, 50],
    ]);
    expect(analyseFlow(notebook, null, { from: '2024-07', to: '2024-05' })).toEqual(flow);
    expect(analyseFlow(notebook, null, { together: true, last: 3 })).toMatchObject({
      ...flow,
      choices: flow.choices.slice(1),
    });
    expect(analyseFlow(notebook, null, { from: '2024-05' })).toMatchObject({ first: '2024-05', periods: 1 });
    expect(analyseFlow(notebook, null, { from: '2023-01', to: '2024-05' })).toMatchObject({ periods: 1 });
    expect(analyseFlow(notebook, null, { from: 'gone' })).toMatchObject({ first: '2024-07', periods: 1 });
  });

  it('shows a running period when asked, or when there is no other', () => {
    const notebook = notebookOf([HEADER, '2024-08,100,5,1,,']);
    expect(analyseFlow(notebook, null)).toMatchObject({ first: '2024-08', incomplete: true });
  });

  it('makes what does not balance a step of its own', () => {
    const flow = analyseFlow(notebookOf([HEADER, '2024-07,500,50,100,400,']), null);
    expect(shape(flow).slice(-2)).toEqual([
      ['unexplained', -50, 450, 400],
      ['end', 400, 0, 400],
    ]);
    expect(messages(flow)).toEqual([
      '2024-07 does not balance: 500 + 50 − 100 is 450, but end is 400: 50 customers are missing.',
    ]);
    expect(messages(analyseFlow(notebookOf([HEADER, '2024-07,5,0,1,6,1']), null))).toEqual([
      '2024-07 does not balance: 5 + 0 + 1 − 1 is 5, but end is 6: 1 customer is too many.',
    ]);
  });

  it('says where a range breaks', () => {
    const notebook = notebookOf([
      HEADER,
      '2024-02,100,0,10,80,',
      '2024-04,85,0,5,70,',
      '2024-05,70,0,5,,',
      '2024-06,60,0,5,,',
    ]);
    const flow = analyseFlow(notebook, null, { from: '2024-02', to: '2024-06' });
    expect(messages(flow)).toEqual([
      '1 month is missing between 2024-02 and 2024-04: what happened then is not shown. Add the rows.',
      '2024-02 and 2024-04 do not balance: start + new + reactivated − lost is not end.',
      '2024-04 and 2024-06 do not start with the end of the period before.',
    ]);
    expect(flow.gaps.map(({ rows }) => rows)).toEqual([[], [0, 1], [1, 3]]);
    expect(shape(flow).at(-2)).toEqual(['unexplained', -20, 75, 55]);
  });

  it('shows what it can where counts are missing', () => {
    const flow = analyseFlow(notebookOf([HEADER, '2024-07,100,,,99,']), null);
    expect(shape(flow)).toEqual([
      ['start', 100, 0, 100],
      ['new', true, 100, null],
      ['lost', true, null, null],
      ['end', 99, 0, 99],
    ]);
    expect(flow.netGrowth).toEqual({ value: -1 });
    expect(messages(flow)).toEqual([
      '2024-07 does not say new and lost: the way from start to end is not complete.',
    ]);
    expect(flow.steps[1]?.amount).toMatchObject({ message: 'New of 2024-07 is blank, which means unknown.' });
  });

  it('names the periods that do not say enough, or start with others than there were', () => {
    const rows = ['2024-05,100,0,10,90,', '2024-06,80,0,10,,', '2024-07,70,,,60,', '2024-08,60,,,,'];
    const flow = analyseFlow(notebookOf([HEADER, ...rows]), null, { from: '2024-05', to: '2024-08' });
    expect(messages(flow)).toEqual([
      '2024-07 and 2024-08 do not say some counts: the way from start to end is not complete.',
      '2024-06 does not start with the end of the period before.',
    ]);
  });

  it('shows nobody as nobody', () => {
    const flow = analyseFlow(notebookOf([HEADER, '2024-07,0,0,0,,']), null);
    expect(shape(flow)).toEqual([
      ['start', 0, 0, 0],
      ['new', 0, 0, 0],
      ['lost', 0, 0, 0],
      ['end', 0, 0, 0],
    ]);
    expect(flow.gaps).toEqual([]);
  });

  it('says that there is nothing', () => {
    const flow = analyseFlow(notebookOf([HEADER]), null);
    expect(flow).toMatchObject({ first: null, steps: [], netGrowth: { reason: 'no-period' } });
    expect(messages(flow)).toEqual(['There is no period yet.']);
  });

  it('adds up segments', () => {
    const rows = Array.from({ length: 200 }, (_, i) => `2024-07,segment ${i},10,1,2,,`);
    const flow = analyseFlow(notebookOf(['period,segment,start,new,lost,end,reactivated', ...rows]), null);
    expect(shape(flow)).toEqual([
      ['start', 2000, 0, 2000],
      ['new', 200, 2000, 2200],
      ['lost', -400, 2200, 1800],
      ['end', 1800, 0, 1800],
    ]);
  });

  it('ends where the counts say it ends, and costs what it shows', () => {
    fc.assert(
      fc.property(file, (text) => {
        const notebook = LiveNotebook.open(text, { today: TODAY });
        const { choices } = analyseFlow(notebook, null);
        const flow = analyseFlow(notebook, null, { from: choices[0] ?? '', to: choices.at(-1) ?? '' });
        let level: number | null = 0;
        for (const { id, amount, from, to } of flow.steps.slice(0, -1)) {
          expect(from).toBe(level);
          if (to !== null) expect(to).toBeCloseTo((from ?? 0) + (amount.value ?? Number.NaN), 9);
          level = to;
          expect(id).not.toBe('end');
        }
        const end = flow.steps.at(-1);
        if (end !== undefined && level !== null && end.to !== null) expect(level).toBe(end.to);
      }),
      { numRuns: 100 },
    );
    const rows = Array.from({ length: 3000 }, (_, i) => `${month(1774, 1, i)},100,0,10,,`);
    const notebook = notebookOf([HEADER, ...rows]);
    notebook.summary(null);
    const reads = countReads(notebook);
    analyseFlow(notebook, null);
    expect(reads.count).toBeLessThan(200);
  });
});
