import { defineConfig } from 'vitest/config';

/** Parts of the page alone in a real browser: quick enough to try every key. */
export default defineConfig({
  cacheDir: '.cache/vitest-component',
  test: {
    name: 'component',
    include: ['test/component/**/*.test.ts'],
    globalSetup: ['test/component/setup.ts'],
    // One browser and one bundle of each page serve all tests, one after the other.
    fileParallelism: false,
    isolate: false,
    maxWorkers: 1,
    passWithNoTests: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 10_000, interval: 20 } },
  },
});
