/** Stryker's settings; scripts/mutation.mjs says which files are mutated and what the results are called. */
const {
  MUTATION_NAME: name = 'last',
  MUTATION_FILES: files = 'src/core/**/*.ts',
  MUTATION_THREADS: threads = '2',
} = process.env;

export default {
  testRunner: 'core',
  plugins: ['./test/mutation/runner.mjs'],
  coverageAnalysis: 'perTest',
  // What runs while the modules load (tables of texts, mostly) is not on its own: it would take all tests each.
  ignoreStatic: true,
  disableTypeChecks: false,
  // None: only the bundler reads it, and Stryker would rewrite it by the API of TypeScript before 7.
  tsconfigFile: 'none',
  reporters: ['progress-append-only', 'json'],
  concurrency: Number(threads),
  // A busy machine is no timeout.
  timeoutMS: 20_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 20,
  tempDirName: `.cache/stryker/${name}`,
  jsonReporter: { fileName: `.cache/mutation/${name}.json` },
  mutate: files.split(','),
  ignorePatterns: [
    '/.cache',
    '/.vscode-test',
    '/bench',
    '/dist',
    '/docs',
    '/media',
    '/out',
    '/test/builds',
    '/test/component',
    '/test/e2e',
    '/test/integration',
    '/test/mutation',
  ],
};
