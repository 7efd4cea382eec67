/**
 * Debian's packages for tests that need a program of the system, installed where we may. Nothing here may import a
 * package.
 */
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** apt-get locks its lists and its packages: one installation after the other. @type {Promise<unknown>} */
let queue = Promise.resolve();
let updated = false;

/**
 * Installs packages with apt-get, after those that were asked for before.
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} false where apt-get does not exist, asks a password or fails
 */
export function installWithApt(packages) {
  const installed = queue.then(() => install(packages));
  queue = installed.catch(() => undefined);
  return installed;
}

/** @param {readonly string[]} packages */
async function install(packages) {
  const asRoot = await commandAsRoot();
  if (asRoot === null) return false;
  console.log(`Installing ${packages.join(' and ')} with apt-get…`);
  const [command = 'apt-get', ...rest] = asRoot;
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  // The lists of packages are missing on a fresh machine and old on others.
  if (!updated) await run(command, [...rest, 'update'], options);
  updated = true;
  return (
    (await run(command, [...rest, 'install', '-y', '--no-install-recommends', ...packages], options)) === 0
  );
}

/**
 * How to run apt-get here: directly as root, or with a sudo that asks no password; null where neither works.
 * @returns {Promise<string[] | null>}
 */
async function commandAsRoot() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  if (!existsSync('/usr/bin/sudo') || (await run('sudo', ['-n', 'true'], { quiet: true })) !== 0) return null;
  return ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
}
