/**
 * Runs test/integration in VS Code:
 *
 *   node scripts/test-integration.mjs server|web|desktop [name …]
 *
 * Names (`editing`) choose among the test files; without any, all of them run.
 *
 * `server` and `web` use the builds from the package registry; `desktop` downloads VS Code (VSCODE_VERSION: `stable`,
 * `insiders` or a number). The built extension is needed: `npm run build` first. Everything VS Code prints goes to
 * .cache/logs/.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { bundleIntegrationTests } from './lib/integration-bundle.mjs';
import { cache, messageOf, root } from './lib/project.mjs';
import { writeResult } from './lib/results.mjs';
import { run } from './lib/run.mjs';

const hosts = /** @type {const} */ (['server', 'web', 'desktop']);
/** @typedef {(typeof hosts)[number]} Host */

/**
 * What test/integration/harness says on lines that start with {@link marker}.
 * @typedef {{ event: 'pass', title: string, milliseconds: number }
 *   | { event: 'skip', title: string }
 *   | { event: 'fail', title: string, error: string }
 *   | { event: 'end', passed: number, failed: number }} TestEvent
 */

const marker = '##integration ';

/**
 * Set in the child process that holds VS Code: @vscode/test-electron writes VS Code's output to its own process, so
 * reading it takes a second one. The value is the path of a desktop build, or empty.
 */
const childVariable = 'RETENTION_INTEGRATION_EXECUTABLE';

/**
 * Runs the suite in a child process, shows how each test went and keeps the counts.
 * @param {Host} host
 * @returns {Promise<number>} the exit code: 0 only when tests ran and all of them passed
 */
async function runSuite(host) {
  const executable = host === 'desktop' ? await downloadDesktop() : '';
  /** @type {string[]} */
  const log = [];
  /** @type {string[]} */
  const failures = [];
  let passed = 0;
  /** @type {TestEvent[]} */
  const ends = [];
  const script = join(root, 'scripts/test-integration.mjs');
  const code = await run(process.execPath, [script, host, ...process.argv.slice(3)], {
    env: { [childVariable]: executable },
    onLine: (line) => {
      const event = parseEvent(line);
      if (event === null) log.push(line);
      else if (event.event === 'end') ends.push(event);
      else {
        console.log(describe(event));
        if (event.event === 'pass') passed++;
        if (event.event === 'fail') failures.push(`${event.title}\n${event.error}`);
      }
      return false;
    },
  });
  const logFile = join(cache, 'logs', `integration-${host}.log`);
  mkdirSync(join(cache, 'logs'), { recursive: true });
  writeFileSync(logFile, `${log.join('\n')}\n`);
  if (ends.length === 0) {
    console.log(log.filter(isTelling).slice(-20).join('\n'));
    failures.push(`The suite did not run to its end in ${host}; see ${relative(root, logFile)}.`);
  } else if (passed + failures.length === 0) failures.push('There was no test to run.');
  else if (code !== 0 && failures.length === 0) failures.push(`VS Code ended with exit code ${code}.`);
  writeResult(`integration-${host}`, { passed, failed: failures.length, failures });
  console.log(`integration (${host}): ${passed} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

/**
 * False for lines about native modules and services the builds from npm do without, and for inner stack frames.
 * @param {string} line
 */
function isTelling(line) {
  return !/^\s+at |^ → |^\s*'?\/.*\.node'?,?$|^- \/|spdlog|watchdog|bindings|open-vsx|vsda|Require stack/.test(
    line,
  );
}

/**
 * @param {string} line
 * @returns {TestEvent | null}
 */
function parseEvent(line) {
  const at = line.indexOf(marker);
  if (at === -1) return null;
  /** @type {unknown} */
  const event = JSON.parse(line.slice(at + marker.length, line.lastIndexOf('}') + 1));
  return /** @type {TestEvent} */ (event);
}

/** @param {Exclude<TestEvent, { event: 'end' }>} event */
function describe(event) {
  switch (event.event) {
    case 'pass':
      return `  ok    ${event.title} (${event.milliseconds} ms)`;
    case 'skip':
      return `  skip  ${event.title}`;
    case 'fail':
      return `  FAIL  ${event.title}\n${event.error.replaceAll(/^/gm, '        ')}`;
  }
}

/**
 * @param {Host} host
 * @param {string} executable a desktop build; not used by the other hosts
 */
async function startVSCode(host, executable) {
  const extensionTestsPath = await bundleIntegrationTests(process.argv.slice(3));
  const workspace = copyWorkspace();
  const launcher = [join(root, 'scripts/vscode-launcher.mjs'), `--build=${host}`];
  const options = { extensionDevelopmentPath: root, extensionTestsPath };
  try {
    if (host === 'desktop') {
      const launchArgs = [workspace, '--disable-extensions'];
      await runTests({ ...options, vscodeExecutablePath: executable, launchArgs });
    } else {
      const launchArgs = [...launcher, workspace];
      // The launcher makes its own profile, hence reuseMachineInstall.
      await runTests({
        ...options,
        vscodeExecutablePath: process.execPath,
        launchArgs,
        reuseMachineInstall: true,
      });
    }
  } finally {
    rmSync(workspace, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** A folder of its own for every run, with the examples and the files of test/integration/workspace. */
function copyWorkspace() {
  const workspace = mkdtempSync(join(tmpdir(), 'retention-workspace-'));
  for (const source of ['examples', 'test/integration/workspace']) {
    if (existsSync(join(root, source))) cpSync(join(root, source), workspace, { recursive: true });
  }
  return workspace;
}

/** @returns {Promise<string>} */
async function downloadDesktop() {
  const version = process.env.VSCODE_VERSION ?? 'stable';
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: join(root, '.vscode-test/desktop') });
  } catch (error) {
    throw new Error(
      `test:desktop needs a download of the desktop VS Code (${version}), which failed: ${messageOf(error)}.`,
    );
  }
}

try {
  const host = hosts.find((known) => known === process.argv[2]);
  if (host === undefined) throw new Error(`Name where to run the suite: ${hosts.join(', ')}.`);
  const executable = process.env[childVariable];
  if (executable === undefined) process.exitCode = await runSuite(host);
  else await startVSCode(host, executable);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
