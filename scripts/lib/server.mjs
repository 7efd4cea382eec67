/**
 * VS Code as a server on this machine, without a connection token and reachable from this machine only.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { nodeFor, serverScript } from '../vscode-builds.mjs';
import { readLines, runOrThrow } from './run.mjs';

/** @typedef {import('../vscode-builds.mjs').Build} Build */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {string} origin for example `http://127.0.0.1:40123`
 * @property {string} userData folder with the user's settings, and backups of unsaved work
 * @property {(target: WorkbenchTarget) => string} url the address of a workbench
 * @property {() => string[]} log the last lines the server wrote
 * @property {() => Promise<void>} stop ends the server with everything it started, and deletes its data
 */

/**
 * @typedef {object} WorkbenchTarget
 * @property {string} folder absolute path of the folder to open
 * @property {string} [extension] absolute path of the extension under development; there can be one
 * @property {string} [tests] absolute path of the test module to run in the extension host
 */

/**
 * @typedef {object} ServerOptions
 * @property {number} [port] a free one unless given
 * @property {string} [vsix] a packaged extension to install first
 * @property {readonly string[]} [extensions] folders of extensions to install as they are
 * @property {Record<string, unknown>} [settings] user settings beside {@link quietSettings}
 * @property {number} [restartAfter] when something else than `stop` ends the server, it is started again on the same
 * port with the same data after so many milliseconds; never unless given
 */

const stopSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** What every window starts with: no tips, no telemetry, no account, and nothing saved behind the user's back. */
export const quietSettings = {
  'chat.commandCenter.enabled': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * Starts a server build and waits until it listens.
 * @param {Build} build
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 * @throws {Error} with the server's last words when it does not start
 */
export async function startServer(
  build,
  { port = 0, vsix, extensions = [], settings = {}, restartAfter } = {},
) {
  const data = mkdtempSync(join(tmpdir(), 'retention-server-'));
  const userData = join(data, 'user');
  const args = [serverScript(build), ...serverArguments(data, userData)];
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(
    join(userData, 'User/settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, null, 2),
  );
  for (const extension of extensions) {
    cpSync(extension, join(data, 'extensions', basename(extension)), { recursive: true });
  }
  if (vsix !== undefined) {
    await runOrThrow(nodeFor(build), [...args, '--install-extension', vsix], { quiet: true });
  }
  /** @type {string[]} */
  const log = [];
  const keep = (/** @type {string} */ line) => {
    log.push(line);
    if (log.length > 200) log.shift();
  };
  const begin = (/** @type {number} */ onPort) => spawnServer(build, args, onPort, keep);
  let server = begin(port);
  let isStopping = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let restart;
  const release = endWithThisProcess(() => end(server.child, data));
  const actualPort = await server.listening;
  const watch = () => {
    if (restartAfter === undefined) return;
    void server.exited.then(() => {
      if (isStopping) return;
      // What it had started may hold its data, and has nobody to work for.
      endGroup(server.child);
      restart = setTimeout(() => {
        server = begin(actualPort);
        server.listening.catch((/** @type {unknown} */ error) => keep(String(error)));
        watch();
      }, restartAfter);
    });
  };
  watch();
  const origin = `http://127.0.0.1:${actualPort}`;
  const stop = async () => {
    isStopping = true;
    clearTimeout(restart);
    release();
    server.child.kill();
    await server.exited;
    end(server.child, data);
  };
  return {
    port: actualPort,
    origin,
    userData,
    url: (target) => workbenchUrl(origin, target),
    log: () => [...log],
    stop,
  };
}

/**
 * Starts the process of a server.
 * @param {Build} build
 * @param {readonly string[]} args
 * @param {number} port
 * @param {(line: string) => void} keep is given every line it writes
 */
function spawnServer(build, args, port, keep) {
  const network = ['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'];
  const child = spawn(nodeFor(build), [...args, ...network], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: the extension hosts it starts have to end with it.
    detached: process.platform !== 'win32',
  });
  /** @type {string[]} */
  const said = [];
  const hear = (/** @type {string} */ line) => {
    said.push(line);
    if (said.length > 20) said.shift();
    keep(line);
  };
  const listening = new Promise((/** @type {(port: number) => void} */ resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${build.label} did not start:\n${said.join('\n')}`)));
    readLines(child.stderr, hear);
    readLines(child.stdout, (line) => {
      hear(line);
      const found = /^Extension host agent listening on (\d+)/.exec(line);
      if (found !== null) resolve(Number(found[1]));
    });
  });
  const exited = new Promise((/** @type {(ended: void) => void} */ resolve) =>
    child.once('exit', () => resolve()),
  );
  return { child, listening, exited };
}

/**
 * Ends a server and everything it started, at once, and deletes its data.
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} data
 */
function end(child, data) {
  endGroup(child);
  rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/**
 * Ends a process and everything it started, at once.
 * @param {import('node:child_process').ChildProcess} child
 */
function endGroup(child) {
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Everything has ended already.
  }
}

/**
 * Cleans up when this process exits, whether by itself or by a signal. Its exit code after a signal is
 * `process.exitCode` where that is set.
 * @param {() => void} cleanUp
 * @returns {() => void} forgets it
 */
function endWithThisProcess(cleanUp) {
  const onSignal = () => process.exit(process.exitCode ?? 130);
  process.once('exit', cleanUp);
  for (const signal of stopSignals) process.once(signal, onSignal);
  return () => {
    process.off('exit', cleanUp);
    for (const signal of stopSignals) process.off(signal, onSignal);
  };
}

/**
 * @param {string} data
 * @param {string} userData
 */
function serverArguments(data, userData) {
  return [
    '--accept-server-license-terms',
    '--disable-telemetry',
    '--disable-workspace-trust',
    '--server-data-dir',
    data,
    '--user-data-dir',
    userData,
  ];
}

/**
 * The address of a workbench on a server.
 * @param {string} origin
 * @param {WorkbenchTarget} target
 */
export function workbenchUrl(origin, { folder, extension, tests }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${new URL(origin).host}${uriPath(path)}`;
  /** @type {[string, string][]} */
  const payload = [['skipWelcome', 'true']];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  const url = new URL(origin);
  url.searchParams.set('folder', uriPath(folder));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/**
 * An absolute path as a URI has it: with slashes, also before a drive letter.
 * @param {string} path
 */
function uriPath(path) {
  const slashes = path.replaceAll('\\', '/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}
