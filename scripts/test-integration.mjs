/**
 * Runs test/integration in VS Code:
 *
 *   node scripts/test-integration.mjs server|web|desktop
 *
 * `server` and `web` use the builds from the package registry; `desktop` downloads VS Code (VSCODE_VERSION: `stable`,
 * `insiders` or a number). The built extension is needed: `npm run build` first.
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { bundleIntegrationTests } from './lib/integration-bundle.mjs';
import { cache, isMain, messageOf, root } from './lib/project.mjs';
import { writeResult } from './lib/results.mjs';
import { run } from './lib/run.mjs';

const hosts = /** @type {const} */ (['server', 'web', 'desktop']);
/** @typedef {(typeof hosts)[number]} Host */

/** The line of the console that carries the outcome; written by test/integration/harness. */
const marker = '##integration ';

/** The variable under which this script runs itself once more, to read what VS Code prints. */
const childVariable = 'RETENTION_INTEGRATION_CHILD';

/**
 * Runs the suite in a child process, shows what it prints and keeps its counts.
 * @param {Host} host
 * @returns {Promise<number>} the exit code: 0 only when tests ran and all of them passed
 */
async function runSuite(host) {
  /** @type {import('./lib/results.mjs').Result[]} */
  const results = [];
  const code = await run(process.execPath, [join(root, 'scripts/test-integration.mjs'), host], {
    env: { [childVariable]: '1' },
    onLine: (line) => {
      const at = line.indexOf(marker);
      if (at === -1) return true;
      /** @type {unknown} */
      const outcome = JSON.parse(line.slice(at + marker.length, line.lastIndexOf('}') + 1));
      const { passed, failures } = /** @type {{ passed: number, failures: string[] }} */ (outcome);
      results.push({ passed, failed: failures.length, failures });
      return false;
    },
  });
  const result = results.at(-1) ?? {
    passed: 0,
    failed: 1,
    failures: [`The suite gave no result in ${host}.`],
  };
  writeResult(`integration-${host}`, result);
  console.log(`integration (${host}): ${result.passed} passed, ${result.failed} failed`);
  return code !== 0 || result.failed > 0 || result.passed === 0 ? 1 : 0;
}

/** @param {Host} host */
async function startVSCode(host) {
  const extensionTestsPath = await bundleIntegrationTests();
  const workspace = copyWorkspace();
  try {
    if (host === 'desktop') {
      const vscodeExecutablePath = await download();
      const launchArgs = [workspace, '--disable-extensions'];
      await runTests({
        vscodeExecutablePath,
        extensionDevelopmentPath: root,
        extensionTestsPath,
        launchArgs,
      });
    } else {
      const launchArgs = [join(root, 'scripts/vscode-launcher.mjs'), `--build=${host}`, workspace];
      await runTests({
        vscodeExecutablePath: process.execPath,
        extensionDevelopmentPath: root,
        extensionTestsPath,
        launchArgs,
        // The launcher makes its own profile.
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
async function download() {
  const version = process.env.VSCODE_VERSION ?? 'stable';
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: join(cache, 'desktop') });
  } catch (error) {
    throw new Error(
      `The desktop build of VS Code (${version}) could not be downloaded, which test:desktop needs: ${messageOf(error)}.`,
    );
  }
}

if (isMain(import.meta.url)) {
  const host = hosts.find((known) => known === process.argv[2]);
  if (host === undefined) {
    console.error(`Name where to run the suite: ${hosts.join(', ')}.`);
    process.exitCode = 2;
  } else if (process.env[childVariable] === '1') {
    await startVSCode(host).catch((/** @type {unknown} */ error) => {
      console.error(messageOf(error));
      process.exit(1);
    });
  } else process.exitCode = await runSuite(host);
}
