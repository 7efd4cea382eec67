import { defineConfig } from 'vitest/config';
import base from '../vitest.config.mjs';

/** Like the other tests in a real VS Code, but for hours rather than seconds (see scripts/soak.mjs). */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    name: 'soak',
    include: ['test/e2e/soak/*.test.ts'],
    // Each step is printed as it is taken.
    disableConsoleIntercept: true,
    retry: 0,
    // Nothing here is about speed, and a machine may have other things to do meanwhile.
    expect: { poll: { timeout: 60_000, interval: 50 } },
  },
});
