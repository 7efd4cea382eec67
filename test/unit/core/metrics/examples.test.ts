/** Runs the examples in the comments of the calculations: what they promise after `//` must come out. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as core from '../../../../src/core';

const folder = join(__dirname, '../../../../src/core/metrics');
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const scope: Record<string, unknown> = { ...core };
for (const name of files) {
  Object.assign(scope, (await import(join(folder, basename(name, '.ts')))) as object);
}

/** The code of each `@example`, up to the next tag or the end of its comment. */
function examplesOf(source: string): string[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)]
    .flatMap(([comment]) => comment.split('@example').slice(1))
    .map((text) =>
      text
        .replace(/\*\/$/, '')
        .split('\n')
        .map((line) => line.replace(/^\s*\* ?/, ''))
        .join('\n')
        .split(/^@/m)[0]!
        .trim(),
    );
}

/** `expression; // value` becomes a comparison; a reason after the value (", because …") is prose. */
function runnable(example: string): string {
  return example.replace(
    /^(.*); \/\/ (.*)$/gm,
    (_line, code: string, value: string) => `same(${code}, ${value.replace(/, because .*$/, '')});`,
  );
}

const found = files
  .map((name) => ({ name, examples: examplesOf(readFileSync(join(folder, name), 'utf8')) }))
  .filter(({ examples }) => examples.length > 0);

describe.each(found)('examples in $name', ({ examples }) => {
  it.each(examples)('%s', (example) => {
    const code = runnable(example);
    expect(code, 'An example ends with "; // value".').toContain('same(');
    let compared = 0;
    const same = (actual: unknown, expected: unknown): void => {
      compared++;
      expect(actual).toEqual(expected);
    };
    // oxlint-disable-next-line typescript/no-implied-eval -- running text from our own comments is the test
    const run = new Function('same', ...Object.keys(scope), code) as (...values: unknown[]) => void;
    run(same, ...Object.values(scope));
    expect(compared).toBeGreaterThan(0);
  });
});

describe('examples', () => {
  it('are many', () => {
    expect(found.flatMap(({ examples }) => examples).length).toBeGreaterThan(40);
  });
});
