import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';

/** The tests of the core itself, and those of what stands on it alone. */
const TESTS = ['core', 'fuzz', 'language', 'report', 'cli'].map((folder) => `test/unit/${folder}`);

const LEFT_OUT = [
  // It imports by names that it finds in the sources, which Stryker has rewritten.
  'test/unit/core/metrics/examples.test.ts',
  // Pages of documentation, compared with files, and programs that the pages name.
  'test/unit/language/problemsPage.test.ts',
  'test/unit/cli/ciPage.test.ts',
  'test/unit/cli/gitPage.test.ts',
  'test/unit/cli/metricsPage.test.ts',
];

/**
 * @param {string} root
 * @param {string} folder
 * @param {string} ending of the names
 */
function listFiles(root, folder, ending) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith(ending))
    .sort();
}

/**
 * One function that loads the core and lists, by test file, what loads the tests.
 * @param {string} folder the sandbox
 */
export async function bundleTests(folder) {
  const sources = listFiles(folder, 'src/core', '.ts');
  const files = TESTS.flatMap((tests) => listFiles(folder, tests, '.test.ts')).filter(
    (file) => !LEFT_OUT.includes(file),
  );
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: [
        `loadCore(() => {${sources.map((file) => `require('./${file}');`).join('')}});`,
        ...files.map((file) => `testFiles.set('${file}', () => require('./${file}'));`),
      ].join('\n'),
      resolveDir: folder,
    },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vitest', 'fast-check'],
    logLevel: 'error',
    plugins: [
      {
        name: 'folder-of-each-test',
        setup(build) {
          build.onLoad({ filter: /\.test\.ts$/ }, ({ path }) => ({
            contents: `const __dirname = ${JSON.stringify(dirname(path))};\n${readFileSync(path, 'utf8')}`,
            loader: 'ts',
          }));
        },
      },
    ],
  });
  return `(function (testFiles, loadCore, require) {${outputFiles[0]?.text ?? ''}\n})`;
}

/**
 * The same without counting what is reached, which takes most of the time of all tests and is needed once.
 * @param {string} source with Stryker's functions, which replace themselves when they are first called
 */
export function withoutCounting(source) {
  return source.replace(/\b(stryCov_\w+) = cover;/g, '$1 = () => undefined;');
}
