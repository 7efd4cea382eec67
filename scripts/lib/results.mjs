import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './project.mjs';

/**
 * What one runner counted.
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} failures title and message of each failed test
 */

const folder = join(cache, 'results');

/** Forgets the counts of earlier runs, so that a runner that does not start cannot pass with old ones. */
export function clearResults() {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * The file in which a runner leaves its counts.
 * @param {string} name
 */
export function resultFile(name) {
  return join(folder, `${name}.json`);
}

/**
 * @param {string} name
 * @param {Result} result
 */
export function writeResult(name, result) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(resultFile(name), JSON.stringify(result, null, 2));
}

/**
 * The counts a runner left, ours or in vitest's form; null when it left none.
 * @param {string} name
 * @returns {Result | null}
 */
export function readResult(name) {
  const file = resultFile(name);
  if (!existsSync(file)) return null;
  /** @type {unknown} */
  const json = JSON.parse(readFileSync(file, 'utf8'));
  return isVitestReport(json) ? fromVitest(json) : /** @type {Result} */ (json);
}

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {{ name: string, status: string, message: string,
 *   assertionResults: { fullName: string, status: string, failureMessages: string[] | null }[] }[]} testResults
 */

/** @param {unknown} json @returns {json is VitestReport} */
function isVitestReport(json) {
  return typeof json === 'object' && json !== null && 'numPassedTests' in json;
}

/**
 * @param {VitestReport} report
 * @returns {Result}
 */
function fromVitest({ numPassedTests, testResults }) {
  const failures = testResults.flatMap((file) => {
    const tests = file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages?.join('\n') ?? ''}`);
    // A file that does not even load has no tests to fail.
    return tests.length === 0 && file.status === 'failed' ? [`${file.name}\n${file.message}`] : tests;
  });
  return { passed: numPassedTests, failed: failures.length, failures };
}
