import { describe, expect, it } from 'vitest';
import { retention, systemError } from './helpers';

const GOOD = 'period,start,new,lost,end\n2024-01,500,50,100,450\n';
const WARNING = 'period,start,new,lost,end\n2024-01,500,50,100,451\n';
const INFO = 'period,start,new,lost,end\n2024-01,0,50,0,50\n';
const ERROR = 'period,start,new,lost,end\n2024-01,500,50,many,450\n';

describe('retention check', () => {
  it('says that there is nothing to say', async () => {
    expect(await retention(['check', 'a'], { a: GOOD })).toEqual({
      code: 0,
      out: 'No problems in 1 file.\n',
      err: '',
    });
  });

  it('prints each problem with its place, for editors to jump to', async () => {
    const { code, out } = await retention(['check', 'dir/a', 'b'], { 'dir/a': WARNING, b: ERROR });
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^dir\/a:2:20: warning R501 The row does not balance: 500 \+ 50 − 100 = 450/);
    expect(lines[1]).toMatch(/^b:2:16: error R411 /);
    expect(lines.slice(2)).toEqual(['1 error, 1 warning in 2 files.', '']);
    expect(code).toBe(1);
  });

  it.each([
    [GOOD, 0, 0],
    [INFO, 0, 0],
    [WARNING, 0, 1],
    [ERROR, 1, 1],
  ])('exit code of %j: %i, with --strict %i', async (text, code, strict) => {
    expect((await retention(['check', 'a'], { a: text })).code).toBe(code);
    expect((await retention(['check', '--strict', 'a'], { a: text })).code).toBe(strict);
  });

  it('reads standard input for -', async () => {
    expect((await retention(['check', '-'], { '-': WARNING })).out).toMatch(/^<stdin>:2:20: warning R501/);
  });

  it('checks the files of folders and patterns, each once, without what is left out', async () => {
    const files = {
      'data/b.retention': GOOD,
      'data/a.retention': ERROR,
      'data/notes.md': '# notes',
      'data/2023/c.retention': WARNING,
      'data/node_modules/d.retention': ERROR,
      'e.retention': INFO,
    };
    const names = async (...words: string[]) => {
      const { out } = await retention(['check', '--json', ...words], files);
      return (JSON.parse(out) as { files: { file: string }[] }).files.map(({ file }) => file);
    };
    const all = ['data/a.retention', 'data/b.retention', 'data/2023/c.retention'];
    expect(await names('data')).toEqual(all);
    expect(await names('data/')).toEqual(all);
    expect(await names('.')).toEqual(['e.retention', ...all]);
    expect(await names('data/**/*.retention', 'data/b.retention')).toEqual(all);
    expect(await names('*.retention')).toEqual(['e.retention']);
    expect(await names('{e,f}.retention', './e.retention')).toEqual(['e.retention', './e.retention']);
    expect(await names('!data/2023', 'data', '!**/b.*')).toEqual(['data/a.retention']);
  });

  it('says when a folder or a pattern names no file, so that a wrong name is not taken for good files', async () => {
    const files = { 'data/notes.md': '', 'a[1].retention': GOOD };
    expect(await retention(['check', 'data', '*.csv'], files)).toEqual({
      code: 3,
      out: '',
      err: 'retention: there is no .retention file in data.\nretention: no file matches *.csv.\n',
    });
    expect((await retention(['check', 'a[1].retention'], files)).code).toBe(0);
  });

  it('goes on after a file that cannot be read, and exits with 3', async () => {
    const files = { a: ERROR, secret: systemError('EACCES') };
    const { code, out, err } = await retention(['check', 'missing', 'secret', 'a'], files);
    expect(code).toBe(3);
    expect(err).toBe(
      'retention: cannot read missing: there is no such file.\n' +
        'retention: cannot read secret: you may not read it; change its permissions.\n',
    );
    expect(out).toContain('1 error in 1 file.');
  });

  it('checks a file that is not UTF-8 and names the byte', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode(WARNING), 0x23, 0xff, 0x0a]);
    const { code, out } = await retention(['check', 'a'], { a: bytes });
    expect(code).toBe(1);
    expect(out).toContain(
      `error R106 The file is not UTF-8: byte ${WARNING.length + 2} begins no character.`,
    );
    expect(out).toContain('a:3:2: error R106');
    expect(out).toContain('warning R501');
    expect(out.match(/R106/g)).toHaveLength(1);
  });

  it('writes annotations that GitHub reads, escaped', async () => {
    const { out } = await retention(['check', '--format', 'github', 'a,b:100%'], { 'a,b:100%': WARNING });
    expect(out).toMatch(
      /^::warning file=a%2Cb%3A100%25,line=2,endLine=2,col=20,endColumn=22,title=R501::The row does not balance/,
    );
    expect(out.trimEnd()).not.toContain('\n');
    expect((await retention(['check', '--format', 'github', 'a'], { a: INFO })).out).toMatch(/^::notice /);
    expect((await retention(['check', '--format', 'github', 'a'], { a: GOOD })).out).toBe('');
  });

  it('writes JSON with every file, also those without problems', async () => {
    const { out } = await retention(['check', '--json', 'a', 'b'], { a: GOOD, b: WARNING });
    const result = JSON.parse(out) as { files: { problems: object[] }[] };
    expect(result).toMatchObject({
      version: 1,
      files: [{ file: 'a', problems: [] }, { file: 'b' }],
      counts: { error: 0, warning: 1, info: 0 },
    });
    expect(result.files[1]!.problems).toMatchObject([
      { code: 'R501', severity: 'warning', line: 2, column: 20, endLine: 2, endColumn: 23 },
    ]);
  });

  it('shows no control characters of a file in the terminal', async () => {
    const text =
      'period,start,new,lost,end,segment\n2024-01,1,0,0,1,"\u001b]0;owned\u0007"\n2024-01,1,0,0,1,"\u001b]0;owned\u0007"\n';
    const { out } = await retention(['check', 'a\u001b[31m'], { 'a\u001b[31m': text });
    expect(out).toContain('R403');
    expect(out).not.toMatch(/[\u001b\u0007]/);
  });

  it.each([
    [['check'], 'Name the files to check'],
    [['check', '!a'], 'Name the files to check'],
    [['check', '--format', 'xml', 'a'], '--format xml: write one of text, github, json, sarif.'],
    [['check', '--stric', 'a'], 'There is no option --stric. Did you mean --strict?'],
  ])('refuses %j', async (argv, message) => {
    const { code, out, err } = await retention(argv, { a: GOOD });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
