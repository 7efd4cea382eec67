import { defineConfig } from 'vitest/config';

/** The packaged extension in a real VS Code, driven in a browser; E2E_BUILD names the build (see scripts/test-e2e.mjs). */
export default defineConfig({
  cacheDir: '.cache/vitest-e2e',
  test: {
    name: `e2e ${process.env.E2E_BUILD ?? 'server'}`,
    include: ['test/e2e/*.test.ts'],
    globalSetup: ['test/e2e/harness/setup.ts'],
    setupFiles: ['test/e2e/harness/teardown.ts'],
    // One server, one browser and, for most of them, one window serve all tests, one after the other.
    fileParallelism: false,
    isolate: false,
    // The harness photographs what failed before the test's own clean-up closes it.
    sequence: { hooks: 'list' },
    maxWorkers: 1,
    passWithNoTests: false,
    // A shared CI machine may starve the editor for longer than any sensible limit; nowhere else is a failure forgiven.
    retry: process.env.CI === undefined ? 0 : 1,
    testTimeout: 90_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
  },
});
