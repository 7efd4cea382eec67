/**
 * The golden files: each `*.retention` file with the evaluation expected of it, to the last digit. The core and the
 * command line must both give exactly that. Numbers in the expectations were checked by hand against the formulas.
 *
 * After a deliberate change: UPDATE_FIXTURES=1 npx vitest run test/unit/core/fixtures.test.ts, then read the difference.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run';
import { decode } from '../../../src/cli/input';
import { evaluate, parseDocument } from '../../../src/core';

/** 2025-01-01. */
const TODAY = 20_089;

const root = resolve(__dirname, '../../..');
const fixtures = join(root, 'test/fixtures');

const files = [
  ...readdirSync(fixtures).map((name) => ({ name, path: join(fixtures, name) })),
  ...readdirSync(join(root, 'examples')).map((name) => ({ name, path: join(root, 'examples', name) })),
].filter(({ name }) => name.endsWith('.retention'));

function expectedPath(name: string): string {
  return join(fixtures, name.replace(/\.retention$/, '.expected.json'));
}

async function report(path: string): Promise<{ code: number; result: Record<string, unknown> }> {
  let out = '';
  const code = await run(['report', '--json', path], {
    readFile: (file) => Promise.resolve(readFileSync(file)),
    readStdin: () => Promise.reject(new Error('not used')),
    kindOf: () => Promise.resolve('file'),
    list: () => Promise.reject(new Error('not used')),
    writeFile: () => Promise.reject(new Error('not used')),
    git: () => Promise.reject(new Error('not used')),
    out: (text) => (out += text),
    err: (text) => {
      throw new Error(text);
    },
    today: TODAY,
    version: '',
    folder: root,
  });
  return { code, result: JSON.parse(out) as Record<string, unknown> };
}

describe('fixtures', () => {
  it('has an expectation for each file, and a file for each expectation', () => {
    const names = files.map(({ name }) => name.replace(/\.retention$/, ''));
    const expected = readdirSync(fixtures).filter((name) => name.endsWith('.expected.json'));
    expect(expected.map((name) => name.replace(/\.expected\.json$/, '')).sort()).toEqual([...names].sort());
    expect(names.length).toBeGreaterThanOrEqual(15);
  });

  it.each(files)('core: $name', ({ name, path }) => {
    const { text, badByte } = decode(readFileSync(path));
    const result: unknown = JSON.parse(JSON.stringify(evaluate(parseDocument(text), { today: TODAY })));
    if (process.env['UPDATE_FIXTURES'] !== undefined) {
      writeFileSync(expectedPath(name), `${JSON.stringify(result, null, 2)}\n`);
    }
    expect(result).toEqual(JSON.parse(readFileSync(expectedPath(name), 'utf8')));
    expect(badByte === null).toBe(name !== 'not-utf8.retention');
  });

  it.each(files)('command line: $name', async ({ name, path }) => {
    const { code, result } = await report(path);
    const expected = JSON.parse(readFileSync(expectedPath(name), 'utf8')) as Record<string, unknown>;
    if (name === 'not-utf8.retention') {
      // The command line has seen the bytes and says which one is wrong.
      delete expected['problems'];
      const problems = result['problems'] as object[];
      expect(problems).toMatchObject([
        { code: 'R106', severity: 'error', line: 2, column: 24, endColumn: 25 },
      ]);
    }
    expect(code).toBe(0);
    expect(result).toMatchObject({ version: 1, file: path, ...expected });
  });
});
