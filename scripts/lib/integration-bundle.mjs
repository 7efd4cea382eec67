import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './project.mjs';

const suite = join(root, 'test/integration/suite');

/**
 * Bundles the harness with every test file of the suite into one module that runs in a Node extension host and in a
 * web worker alike. Built for the browser platform, so that a test that needs Node does not build.
 * @param {readonly string[]} [names] parts of the names of the test files wanted; none for all of them
 * @returns {Promise<string>} the absolute path of the module
 * @throws {Error} when there is no such test file
 */
export async function bundleIntegrationTests(names = []) {
  const files = readdirSync(suite, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .filter((name) => names.length === 0 || names.some((wanted) => name.includes(wanted)))
    .sort();
  if (files.length === 0) throw new Error('There is no such *.test.ts in test/integration/suite.');
  const outfile = join(root, 'out/integration/index.js');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/integration/harness/index.ts'],
    outfile,
    bundle: true,
    charset: 'utf8',
    external: ['vscode'],
    format: 'cjs',
    logLevel: 'warning',
    platform: 'browser',
    plugins: [testsPlugin(files), mochaPlugin],
    sourcemap: 'inline',
    target: 'es2022',
  });
  return outfile;
}

/**
 * The module `integration:tests`, which imports every test file.
 * @param {readonly string[]} files
 * @returns {esbuild.Plugin}
 */
function testsPlugin(files) {
  const namespace = 'integration';
  const contents = files
    .map((file) => `import ${JSON.stringify(`./${file.replaceAll('\\', '/')}`)};`)
    .join('\n');
  return {
    name: 'integration-tests',
    setup(build) {
      build.onResolve({ filter: /^integration:tests$/ }, () => ({ path: 'tests', namespace }));
      build.onLoad({ filter: /.*/, namespace }, () => ({ contents, resolveDir: suite }));
    },
  };
}

/**
 * mocha's browser build offers itself to whatever module system it finds, and inside the bundle it would find the
 * bundle's own exports. Without any it becomes a global, as in a page.
 * @type {esbuild.Plugin}
 */
const mochaPlugin = {
  name: 'mocha-as-global',
  setup(build) {
    build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `var module, exports, define;\n${readFileSync(path, 'utf8')}`,
    }));
  },
};
