/**
 * Stryker's test runner for the core. All tests are one script, which every mutant runs from its beginning: nothing
 * that another mutant left in a module's variables can decide over it. Only the test files that reach the mutant are
 * loaded, and their quickest tests come first, until one fails.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  determineHitLimitReached,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import * as esbuild from 'esbuild';
import { withFewerRuns } from './fastCheck.mjs';
import { Suite } from './suite.mjs';

/** @typedef {import('@stryker-mutator/api/test-runner').TestRunner} TestRunner */
/** @typedef {import('./suite.mjs').Test} Test */

/** It imports by names that it finds in the sources, which Stryker has rewritten. */
const LEFT_OUT = ['test/unit/core/metrics/examples.test.ts'];

/** What the instrumented code of the core looks at. */
const instrumenter = /** @type {import('@stryker-mutator/api/core').InstrumenterContext} */ (
  /** @type {Record<string, unknown>} */ (globalThis)[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {}
);

/** @implements {TestRunner} */
class CoreTestRunner {
  #folder = process.cwd();
  #require = createRequire(join(this.#folder, 'package.json'));
  /** Written by the process that tries all tests once, read by the others. */
  #durationsFile = join(this.#folder, 'durations.json');
  /** @type {Record<string, number> | null} */
  #durations = null;
  /** @type {Script | null} */
  #script = null;

  /** @returns {import('@stryker-mutator/api/test-runner').TestRunnerCapabilities} */
  capabilities() {
    // Every run loads all modules anew.
    return { reloadEnvironment: true };
  }

  async init() {
    this.#script = new Script(await bundle(this.#folder), { filename: 'tests-of-core.cjs' });
  }

  /** @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>} */
  async dryRun() {
    instrumenter.activeMutant = undefined;
    instrumenter.hitCount = undefined;
    const suite = this.#loadCore();
    const results = await this.#run(suite.tests(null), false);
    writeFileSync(
      this.#durationsFile,
      JSON.stringify(Object.fromEntries(results.map(({ id, timeSpentMs }) => [id, timeSpentMs]))),
    );
    const mutantCoverage = instrumenter.mutantCoverage;
    return {
      status: DryRunStatus.Complete,
      tests: results,
      ...(mutantCoverage === undefined ? {} : { mutantCoverage }),
    };
  }

  /**
   * @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options
   * @returns {Promise<import('@stryker-mutator/api/test-runner').MutantRunResult>}
   */
  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    if (!isInSample(activeMutant)) return { status: MutantRunStatus.Error, errorMessage: NOT_IN_SAMPLE };
    instrumenter.hitLimit = hitLimit;
    instrumenter.hitCount = hitLimit === undefined ? undefined : 0;
    instrumenter.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    /** @type {import('@stryker-mutator/api/test-runner').TestResult[]} */
    let results;
    try {
      const suite = this.#loadCore();
      instrumenter.activeMutant = activeMutant.id;
      const durations = this.#knownDurations();
      const tests = suite.tests(testFilter ?? null);
      tests.sort((a, b) => (durations[a.id] ?? 0) - (durations[b.id] ?? 0));
      results = await this.#run(tests, !disableBail);
    } catch (error) {
      // The modules or the tests do not even load with it.
      results = [failed('loading', error)];
    }
    return toMutantRunResult(
      determineHitLimitReached(instrumenter.hitCount, hitLimit) ?? {
        status: DryRunStatus.Complete,
        tests: results,
      },
    );
  }

  /**
   * Loads all modules of the core anew.
   * @returns {Suite} of which the tests are not loaded yet
   */
  #loadCore() {
    const main = /** @type {(...args: unknown[]) => void} */ (this.#script?.runInThisContext());
    const suite = new Suite((id) => (instrumenter.currentTestId = id));
    const packages = /** @type {Record<string, unknown>} */ ({
      vitest: suite.api,
      'fast-check': withFewerRuns(/** @type {typeof import('fast-check')} */ (this.#require('fast-check'))),
    });
    main(
      suite.files,
      (/** @type {() => void} */ loadCore) => loadCore(),
      (/** @type {string} */ name) => packages[name] ?? this.#require(name),
    );
    return suite;
  }

  /**
   * @param {readonly Test[]} tests
   * @param {boolean} bail
   */
  async #run(tests, bail) {
    const results = [];
    for (const { id, name, file, body } of tests) {
      instrumenter.currentTestId = id;
      const start = performance.now();
      try {
        await body();
        results.push({
          id,
          name,
          fileName: join(this.#folder, file),
          timeSpentMs: performance.now() - start,
          status: /** @type {const} */ (TestStatus.Success),
        });
      } catch (error) {
        results.push({ ...failed(id, error), name, timeSpentMs: performance.now() - start });
        if (bail) break;
      }
    }
    instrumenter.currentTestId = undefined;
    return results;
  }

  #knownDurations() {
    if (this.#durations === null && existsSync(this.#durationsFile)) {
      this.#durations = /** @type {Record<string, number>} */ (
        JSON.parse(readFileSync(this.#durationsFile, 'utf8'))
      );
    }
    return this.#durations ?? {};
  }
}

const NOT_IN_SAMPLE = 'not in the sample';

/**
 * True for the share of all mutants that is tried: as good as random, and the same ones in every run.
 * @param {import('@stryker-mutator/api/core').Mutant} mutant
 */
function isInSample({ fileName, location, replacement }) {
  const share = Number(process.env.MUTATION_SAMPLE ?? '1');
  if (share >= 1) return true;
  const key = [fileName.slice(fileName.indexOf('src/core/')), JSON.stringify(location), replacement];
  const hash = createHash('sha256').update(key.join('\n')).digest();
  return hash.readUInt32LE(0) / 2 ** 32 < share;
}

/**
 * @param {string} id
 * @param {unknown} error
 */
function failed(id, error) {
  const failureMessage = error instanceof Error ? error.message : String(error);
  return { id, name: id, timeSpentMs: 0, status: /** @type {const} */ (TestStatus.Failed), failureMessage };
}

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
async function bundle(folder) {
  const sources = listFiles(folder, 'src/core', '.ts');
  const files = listFiles(folder, 'test/unit/core', '.test.ts').filter((file) => !LEFT_OUT.includes(file));
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

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'core', () => new CoreTestRunner()),
];
