import { describe, expect, it } from 'vitest';
import { analyseReasons } from '../../../../src/core';
import type { Reasons } from '../../../../src/core';
import { countReads, month, notebookOf } from './notebooks';

const HEADER = 'period,start,new,lost,reason_too_expensive,reason_unused,reason_other';
const bars = (reasons: Reasons) =>
  reasons.bars.map(({ label, count, share, vital }) => [label, count, share, vital]);
const messages = ({ gaps }: Reasons): string[] => gaps.map(({ message }) => message);

describe('analyseReasons', () => {
  it('sorts the reasons of the last complete period and keeps the rest in the total', () => {
    const reasons = analyseReasons(
      notebookOf([HEADER, '2024-06,9,0,9,0,9,0', '2024-07,100,0,20,5,12,1', '2024-08,80,0,1,1,,'], {
        settings: ['label_reason_other: Anything else'],
      }),
      null,
    );
    expect(bars(reasons)).toEqual([
      ['unused', 12, 0.6, true],
      ['too expensive', 5, 0.25, true],
      ['Anything else', 1, 0.05, false],
    ]);
    expect(reasons).toMatchObject({
      first: '2024-07',
      last: '2024-07',
      periods: 1,
      of: 20,
      none: null,
      gaps: [],
    });
    expect([reasons.lost, reasons.unexplained]).toEqual([{ value: 20 }, { value: 2 }]);
    expect(reasons.bars.map(({ cumulative, column }) => [cumulative, column])).toEqual([
      [0.6, 5],
      [0.85, 4],
      [0.9, 6],
    ]);
  });

  it('adds up a range and segments', () => {
    const notebook = notebookOf([
      'period,segment,start,new,lost,reason_price,reason_bugs',
      '2024-06,A,100,0,10,4,',
      '2024-06,B,100,0,10,1,9',
      '2024-07,A,90,0,10,10,0',
    ]);
    const all = analyseReasons(notebook, null, { from: '2024-06', to: '2024-07' });
    expect(bars(all)).toEqual([
      ['price', 15, 0.5, true],
      ['bugs', 9, 0.3, true],
    ]);
    expect(all).toMatchObject({ periods: 2, choices: ['2024-06', '2024-07'], unexplained: { value: 6 } });
    expect(bars(analyseReasons(notebook, 'B'))).toEqual([
      ['bugs', 9, 0.9, true],
      ['price', 1, 0.1, false],
    ]);
  });

  it('names the measures that answer a reason', () => {
    const notebook = notebookOf(
      ['period,segment,start,lost,reason_price', '2024-07,A,9,2,1', '2024-07,B,9,2,1'],
      {
        notes: [
          '- [ ] Price lock {reason=price segment=A}',
          '- [-] Discount {reason=price}',
          '- [/] Survey {reason=unused}',
          '- [x] Annual plan {reason=price}',
        ],
      },
    );
    expect(analyseReasons(notebook, null).bars[0]?.measures).toEqual([0, 3]);
    expect(analyseReasons(notebook, 'B').bars[0]?.measures).toEqual([3]);
  });

  describe('says what it cannot show', () => {
    it('without a column', () => {
      const reasons = analyseReasons(notebookOf(['period,start,lost', '2024-07,10,1']), null);
      expect(reasons).toMatchObject({ bars: [], none: { reason: 'needs-column' }, lost: { value: 1 } });
      expect(messages(reasons)[0]).toContain('Add one such as reason_price');
    });

    it.each([
      ['no period', [], 'no-period'],
      ['no reason', ['2024-07,10,0,1,,,'], 'blank'],
      ['nobody lost', ['2024-07,10,0,0,0,0,0'], 'zero-denominator'],
      ['only words', ['2024-07,10,0,1,many,,'], 'blank'],
    ])('with %s', (_name, rows, reason) => {
      const reasons = analyseReasons(notebookOf([HEADER, ...rows]), null);
      expect(reasons).toMatchObject({ bars: [], none: { reason }, of: 0 });
      expect(reasons.gaps.map(({ code }) => code)).toEqual(['no-reasons']);
    });

    it('where reasons exceed the lost', () => {
      const reasons = analyseReasons(notebookOf([HEADER, '2024-07,100,0,20,15,10,0']), null);
      expect(reasons).toMatchObject({ of: 25, unexplained: { reason: 'out-of-range' } });
      expect(bars(reasons)[0]).toEqual(['too expensive', 15, 0.6, true]);
      expect(reasons.gaps).toEqual([
        {
          code: 'reasons-exceed-lost',
          message: 'The reasons of 2024-07 add up to 25, but only 20 were lost. Check both.',
          rows: [0],
        },
      ]);
    });

    it('where the reasons of one row exceed its lost but not those of all', () => {
      const rows = ['2024-05,9,0,1,2,,', '2024-06,9,0,9,,,9', '2024-07,9,0,1,2,,'];
      const reasons = analyseReasons(notebookOf([HEADER, ...rows]), null, { from: '2024-05', to: '2024-07' });
      expect(reasons.gaps).toMatchObject([{ code: 'reasons-exceed-lost', rows: [0, 2] }]);
      expect(messages(reasons)[0]).toContain(
        '2 rows have more reasons than lost customers (2024-05 and 2024-07)',
      );
    });

    it('where lost is unknown', () => {
      const reasons = analyseReasons(notebookOf([HEADER, '2024-07,100,,,3,1,']), null);
      expect(bars(reasons)[0]).toEqual(['too expensive', 3, 0.75, true]);
      expect(messages(reasons)).toEqual([
        'Lost of 2024-07 is not known. Shares are of the customers with a reason.',
      ]);
    });

    it('where most give no reason', () => {
      const reasons = analyseReasons(notebookOf([HEADER, '2024-07,100,0,20,5,0,0']), null);
      expect(messages(reasons)).toEqual([
        '15 of 20 lost customers (75.0 %) have no reason: ask them before acting on the others.',
      ]);
      expect(analyseReasons(notebookOf([HEADER, '2024-07,100,0,20,16,0,0']), null).gaps).toEqual([]);
    });
  });

  it('costs the periods it shows', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `${month(1774, 1, i)},100,0,10,4,3,1`);
    const notebook = notebookOf([HEADER, ...rows]);
    notebook.summary(null);
    const reads = countReads(notebook);
    expect(analyseReasons(notebook, null, { from: '2023-01', to: '2023-12' }).bars).toHaveLength(3);
    expect(reads.count).toBeLessThan(400);
  });
});
