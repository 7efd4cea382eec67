/**
 * Takes a long random walk through the notebook in the server build:
 *
 *   SEED=7 WALK_STEPS=5000 npm run test:walk
 *
 * Without SEED another walk every time; it is printed, with the steps before a failure. `npm run package` first.
 */
import { join } from 'node:path';
import { root } from './lib/project.mjs';
import { run } from './lib/run.mjs';

process.exitCode = await run(
  process.execPath,
  [join(root, 'scripts/test-e2e.mjs'), 'server', '--', 'test/e2e/walk.test.ts'],
  {
    env: {
      SEED: process.env.SEED ?? String(Date.now() % 100_000),
      WALK_STEPS: process.env.WALK_STEPS ?? '3000',
    },
  },
);
