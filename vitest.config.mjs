import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '.cache/vitest',
  test: {
    name: 'unit',
    include: ['test/unit/**/*.test.ts'],
    environment: 'node',
    passWithNoTests: false,
    restoreMocks: true,
    // Most of what a file of tests costs is loading what it tests: once for all of them.
    isolate: false,
    // Properties over thousands of random files take seconds on a busy machine.
    testTimeout: 30_000,
  },
});
