import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveNotebook } from '../../../src/core';
import { html, markdown, reportPage } from '../../../src/report';
import type { Block, ReportPage } from '../../../src/report';
import { notebookOf, TODAY } from '../core/analysis/notebooks';
import { file } from '../core/live/generators';

const plain = (text: string): string => text.replaceAll('\u202f', ' ');
const page = (rows: readonly string[], options: Parameters<typeof notebookOf>[1] = {}): ReportPage =>
  reportPage(notebookOf(rows, options), { file: 'dir/shop.retention' });
const texts = ({ blocks }: ReportPage): string[] =>
  blocks.flatMap((block) => (block.kind === 'text' || block.kind === 'heading' ? [plain(block.text)] : []));
const headings = ({ blocks }: ReportPage): string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
const only = <K extends Block['kind']>({ blocks }: ReportPage, kind: K): Extract<Block, { kind: K }>[] =>
  blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);

const HEADER = 'period,start,new,lost,reason_price,reason_bugs';
const GOAL = ['goal: 85%', 'title: Acme'];

describe('reportPage', () => {
  it('says first what a manager must know', () => {
    const report = page([HEADER, '2024-06,500,50,50,,', '2024-07,500,0,100,60,20'], { settings: GOAL });
    expect([report.title, report.subtitle]).toEqual([
      'Acme',
      'All customers · 2024-07, the last complete period',
    ]);
    expect(texts(report)[0]).toBe(
      'In 2024-07, 80.0 % of the customers stayed (between 76.3 % and 83.3 % with 95 % confidence). ' +
        'That is 5.0 pt below the goal of 85.0 %: 25 customers short. ' +
        'A miss of this size is more than chance explains (p = 0.002).',
    );
    const [figures] = only(report, 'figures');
    expect(
      figures?.figures.map(({ label, value, remark, tone }) =>
        plain(`${label}: ${value}, ${remark} ${tone}`),
      ),
    ).toEqual([
      'Retention: 80.0 %, 76.3–83.3 % (95 %) neutral',
      'Churn: 20.0 %, 100 lost neutral',
      'Goal gap: −5.0 pt, goal 85.0 % bad',
      'Customers short: 25, goal 85.0 % bad',
      '2024 from 2024-06 so far: 72.0 %, needs 85.1 % in each of the 5 left neutral',
    ]);
    expect(report.footer).toBe(
      'Calculated from shop.retention as of 2024-08-15; method classic; intervals by Wilson, 95 %.',
    );
  });

  it('says what changed, whether it is noise, and why customers left', () => {
    const report = page([HEADER, '2024-06,500,50,50,,', '2024-07,500,0,100,60,20'], { settings: GOAL });
    expect(headings(report)).toEqual(['What changed', 'Why customers left', 'The plan', 'The numbers']);
    expect(texts(report)).toContain(
      'Retention fell by 10.0 pt from 90.0 % in 2024-06 to 80.0 % in 2024-07. That is more than chance explains (p < 0.001).',
    );
    expect(only(report, 'list')[0]?.items.map(plain)).toEqual([
      'price: 60 (60.0 %)',
      'bugs: 20 (20.0 %)',
      'No reason known: 20 (20.0 %)',
    ]);
    expect(only(report, 'trend')).toHaveLength(1);
    expect(only(report, 'reasons')).toHaveLength(1);
  });

  it('says when a miss may be chance, and when the goal is reached', () => {
    expect(texts(page([HEADER, '2024-07,20,0,4,,'], { settings: GOAL }))[0]).toContain(
      'A miss of this size may be chance',
    );
    expect(texts(page([HEADER, '2024-07,100,0,4,,'], { settings: GOAL }))[0]).toContain(
      'The goal of 85.0 % is reached, with 11 customers to spare.',
    );
    expect(texts(page([HEADER, '2024-07,100,0,4,,']))[0]).not.toContain('goal');
  });

  it('lists the plan, the active first, with what experiments showed', () => {
    const report = page([HEADER, '2024-07,100,0,10,9,1'], {
      settings: ['label_reason_price: Too expensive'],
      notes: [
        '- [x] Welcome calls {since=2024-06 control=498/600 variant=540/600}',
        '- [ ] Win-back {due=2024-07-01}',
        '- [-] Discount',
        '- [/] Price lock {due=2024-12-31 segment=SMB reason=price}',
        '- [?] Unknown',
      ],
    });
    const [tasks] = only(report, 'tasks');
    expect(tasks?.tasks.map(({ status, text }) => [status, text])).toEqual([
      ['active', 'Price lock'],
      ['planned', 'Win-back'],
      ['status unknown', 'Unknown'],
      ['done', 'Welcome calls'],
    ]);
    expect(tasks?.tasks[0]?.details).toEqual(['due 2024-12-31', 'for SMB', 'against “Too expensive”']);
    expect(tasks?.tasks[1]?.details).toEqual(['was due 2024-07-01']);
    expect(tasks?.tasks[3]?.details[1]).toContain('That is more than chance explains');
    expect(texts(report)).toContain('One measure was dropped.');
  });

  it('puts segments beside each other and takes the change apart', () => {
    const rows = [
      '2024-06,A,1000,0,100',
      '2024-06,B,1000,0,400',
      '2024-07,A,900,0,90',
      '2024-07,B,300,0,144',
    ];
    const report = page(['period,segment,start,new,lost', ...rows]);
    expect(texts(report)).toContain(
      'Of the +5.5 pt, −3.0 pt come from the rates of the segments and +8.5 pt from how customers are spread over them. A contributes most: +3.1 pt.',
    );
    expect(texts(report)).toContain(
      'B keeps the fewest: 52.0 %. The segments differ by more than chance explains (p < 0.001).',
    );
    const [table] = only(report, 'table');
    expect(table?.rows.map((row) => row.map(plain))).toEqual([
      ['A', '900', '90.0 %', '87.9–91.8 %', '0.0 pt', 'better'],
      ['B', '300', '52.0 %', '46.4–57.6 %', '−8.0 pt', 'worse'],
    ]);
    expect(
      headings(
        reportPage(notebookOf(['period,segment,start,new,lost', ...rows]), { file: 'a', segment: 'A' }),
      ),
    ).not.toContain('Segments');
  });

  it('shows the largest of many segments', () => {
    const rows = Array.from({ length: 200 }, (_, i) => `2024-07,s${i},${i + 10},0,1`);
    const report = page(['period,segment,start,new,lost', ...rows]);
    expect(only(report, 'table')[0]?.rows.map(([name]) => name)).toEqual(
      [199, 198, 197, 196, 195, 194, 193, 192].map((i) => `s${i}`),
    );
    expect(texts(report)).toContain('The 8 largest of 200 segments.');
  });

  it('shows revenue where there is any', () => {
    const report = page(
      [
        'period,start,new,lost,start_mrr,new_mrr,expansion,contraction,churned_mrr',
        '2024-07,100,0,25,1000,0,50,20,80',
      ],
      { settings: ['currency: EUR', 'goal_nrr: 100%'] },
    );
    expect(
      only(report, 'figures')[1]?.figures.map(({ value, remark }) => plain(`${value} ${remark}`)),
    ).toEqual(['90.0 % ', '95.0 % goal 100.0 % · −5.0 pt', '950 EUR ']);
    expect(texts(report)).toContain(
      '5 points more retention would make a customer worth 25.0 % more, at a baseline of 75.0 % per month, undiscounted. That is the value of a customer over time, not profit of next year.',
    );
  });

  it('gathers what cannot be said, each once, and that the file has problems', () => {
    const report = page([HEADER, '2024-03,100,0,10,20,', '2024-06,0,5,0,,', '2024-07,50,0,3,x,']);
    expect(headings(report).at(-1)).toBe('Read with care');
    const care = only(report, 'list').at(-1)?.items ?? [];
    expect(new Set(care).size).toBe(care.length);
    expect(care.join('\n')).toContain('2 months are missing between 2024-03 and 2024-06');
    expect(care.join('\n')).toContain('2024-06 has no retention rate: Start is 0');
    expect(care.at(-1)).toMatch(/^The file has \d+ errors? and \d+ warnings?; the notebook/);
  });

  it.each([
    ['an empty file', '', 'There is no period yet.'],
    ['a header', 'period,start\n', 'There is no period yet.'],
    ['only a running period', 'period,start,lost\n2024-08,9,1\n', 'No period has ended yet.'],
    [
      'a period without a rate',
      'period,start,end\n2024-07,9,9\n',
      '2024-07 has no retention rate. Start and end alone',
    ],
  ])('of %s says that there is nothing', (_name, text, words) => {
    const report = reportPage(LiveNotebook.open(text, { today: TODAY }), { file: 'x' });
    expect(texts(report)[0]).toContain(words);
    expect(report.title).toBe('Customer retention: x');
  });

  it('writes something of anything, and nothing that is not a number', () => {
    fc.assert(
      fc.property(file, (text) => {
        const report = reportPage(LiveNotebook.open(text, { today: TODAY }), { file: 'x' });
        for (const written of [markdown([report]), html([report])]) {
          expect(written).not.toMatch(/NaN|Infinity|undefined|null/);
        }
      }),
      { numRuns: 100 },
    );
  });
});
