/**
 * npm installs that happen only when something is missing. Nothing here may import a package: it runs first.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './project.mjs';
import { runOrThrow } from './run.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/** Installs the packages of the project when they are missing or older than package-lock.json. */
export async function ensurePackages() {
  if (isInstalled(root)) return;
  console.log('Installing the packages of package-lock.json…');
  await npm(['ci', '--no-audit', '--no-fund'], root);
}

/**
 * True when node_modules holds exactly what package-lock.json asks for. Optional packages (binaries of other
 * platforms) may be missing.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const wanted = readLock(join(folder, 'package-lock.json'));
  const present = readLock(join(folder, 'node_modules/.package-lock.json'));
  if (wanted === null || present === null) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || present[path]?.version === version || (optional === true && !(path in present)),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | null}
 */
function readLock(file) {
  if (!existsSync(file)) return null;
  /** @type {unknown} */
  const json = JSON.parse(readFileSync(file, 'utf8'));
  const lock = /** @type {Lock} */ (json);
  return lock.packages ?? null;
}

/**
 * Runs npm: the one that started this script, else the one beside this Node, else the one on the PATH.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const script = [process.env.npm_execpath, beside].find(
    (file) => file?.endsWith('npm-cli.js') && existsSync(file),
  );
  const options = { cwd, quiet: true };
  if (script !== undefined) await runOrThrow(process.execPath, [script, ...args], options);
  else await runOrThrow(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}
