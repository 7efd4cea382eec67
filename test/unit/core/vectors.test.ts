/**
 * Worked examples from public sources, each computed by the catalogue. The environment variable VECTORS names another
 * file of the same form. Every expected value is compared: a kind or a value that the catalogue does not know is an error.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isKnownKind, resultsOf } from './vectorKinds';

interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: number;
}

const named = process.env['VECTORS'];
const file = named === undefined || named === '' ? join(__dirname, '../../fixtures/vectors.json') : named;
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];
const known = vectors.filter(({ kind }) => isKnownKind(kind));

const ran = new Map<string, number>();

describe('worked examples', () => {
  it('are all of kinds that the catalogue covers', () => {
    expect(vectors.length).toBeGreaterThan(0);
    expect(vectors.filter((vector) => !known.includes(vector)).map(({ kind }) => kind)).toEqual([]);
  });

  for (const { id, kind, inputs, expected, tolerance } of known) {
    it(`${kind}: ${id}`, () => {
      const results = resultsOf(kind, inputs);
      let compared = 0;
      for (const [key, value] of Object.entries(expected)) {
        expect(Object.keys(results), `The kind ${kind} does not compute "${key}".`).toContain(key);
        compare(results[key], value, tolerance, key);
        compared++;
      }
      expect(compared, 'Nothing was compared.').toBeGreaterThan(0);
      ran.set(kind, (ran.get(kind) ?? 0) + 1);
    });
  }
});

afterAll(() => {
  console.log(
    [`Worked examples of ${file}`, `  ran ${sum(ran)} of ${vectors.length}: ${list(ran)}`].join('\n'),
  );
});

function compare(actual: unknown, expected: unknown, tolerance: number, path: string): void {
  if (Array.isArray(expected)) {
    expect(Array.isArray(actual), `${path} is a list.`).toBe(true);
    const items = actual as readonly unknown[];
    expect(items.length, `Length of ${path}.`).toBe(expected.length);
    expected.forEach((item, index) => compare(items[index], item, tolerance, `${path}[${index}]`));
  } else if (typeof expected === 'number') {
    expect(typeof actual, `${path} is ${String(actual)}, expected ${expected}.`).toBe('number');
    expect(
      Math.abs((actual as number) - expected),
      `${path} is ${String(actual)}, expected ${expected}.`,
    ).toBeLessThanOrEqual(tolerance);
  } else if (typeof expected === 'object' && expected !== null) {
    for (const [key, value] of Object.entries(expected)) {
      compare((actual as Record<string, unknown>)[key], value, tolerance, `${path}.${key}`);
    }
  } else {
    expect(actual, path).toBe(expected);
  }
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function list(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none';
}
