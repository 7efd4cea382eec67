import { describe, expect, it } from 'vitest';
import { retention as call } from './helpers';
import type { Result, World } from './helpers';

const BASE = 'period,a\n2024,1\n';
const FILES = { base: BASE, ours: 'period,a\n2024,1\n2025,1\n', theirs: 'period,a\n2024,2\n' };
const MERGED = 'period,a\n2024,2\n2025,1\n';
const CONTESTED = { ...FILES, ours: 'period,a\n2024,3\n' };
const UNCLOSED = { ...FILES, ours: 'period,a\n2024,1\n2025,"x\n' };

/** Runs the command line and says what it wrote. */
async function retention(
  argv: readonly string[],
  files: Readonly<Record<string, string | Uint8Array | Error>>,
  world: World = {},
): Promise<Result & { readonly written: Readonly<Record<string, string>> }> {
  const written: Record<string, string> = {};
  return { ...(await call(argv, files, { written, ...world })), written };
}

/** A git that answers a merge of lines. */
function git(code: number, out: string): World & { readonly calls: string[][] } {
  const calls: string[][] = [];
  return {
    calls,
    git: (args) => {
      calls.push([...args]);
      return { code, out: new TextEncoder().encode(out) };
    },
  };
}

describe('retention merge', () => {
  it('writes the merged file to ours, and nothing else', async () => {
    expect(await retention(['merge', 'base', 'ours', 'theirs'], FILES)).toEqual({
      code: 0,
      out: '',
      err: '',
      written: { ours: MERGED },
    });
  });

  it('writes to another file or to standard output on request', async () => {
    const args = ['merge', 'base', 'ours', 'theirs', '--output'];
    expect(await retention([...args, 'new'], FILES)).toMatchObject({ code: 0, written: { new: MERGED } });
    expect(await retention([...args, '-'], FILES)).toMatchObject({ code: 0, out: MERGED, written: {} });
  });

  it('leaves conflicts with markers of the length asked for, and names them by the path given', async () => {
    const args = [
      'merge',
      'base',
      'ours',
      'theirs',
      '--marker-size',
      '9',
      '--path',
      'data/\u001b[31mq.retention',
    ];
    const { code, err, written } = await retention(args, CONTESTED);
    expect(code).toBe(1);
    expect(written.ours).toBe(
      'period,a\n<<<<<<<<< ours\n2024,3\n||||||||| base\n2024,1\n=========\n2024,2\n>>>>>>>>> theirs\n',
    );
    expect(err).toBe('retention: data/\ufffd[31mq.retention: 1 conflict: 2024 (line 2).\n');
  });

  it('names a few of many conflicts', async () => {
    const rows = (cell: number): string =>
      `period,a\n${Array.from({ length: 7 }, (_, index) => `${2000 + index},${cell}\n`).join('')}`;
    const { err } = await retention(['merge', 'b', 'o', 't'], { b: rows(1), o: rows(2), t: rows(3) });
    expect(err).toMatch(/^retention: o: 7 conflicts: 2000 \(line 2\), .*2004 \(line 30\), and 2 more\.\n$/);
  });

  it('takes a base that is not there for an empty one', async () => {
    const { ours, theirs } = FILES;
    expect(await retention(['merge', 'base', 'ours', 'theirs'], { ours, theirs: BASE })).toMatchObject({
      code: 0,
      written: { ours },
    });
    expect(await retention(['merge', 'base', 'ours', 'theirs'], { ours, theirs })).toMatchObject({ code: 1 });
  });

  it('names a column that stays although one side deleted it', async () => {
    const { code, err } = await retention(['merge', 'base', 'ours', 'theirs'], {
      ...FILES,
      theirs: 'period\n2024\n',
    });
    expect(code).toBe(0);
    expect(err).toBe('retention: ours: one side deleted the column “a”, the other wrote in it: it stays.\n');
  });

  it.each([0, 1, 127])('leaves to git what has no rows to tell apart, and its verdict (%i)', async (code) => {
    const world = git(code, 'merged by git');
    const result = await retention(
      ['merge', 'base', 'ours', 'theirs', '--marker-size', '8'],
      UNCLOSED,
      world,
    );
    expect(result).toMatchObject({ code: code === 0 ? 0 : 1, written: { ours: 'merged by git' } });
    expect(result.err).toBe(
      'retention: ours: Our version has a quote that is never closed, so it is merged line by line.\n',
    );
    const labels = ['-L', 'ours', '-L', 'base', '-L', 'theirs'];
    const command = [
      'merge-file',
      '-p',
      '--diff3',
      '--marker-size=8',
      ...labels,
      '--',
      'ours',
      'base',
      'theirs',
    ];
    expect(world.calls).toEqual([command]);
  });

  it('merges lines itself without git', async () => {
    expect(
      await retention(['merge', 'base', 'ours', 'theirs'], { ...UNCLOSED, theirs: `# x\n${BASE}` }),
    ).toMatchObject({
      code: 0,
      written: { ours: `# x\n${UNCLOSED.ours}` },
    });
  });

  it.each([
    [git(255, ''), 'git cannot either'],
    [{}, 'there is no git to do it'],
  ])('leaves ours as it is when nobody can merge bytes', async (world, why) => {
    const files = { ...FILES, theirs: new Uint8Array([0x70, 0xff, 0x00]) };
    const { code, err, written } = await retention(['merge', 'base', 'ours', 'theirs'], files, world);
    expect([code, written]).toEqual([1, {}]);
    expect(err).toContain('theirs is not UTF-8 text, so it is merged line by line');
    expect(err).toContain(`${why}: ours is left as it is`);
  });

  it.each([
    [['merge', 'a', 'b'], 2, 'Name three files'],
    [['merge', 'a', 'b', 'c', 'd'], 2, 'Name three files'],
    [['merge', 'base', 'ours', 'theirs', '--marker-size', 'x'], 2, 'write a whole number'],
    [['merge', 'base', 'ours', 'nothing'], 3, 'cannot read nothing: there is no such file'],
  ])('refuses %j', async (argv, code, message) => {
    const result = await retention(argv, FILES);
    expect([result.code, result.written]).toEqual([code, {}]);
    expect(result.err).toContain(message);
  });

  it('says when it cannot write', async () => {
    const result = await call(['merge', 'base', 'ours', 'theirs'], FILES);
    expect(result.code).toBe(3);
    expect(result.err).toContain('cannot write ours: ');
  });
});
