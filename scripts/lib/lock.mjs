import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Does something while no other process on this machine does it. A lock left behind by a process that is gone does
 * not count.
 * @template T
 * @param {string} file the lock; exists only while it is held
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(file, action) {
  while (!take(file)) {
    if (!isHeld(file)) rmSync(file, { force: true });
    else await delay(200);
  }
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function isHeld(file) {
  let owner = '';
  try {
    owner = readFileSync(file, 'utf8');
    // An empty file has just been created by a process that is about to write its id.
    if (owner !== '') process.kill(Number(owner), 0);
    return true;
  } catch (error) {
    // EPERM: the process is there but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
