/**
 * Works in the notebook in the server build for as long as wanted, and kills what it stands on at random moments:
 *
 *   SEED=7 MINUTES=20 npm run soak
 *
 * Without SEED another run every time; it is printed first, and each step after it. The same seed takes the same steps
 * again. `npm run package` first.
 */
import { join } from 'node:path';
import { root } from './lib/project.mjs';
import { run } from './lib/run.mjs';

/** How long the server stays away after it was killed: long enough to enter something meanwhile. */
const restartAfter = 4000;

const seed = process.env.SEED ?? String(Date.now() % 100_000);
const minutes = process.env.MINUTES ?? '20';
console.log(`SEED=${seed} MINUTES=${minutes}`);
process.exitCode = await run(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config=test/e2e/soak/vitest.config.mjs',
    '--reporter=verbose',
  ],
  { env: { E2E_BUILD: 'server', E2E_RESTART_AFTER: String(restartAfter), SEED: seed, MINUTES: minutes } },
);
