import { describe, expect, it } from 'vitest';
import { plain, retention } from './helpers';

const HEAD = '#---\n# retention: 1\n# goal: 85%\n#---\n';
const COLUMNS = 'period,segment,start,new,lost,end,note\n';
const BEFORE = `${HEAD}${COLUMNS}2024-01,A,500,50,100,450,\n2024-01,B,10,0,0,10,\n2024-02,A,450,0,0,450,x\n#> one\n`;
const AFTER = `${HEAD.replace('85%', '80%')}${COLUMNS.replace('note', 'note,owner')}2024-01,A,500,50,75,475,,\n2024-02,A,450,0,0,450.0,x,\n2024-03,A,475,0,0,475,"a|b",Ann\n#> two\n`;
const FILES = { before: BEFORE, after: AFTER };

describe('retention diff', () => {
  it('shows in a terminal what changed, with the figures', async () => {
    const { code, out } = await retention(['diff', 'before', 'after'], FILES);
    expect(code).toBe(1);
    expect(plain(out).split('\n')).toEqual([
      'before → after',
      '',
      'Settings',
      'setting  before  after',
      '───────  ──────  ─────',
      'goal     85%     80%',
      '',
      'Columns',
      '   column',
      '─  ──────',
      '+  owner',
      '',
      'Rows',
      expect.stringMatching(/^ {3}period +segment +change +CRR +gap$/),
      expect.stringMatching(/^[─ ]+$/),
      expect.stringMatching(
        /^~ {2}2024-01 {2}A +lost 100 → 75, end 450 → 475 +80\.0 % → 85\.0 % \(\+5\.0 pt\) +−5\.0 pt → \+5\.0 pt \(\+10\.0 pt\)$/,
      ),
      expect.stringMatching(/^− {2}2024-01 {2}B +start 10, new 0, lost 0, end 10 +100\.0 % +\+15\.0 pt$/),
      expect.stringMatching(
        /^~ {2}2024-02 {2}A +end 450 → 450\.0 \(the same value\) +100\.0 % +\+15\.0 pt → \+20\.0 pt/,
      ),
      expect.stringMatching(
        /^\+ {2}2024-03 {2}A +start 475, new 0, lost 0, end 475, note a\|b, owner Ann +100\.0 %/,
      ),
      '0 rows the same.',
      '',
      'Notes',
      '   line  text',
      '─  ────  ────',
      '−  1     one',
      '+  1     two',
      '',
      'Last complete period',
      expect.stringMatching(/^of +period +CRR +gap$/),
      expect.stringMatching(/^[─ ]+$/),
      expect.stringMatching(/^all customers +2024-02 → 2024-03/),
      expect.stringMatching(/^A +2024-02 → 2024-03 +100\.0 % +\+15\.0 pt → \+20\.0 pt \(\+5\.0 pt\)$/),
      expect.stringMatching(/^B +2024-01 → – /),
      '',
    ]);
  });

  it('lists rows that are the same when their figures are not', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `${2000 + index},10,0,1,9\n`).join('');
    const file = (goal: string): string => `${HEAD.replace('85%', goal)}period,start,new,lost,end\n${rows}`;
    const { out } = await retention(['diff', 'a', 'b'], { a: file('85%'), b: file('80%') });
    expect(plain(out)).toMatch(/^= {2}2000 +90\.0 % +\+5\.0 pt → \+10\.0 pt \(\+5\.0 pt\)$/m);
    expect(out.match(/^= /gm)).toHaveLength(20);
    // Periods that are not over are not judged, so nothing changes for them.
    expect(out).toContain('30 rows the same; figures of 5 more of them differ.');
  });

  it('writes a page of Markdown in which nothing of a file is markup', async () => {
    const { out } = await retention(['diff', 'before', 'after', '--format', 'markdown'], FILES);
    expect(out).toMatch(/^# before → after\n\n## Settings\n\n\| setting/);
    expect(out).toContain('note a\\|b');
  });

  it('writes JSON', async () => {
    const { out } = await retention(['diff', 'before', 'after', '--json'], FILES);
    const json = JSON.parse(out) as Record<string, unknown>;
    expect(json).toMatchObject({
      version: 1,
      before: 'before',
      after: 'after',
      same: false,
      counts: { same: 0, changed: 2, added: 1, removed: 1 },
      columns: { added: ['owner'], removed: [], reordered: false },
      settings: [{ key: 'goal', before: '85%', after: '80%' }],
      notes: [{ before: ['one'], after: ['two'], beforeLine: 1, afterLine: 1 }],
    });
    expect((json.rows as unknown[])[0]).toMatchObject({
      kind: 'changed',
      period: '2024-01',
      segment: 'A',
      beforeRow: 1,
      afterRow: 1,
      cells: [
        { column: 'lost', before: '100', after: '75', sameValue: false },
        { column: 'end', before: '450', after: '475', sameValue: false },
      ],
      crr: { before: { value: 0.8 }, after: { value: 0.85 } },
    });
  });

  it('finds nothing in equal files, and says when only their writing differs', async () => {
    expect(await retention(['diff', 'before', 'before'], FILES)).toMatchObject({
      code: 0,
      out: 'before → before\n\nThe files are the same.\n',
    });
    const { code, out } = await retention(['diff', 'a', 'b'], {
      a: BEFORE,
      b: BEFORE.replaceAll('\n', '\r\n'),
    });
    expect([code, out]).toEqual([0, expect.stringContaining('only how they are written')]);
  });

  it('serves git as external diff', async () => {
    const words = ['q.retention', 'before', 'abc', '100644', 'after', 'def', '100644'];
    const { code, out } = await retention(['diff', '--git', ...words], FILES);
    expect([code, out.split('\n')[0]]).toEqual([0, 'a/q.retention → b/q.retention']);
    expect(await retention(['diff', '--git', 'q.retention'])).toMatchObject({
      code: 0,
      out: 'q.retention: not merged yet\n',
    });
    expect(await retention(['diff', '--git', 'a', 'b'], FILES)).toMatchObject({ code: 2 });
  });

  it('lets nothing of a file act on the terminal', async () => {
    const { out } = await retention(['diff', 'a', 'b'], {
      a: 'period,x\n',
      b: 'period,x\n2024,\u001b[31m\u202ered\n',
    });
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });

  it.each([
    [['diff', 'before'], 2, 'Name two files'],
    [['diff', 'before', 'after', 'more'], 2, 'Name two files'],
    [['diff', 'before', 'none'], 3, 'cannot read none'],
    [['diff', 'before', 'after', '--format', 'xml'], 2, 'write one of text, markdown, json'],
  ])('refuses %j', async (argv, code, message) => {
    const result = await retention(argv, FILES);
    expect(result.code).toBe(code);
    expect(result.err).toContain(message);
  });
});
