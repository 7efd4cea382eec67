/**
 * Runs test/e2e against the packaged VSIX:
 *
 *   node scripts/test-e2e.mjs [server] [web] [newest] [-- vitest's arguments]
 *
 * Without names, in all builds. `npm run package` first.
 */
import { join } from 'node:path';
import { root } from './lib/project.mjs';
import { resultFile } from './lib/results.mjs';
import { run } from './lib/run.mjs';

/**
 * The builds, and how the names of the test files begin that run there: without a list, all. What differs in the web
 * is the keyboard, the clipboard and the life of a tab; the newest build shows that VS Code has not changed under our
 * feet, for which the broad tests will do.
 * @type {Record<string, string[]>}
 */
const filesOf = {
  server: [],
  web: ['keyboard', 'notebook', 'workbench'],
  newest: ['workbench', 'notebook', 'git'],
};
const builds = Object.keys(filesOf);

const named = builds.filter((build) => process.argv.includes(build));
const separator = process.argv.indexOf('--');
const rest = separator === -1 ? [] : process.argv.slice(separator + 1);
for (const build of named.length > 0 ? named : builds) {
  const code = await run(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config=test/e2e/vitest.config.mjs',
      '--reporter=verbose',
      '--reporter=json',
      `--outputFile.json=${resultFile(`e2e-${build}`)}`,
      ...(rest.length > 0 ? rest : (filesOf[build] ?? []).map((name) => `test/e2e/${name}`)),
    ],
    { env: { E2E_BUILD: build } },
  );
  if (code !== 0) process.exitCode = code;
}
