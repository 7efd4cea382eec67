/**
 * The test module that VS Code's extension host loads: runs the whole suite in a Node host (server and desktop build)
 * as well as in a web worker (web build), and tells the process outside what happens, one console line per event.
 */
import 'mocha/mocha.js';
import type MochaType from 'mocha';

/** What scripts/test-integration.mjs reads from the console, as JSON after {@link marker}. */
type TestEvent =
  | { readonly event: 'pass'; readonly title: string; readonly milliseconds: number }
  | { readonly event: 'skip'; readonly title: string }
  | { readonly event: 'fail'; readonly title: string; readonly error: string }
  | { readonly event: 'end'; readonly passed: number; readonly failed: number };

const marker = '##integration ';

/** Tests wait for conditions, never for time; this is how long a condition may take before it counts as failed. */
const timeLimit = 30_000;

/**
 * Runs every test of test/integration/suite.
 * @throws {Error} when a test failed or when there was none, which makes VS Code's exit code 1
 */
export async function run(): Promise<void> {
  // mocha's browser build leaves its class here; the ready-made instance beside it wants a page with an address.
  const { Mocha } = globalThis as unknown as { readonly Mocha: typeof MochaType };
  const mocha = new Mocha({ ui: 'bdd', timeout: timeLimit, forbidOnly: true, reporter: 'base' });
  // The interface puts describe and it where the test files, which are loaded next, look for them.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('integration:tests');

  let passed = 0;
  let failed = 0;
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => {
      passed++;
      tell({ event: 'pass', title: test.fullTitle(), milliseconds: test.duration ?? 0 });
    });
    runner.on('pending', (test) => tell({ event: 'skip', title: test.fullTitle() }));
    runner.on('fail', (test, error: unknown) => {
      failed++;
      tell({ event: 'fail', title: test.fullTitle(), error: textOf(error) });
    });
  });
  tell({ event: 'end', passed, failed });
  if (failed > 0) throw new Error(`${failed} integration tests failed.`);
  if (passed === 0) throw new Error('No integration test ran.');
}

function tell(event: TestEvent): void {
  console.log(marker + JSON.stringify(event));
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
