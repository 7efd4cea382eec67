import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveNotebook } from '../../../src/core';
import { PROBLEM_FAMILIES, problemKind, problemsPage, problemsPageLine } from '../../../src/language';
import { file } from '../core/live/generators';

const root = join(__dirname, '../../..');
const codes = PROBLEM_FAMILIES.flatMap(({ kinds }) => kinds.map(({ code }) => code));

/** The codes of problems of a text that no kind describes. */
function unknownCodes(text: string): readonly string[] {
  const problems = LiveNotebook.open(text, { today: 20_000 }).problems();
  return problems.map(({ code }) => code).filter((code) => problemKind(code) === null);
}

describe('docs/problems.md', () => {
  it('is the page of all kinds of problems; `npm run docs` writes it', async () => {
    await expect(problemsPage()).toMatchFileSnapshot(join(root, 'docs/problems.md'));
  });

  it('has each kind on the line that problems lead to, in the order of the codes', () => {
    const lines = problemsPage().split('\n');
    for (const code of codes) expect(lines[problemsPageLine(code) - 1]).toMatch(`### ${code} `);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(problemsPageLine('R199')).toBe(1);
  });

  it('tells of every problem that is found', () => {
    const folder = join(root, 'test/fixtures');
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.retention'))) {
      expect([name, unknownCodes(readFileSync(join(folder, name), 'utf8'))]).toEqual([name, []]);
    }
    fc.assert(
      fc.property(file, (text) => {
        expect(unknownCodes(text)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
