/**
 * Stryker's test runner for the core. All tests are one script, which every mutant runs from its beginning: nothing
 * that another mutant left in a module's variables can decide over it. Only the test files that reach the mutant are
 * loaded, and their quickest tests come first, until one fails.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
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
import { bundleTests, withoutCounting } from './bundle.mjs';
import { withFewerRuns } from './fastCheck.mjs';
import { isInSample } from './sample.mjs';
import { Suite, loadingOf } from './suite.mjs';
import { callWithin, isEndless } from './within.mjs';

/** @typedef {import('@stryker-mutator/api/test-runner').TestRunner} TestRunner */
/** @typedef {import('./suite.mjs').Test} Test */

/**
 * The share of the time of all tests that one mutant gets, beyond the tests of its own file. One that survives takes all
 * of it; most are killed by the quick tests.
 */
const BUDGET = Number(process.env.MUTATION_BUDGET ?? '1');

/**
 * With a mutant a test may take so long, and as many times as long as without: then it is taken to run for ever. Without
 * one, Stryker's own limit is enough.
 */
const MOST_MS = 5_000;
const TIMES_AS_LONG = 4;
const NO_LIMIT = 2 ** 31 - 1;

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** What became of each mutant so far, a line each: Stryker itself writes its results at the end only. */
const LOG = join(PROJECT, `.cache/mutation/${process.env.MUTATION_NAME ?? 'last'}.jsonl`);

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
  #wholeDuration = 0;
  /**
   * All tests: for the run that counts which test reaches which mutant, and for all others.
   * @type {{ readonly counting: Script, readonly plain: Script } | null}
   */
  #scripts = null;

  /** @returns {import('@stryker-mutator/api/test-runner').TestRunnerCapabilities} */
  capabilities() {
    // Every run loads all modules anew.
    return { reloadEnvironment: true };
  }

  async init() {
    const source = await bundleTests(this.#folder);
    this.#scripts = {
      counting: new Script(source, { filename: 'tests-of-core.cjs' }),
      plain: new Script(withoutCounting(source), { filename: 'tests-of-core.cjs' }),
    };
  }

  /** @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>} */
  async dryRun() {
    instrumenter.activeMutant = undefined;
    instrumenter.hitCount = undefined;
    const results = [];
    for (const file of this.#loadCore('counting').files.keys()) {
      // Anew for each file: what a module computes once and keeps is reached by the tests of every file.
      results.push(...(await this.#run(this.#loadCore('counting').load(file), false, () => NO_LIMIT)));
    }
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
  async mutantRun(options) {
    if (!isInSample(options.activeMutant))
      return { status: MutantRunStatus.Error, errorMessage: 'not in the sample' };
    const result = await this.#try(options);
    const { fileName, location, mutatorName, replacement } = options.activeMutant;
    const line = {
      status: result.status,
      fileName: relative(PROJECT, fileName),
      location,
      mutatorName,
      replacement,
    };
    appendFileSync(LOG, `${JSON.stringify(line)}\n`);
    return result;
  }

  /**
   * @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options
   * @returns {Promise<import('@stryker-mutator/api/test-runner').MutantRunResult>}
   */
  async #try({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    instrumenter.hitLimit = hitLimit;
    instrumenter.hitCount = hitLimit === undefined ? undefined : 0;
    instrumenter.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    /** @type {import('@stryker-mutator/api/test-runner').TestResult[]} */
    const results = [];
    try {
      const suite = this.#loadCore('plain');
      instrumenter.activeMutant = activeMutant.id;
      for (const [file, ids] of this.#inOrder(suite, activeMutant.fileName, testFilter)) {
        const tests = suite.load(file).filter(({ id }) => ids === null || ids.has(id));
        tests.sort((a, b) => this.#durationOf(a.id) - this.#durationOf(b.id));
        results.push(
          ...(await this.#run(tests, !disableBail, (id) => MOST_MS + TIMES_AS_LONG * this.#durationOf(id))),
        );
        if (!disableBail && results.some(({ status }) => status === TestStatus.Failed)) break;
      }
    } catch (error) {
      if (isEndless(error)) return { status: MutantRunStatus.Timeout, reason: 'A test came to no end.' };
      // The modules or the tests do not even load with it.
      results.push(failed('loading', error));
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
   * @param {'counting' | 'plain'} script
   * @returns {Suite} of which the tests are not loaded yet
   */
  #loadCore(script) {
    const main = /** @type {(...args: unknown[]) => void} */ (this.#scripts?.[script].runInThisContext());
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
   * @param {(id: string) => number} limitOf milliseconds that a test may take
   */
  async #run(tests, bail, limitOf) {
    const results = [];
    for (const { id, name, file, body } of tests) {
      instrumenter.currentTestId = id;
      const start = performance.now();
      try {
        await callWithin(limitOf(id), body);
        results.push({
          id,
          name,
          fileName: join(this.#folder, file),
          timeSpentMs: performance.now() - start,
          status: /** @type {const} */ (TestStatus.Success),
        });
      } catch (error) {
        if (isEndless(error)) throw error;
        results.push({ ...failed(id, error), name, timeSpentMs: performance.now() - start });
        if (bail) break;
      }
    }
    instrumenter.currentTestId = undefined;
    return results;
  }

  /**
   * The files and tests to try a mutant with (null: all tests of the file): first the file named like the source, then
   * the quickest of the others, as far as the budget goes.
   * @param {Suite} suite
   * @param {string} source
   * @param {readonly string[] | undefined} testFilter
   * @returns {[string, ReadonlySet<string> | null][]}
   */
  #inOrder(suite, source, testFilter) {
    if (testFilter === undefined) return [...suite.files.keys()].map((file) => [file, null]);
    const reached = new Set(testFilter);
    const named = `/${basename(source, '.ts')}.test.ts`;
    const tests = Object.entries(this.#knownDurations())
      .map(([id, duration]) => ({ id, duration, file: fileOf(id) }))
      .filter(({ id, file }) => reached.has(id) || reached.has(loadingOf(file)))
      .map((test) => ({ ...test, cost: test.file.endsWith(named) ? 0 : test.duration }))
      .sort((a, b) => a.cost - b.cost);
    let left = BUDGET * this.#wholeDuration;
    /** @type {Map<string, { ids: Set<string>, cost: number }>} */
    const files = new Map();
    for (const { id, file, cost } of tests) {
      left -= cost;
      if (left < 0) break;
      const { ids, cost: sum } = files.get(file) ?? { ids: new Set(), cost: 0 };
      files.set(file, { ids: ids.add(id), cost: sum + cost });
    }
    return [...files].sort(([, a], [, b]) => a.cost - b.cost).map(([file, { ids }]) => [file, ids]);
  }

  /** @param {string} id */
  #durationOf(id) {
    return this.#knownDurations()[id] ?? 0;
  }

  #knownDurations() {
    if (this.#durations === null && existsSync(this.#durationsFile)) {
      this.#durations = /** @type {Record<string, number>} */ (
        JSON.parse(readFileSync(this.#durationsFile, 'utf8'))
      );
      this.#wholeDuration = Object.values(this.#durations).reduce((sum, duration) => sum + duration, 0);
    }
    return this.#durations ?? {};
  }
}

/** @param {string} id of a test */
function fileOf(id) {
  return id.slice(0, id.indexOf('#'));
}

/**
 * @param {string} id
 * @param {unknown} error
 */
function failed(id, error) {
  const failureMessage = error instanceof Error ? error.message : String(error);
  return { id, name: id, timeSpentMs: 0, status: /** @type {const} */ (TestStatus.Failed), failureMessage };
}

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'core', () => new CoreTestRunner()),
];
