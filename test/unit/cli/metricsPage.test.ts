import { join } from 'node:path';
import { expect, it } from 'vitest';
import { retention } from './helpers';

const HEAD =
  '<!-- Written by `npm run docs` from the catalogue in src/core/metrics. Change it there, not here. -->\n\n';

it('docs/metrics.md is the page of the catalogue; `npm run docs` writes it', async () => {
  const { out } = await retention(['metrics', '--format', 'markdown']);
  await expect(HEAD + out).toMatchFileSnapshot(join(__dirname, '../../../docs/metrics.md'));
});
