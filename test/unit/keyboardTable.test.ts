import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(__dirname, '../..');
const proofs = readFileSync(join(root, 'docs/keyboard.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|(-+\||.*\| shown by \|$)/.test(line))
  .map((line) => line.split('|').at(-2)?.trim() ?? '');

it('names a test for every input', () => {
  expect(proofs.length).toBeGreaterThan(40);
});

it.each(proofs)('can show: %s', (proof) => {
  const [, file, title] = /^(\w+): (.+)$/.exec(proof) ?? [];
  const path = join(root, 'test/e2e', `${file ?? ''}.test.ts`);
  expect(existsSync(path), path).toBe(true);
  const source = readFileSync(path, 'utf8');
  const titles = [...source.matchAll(/\bit(?:\.each\([^]*?\))?\(\s*(['"])(.*?)\1,/g)].map(
    ([, , name]) => name,
  );
  expect(titles).toContain(title);
});
