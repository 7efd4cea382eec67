import { describe, expect, it } from 'vitest';
import { plain, retention } from './helpers';

const QUARTERS = `#---
# retention: 1
# title: 'Acme | 2024'
# goal: 85%
#---
period,start,new,lost,end,note
2024-Q1,100,15,10,105,
2024-Q2,105,50,,128,
2025-Q1,128,1,2,127,
`;
const SEGMENTS = 'period,segment,start,lost\n2024,=HYPERLINK("x"),100,10\n2024,"B, ""b""",0,0\n';

describe('retention report', () => {
  it('prints rows, summary and the number of problems', async () => {
    const { code, out, err } = await retention(['report', 'acme.retention'], { 'acme.retention': QUARTERS });
    expect([code, err]).toEqual([0, '']);
    expect(plain(out).split('\n')).toEqual([
      'Acme | 2024 (acme.retention)',
      'Goal 85.0 % per quarter · method classic',
      '',
      'period     start  new  lost  end     CRR  95 % interval   churn    goal       gap  short',
      '─────────  ─────  ───  ────  ───  ──────  ─────────────  ──────  ──────  ────────  ─────',
      '2024-Q1      100   15    10  105  90.0 %    82.6–94.5 %  10.0 %  85.0 %   +5.0 pt      0',
      '2024-Q2      105   50   27ᵈ  128  74.3 %    65.2–81.7 %  25.7 %  85.0 %  −10.7 pt     12',
      '2025-Q1 …    128    1     2  127  98.4 %    94.5–99.6 %   1.6 %  85.0 %         –      –',
      'ᵈ follows from the other counts',
      '… not over yet: not in means and goals',
      '',
      'All customers: 2024-Q2, the last complete period',
      '  Retention         74.3 %  65.2–81.7 % (95 %)',
      '  Churn             25.7 %  27 lost',
      '  Goal gap        −10.7 pt  goal 85.0 %, 12 customers short',
      // 90 % × 74.3 %; and (0.85⁴ / 0.669)^½ for the two quarters left.
      '  Year 2024         66.9 %  2 of 4 periods compounded',
      '  Needed            88.4 %  in each of the 2 periods left',
      // (90 + 78) of (100 + 105).
      '  Weighted mean     82.0 %',
      '  Simple mean       82.1 %',
      '  Geometric mean    81.8 %',
      '  Compounded        66.9 %',
      '',
      'No problems.',
      '',
    ]);
  });

  it('writes a row for each period of each file as CSV, with shares', async () => {
    const { out } = await retention(['report', '--format', 'csv', 'a'], { a: QUARTERS });
    const lines = out.split('\n');
    expect(lines[0]).toBe(
      'period,segment,start,new,lost,end,reactivated,derived,incomplete,crr,churn,endStartRatio,netGrowth,goal,' +
        'gapPoints,customersShort,lossAllowance,wilsonLow,wilsonHigh,reason',
    );
    expect(lines[1]).toMatch(
      /^2024-Q1,,100,15,10,105,,,false,0\.9,0\.1,1\.05,5,0\.85,5,0,15,0\.82\d+,0\.94\d+,$/,
    );
    expect(lines[2]).toMatch(/^2024-Q2,,105,50,27,128,,lost,false,0\.742857142857142\d*,/);
    expect(lines[3]).toMatch(/^2025-Q1,,128,1,2,127,,,true,0\.984375,/);
    expect(lines).toHaveLength(5);
  });

  it('keeps spreadsheets from running a file’s text', async () => {
    const { out } = await retention(['report', '--format', 'csv', 'a', '=b'], {
      a: SEGMENTS,
      '=b': SEGMENTS,
    });
    expect(out).toContain(`a,2024,"'=HYPERLINK(""x"")",100,`);
    expect(out).toContain(`a,2024,"B, ""b""",0,`);
    expect(out).toContain(`\n'=b,2024,`);
    expect(out).toContain(',start-is-zero\n');
  });

  it('writes a page for people who decide, as Markdown', async () => {
    const { out } = await retention(['report', '--format', 'markdown', 'a', 'dir/b'], {
      a: QUARTERS.replace('Acme', '<img src=x> *Acme*'),
      'dir/b': SEGMENTS,
    });
    expect(out).toContain('# \\<img src=x> \\*Acme\\* \\| 2024\n');
    expect(plain(out)).toContain('**In 2024-Q2, 74.3 % of the customers stayed');
    expect(plain(out)).toContain('| 2024-Q1 | 100 | 15 | 10 | 105 | 90.0 % | 82.6–94.5 % | 85.0 % | 0 |');
    expect(out).toContain('\n# Customer retention: b\n');
  });

  it('writes the same as HTML that nothing runs in', async () => {
    const { out } = await retention(['report', '--format', 'html', 'a', 'b'], {
      a: QUARTERS.replace('Acme', '<img src=x onerror=alert(1)>'),
      b: SEGMENTS,
    });
    expect(out).toMatch(/^<!doctype html>\n/);
    expect(out).toContain('<h1>&lt;img src=x onerror=alert(1)&gt; | 2024</h1>');
    expect(out.match(/<article>/g)).toHaveLength(2);
    expect(out).toContain('<svg ');
    expect(out).not.toMatch(/<script|<img|<link|https?:\/\/(?!www\.w3\.org)/);
  });

  it('gives one object for one file and a list for several', async () => {
    const one = JSON.parse((await retention(['report', '--json', 'a'], { a: QUARTERS })).out) as Record<
      string,
      unknown
    >;
    expect(Object.keys(one)).toEqual(['version', 'file', 'settings', 'rows', 'summary', 'problems']);
    expect(one).toMatchObject({ version: 1, file: 'a', settings: { title: 'Acme | 2024', goal: 0.85 } });
    const several = JSON.parse(
      (await retention(['report', '--json', 'a', 'b'], { a: QUARTERS, b: SEGMENTS })).out,
    ) as unknown[];
    expect(several).toMatchObject([{ file: 'a' }, { file: 'b' }]);
  });

  it('summarises each segment', async () => {
    const { out } = await retention(['report', 'a'], {
      a: 'period,segment,start,lost\n2024,A,100,10\n2024,B,100,30\n',
    });
    expect(plain(out)).toContain(
      'All customers: 2024, the last complete period\n  Retention       80.0 %  73.9–85.0 % (95 %)',
    );
    expect(plain(out)).toContain('A: 2024, the last complete period\n  Retention       90.0 %');
    expect(plain(out)).toContain('B: 2024, the last complete period\n  Retention       70.0 %');
  });

  it('reports what it can of anything', async () => {
    for (const text of ['', '\ufeff', '<<<<<<< a\n', '"', '\u0000\u0001', 'no,header\n1,2\n']) {
      for (const format of ['text', 'markdown', 'html', 'csv', 'json']) {
        expect(await retention(['report', '--format', format, 'a'], { a: text })).toMatchObject({
          code: 0,
          err: '',
        });
      }
    }
  });

  it.each([
    [['report'], 2, 'Name the files to report'],
    [['report', '--format', 'pdf', 'a'], 2, 'write one of text, markdown, html, csv, json'],
    [['report', 'missing'], 3, 'cannot read missing: there is no such file.'],
  ])('%j exits with %i and says why', async (argv, exitCode, message) => {
    const { code, out, err } = await retention(argv, { a: QUARTERS });
    expect([code, out]).toEqual([exitCode, '']);
    expect(err).toContain(message);
  });
});
