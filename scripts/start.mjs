/**
 * Builds the extension and opens the examples with it: in the desktop VS Code when `code` is on the PATH, else in a
 * VS Code server of its own whose address it prints. Edits go to the files in examples/ either way.
 *
 *   npm start [-- --server] [-- --port 8080]
 *
 * --server uses the server even where there is a desktop VS Code; --port (or PORT) chooses its port.
 *
 * Works as the first command after cloning: only Node's own modules are imported before the packages are there.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensurePackages } from './lib/install.mjs';
import { messageOf, root } from './lib/project.mjs';
import { startServer } from './lib/server.mjs';
import { ensure } from './vscode-builds.mjs';

const folder = join(root, 'examples');
/** A small extension that opens an example with ours. */
const opener = join(root, 'scripts/opener');

/**
 * The desktop VS Code, when there is one that can open a window here; it refuses to run as root.
 * @returns {string | null}
 */
function findDesktop() {
  const { platform, env } = process;
  const noDisplay = platform === 'linux' && env.DISPLAY === undefined && env.WAYLAND_DISPLAY === undefined;
  if (noDisplay || process.getuid?.() === 0) return null;
  const name = platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (env.PATH ?? '').split(delimiter).filter((entry) => entry !== '');
  return folders.map((entry) => join(entry, name)).find((path) => existsSync(path)) ?? null;
}

/**
 * @param {string} code
 * @returns {Promise<boolean>} whether VS Code took the folder
 */
function openDesktop(code) {
  const quote = (/** @type {string} */ text) => (process.platform === 'win32' ? `"${text}"` : text);
  const development = [root, opener].map((path) => `--extensionDevelopmentPath=${path}`);
  const args = ['--new-window', ...development, folder].map(quote);
  const child = spawn(quote(code), args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (exitCode) => resolve(exitCode === 0));
  });
}

/** @param {number} port 0 for a free one */
async function openServer(port) {
  const server = await startServer(await ensure('server'), {
    port,
    extensions: [opener],
    settings: { 'git.openRepositoryInParentFolders': 'always' },
  });
  console.log(`\nRetention Notebook runs in VS Code at\n\n  ${server.url({ folder, extension: root })}\n`);
  console.log(`Open the address in a browser; what you save goes to ${folder}. Ctrl+C stops.`);
  // Ctrl+C is how it is meant to end.
  process.exitCode = 0;
}

/**
 * @param {string | undefined} text
 * @throws {Error} when it is no port
 */
function parsePort(text) {
  if (text === undefined || text === '') return 0;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`"${text}" is no port: give a whole number from 0 to 65535.`);
}

try {
  const { values } = parseArgs({ options: { server: { type: 'boolean' }, port: { type: 'string' } } });
  const port = parsePort(values.port ?? process.env.PORT);
  await ensurePackages();
  const { build } = await import('./build.mjs');
  await build({ quiet: true });
  const code = values.server === true ? null : findDesktop();
  if (code !== null && (await openDesktop(code))) console.log('Opened the examples in the desktop VS Code.');
  else await openServer(port);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}
