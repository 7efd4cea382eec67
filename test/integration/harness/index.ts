/**
 * The test module that VS Code's extension host loads: runs the whole suite in a Node host (server and desktop build)
 * as well as in a web worker (web build), and tells the process outside through the console what came of it.
 */
import 'mocha/mocha.js';
import { marker, type Outcome } from './outcome';

/** Tests wait for conditions, never for time; this is how long a condition may take before it counts as failed. */
const timeLimit = 30_000;

/**
 * Runs every test.
 * @throws {Error} when a test failed or when there was none, which makes VS Code's exit code 1
 */
export async function run(): Promise<void> {
  // The base reporter prints nothing.
  mocha.setup({ ui: 'bdd', timeout: timeLimit, forbidOnly: true, reporter: 'base' });
  await import('integration:tests');
  const outcome = await new Promise<Outcome>((resolve) => {
    const failures: string[] = [];
    const runner = mocha.run(() => {
      resolve({ passed: runner.stats?.passes ?? 0, skipped: runner.stats?.pending ?? 0, failures });
    });
    // One line per test, as soon as it ends, so that a run that hangs shows where.
    runner.on('pass', (test) => console.log(`  ok    ${test.fullTitle()} (${test.duration ?? 0} ms)`));
    runner.on('pending', (test) => console.log(`  skip  ${test.fullTitle()}`));
    runner.on('fail', (test, error: unknown) => {
      failures.push(`${test.fullTitle()}\n${textOf(error)}`);
      console.log(`  FAIL  ${test.fullTitle()}\n${textOf(error)}`);
    });
  });
  console.log(marker + JSON.stringify(outcome));
  if (outcome.failures.length > 0) throw new Error(`${outcome.failures.length} integration tests failed.`);
  if (outcome.passed === 0) throw new Error('No integration test ran.');
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
