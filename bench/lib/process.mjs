import { spawnSync } from 'node:child_process';

/**
 * Runs a program to its end, with its output kept in memory as a pipe would.
 * @param {string} program
 * @param {readonly string[]} args
 * @throws {Error} when it cannot be run, or says that something is wrong
 */
export function start(program, args) {
  const { status, error, stderr } = spawnSync(program, args, { maxBuffer: 1 << 30, encoding: 'utf8' });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
}
