import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/core';
import { plain, retention } from './helpers';

interface Listed {
  readonly version: number;
  readonly metrics: readonly Readonly<Record<string, unknown>>[];
}

describe('retention metrics', () => {
  it('lists every metric of the catalogue with its formula', async () => {
    const { code, out, err } = await retention(['metrics']);
    expect([code, err]).toEqual([0, '']);
    for (const { id, name, formula } of catalogue) {
      const line = out.split('\n').find((text) => text.startsWith(`${id} `));
      expect(line, id).toBeDefined();
      expect(line).toContain(name);
      expect(line).toContain(formula);
    }
    for (const heading of ['Of a period', 'Of two periods or groups', 'Of a cohort']) {
      expect(out.split('\n')).toContain(heading);
    }
  });

  it('writes everything as JSON', async () => {
    const { code, out } = await retention(['metrics', '--json']);
    const { version, metrics } = JSON.parse(out) as Listed;
    expect([code, version]).toEqual([0, 1]);
    expect(metrics.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    for (const metric of metrics) {
      expect(Object.keys(metric)).toEqual([
        ...['id', 'name', 'scope', 'formula', 'inputs', 'unit', 'description', 'edgeCases', 'source'],
      ]);
    }
    expect((await retention(['metrics', '--format', 'json'])).out).toBe(out);
  });

  it('explains the ones named, in any case of letters', async () => {
    const { code, out } = await retention(['metrics', 'CRR', 'grr']);
    expect(code).toBe(0);
    expect(plain(out)).toContain('Customer retention rate (CRR)\n  The share of the customers');
    expect(out).toContain('  name in JSON  grr\n');
    expect(out).toContain('  unit          share (0.8 is 80 %)\n');
    expect(out).toContain('  computed      of a period\n');
    expect(out).toContain('  edge cases    start_mrr 0: undefined.\n');
    const one = JSON.parse((await retention(['metrics', 'nrr', '--json'])).out) as Listed;
    expect(one.metrics.map(({ id }) => id)).toEqual(['nrr']);
  });

  it('writes a page of documentation whose tables hold together', async () => {
    const { out } = await retention(['metrics', '--format', 'markdown']);
    expect(out).toMatch(/^# Metrics\n/);
    const rows = out.split('\n').filter((line) => line.startsWith('| **'));
    expect(rows).toHaveLength(catalogue.length);
    // A bar that is not escaped would begin another cell.
    for (const row of rows) expect(row.match(/(?<!\\)\|/g), row).toHaveLength(6);
  });

  it.each([
    [['metrics', 'gr'], 'There is no metric “gr”. Did you mean'],
    [['metrics', 'quickRato'], 'Did you mean quickRatio?'],
    [['metrics', 'happiness'], '“retention metrics” lists them.'],
    [['metrics', '--format', 'csv'], 'write one of text, markdown, json.'],
    [['metrics', '--jsn'], 'Did you mean --json?'],
  ])('refuses %j', async (argv, message) => {
    const { code, out, err } = await retention(argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
