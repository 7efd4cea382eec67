import { spawn } from 'node:child_process';
import { root } from './project.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the project's folder unless given
 * @property {NodeJS.ProcessEnv} [env] added to this process's own
 * @property {boolean} [quiet] keeps the output to itself unless the command fails
 * @property {boolean} [deferred] prints the output in one piece when the command has ended
 * @property {(line: string) => boolean} [onLine] sees every line of standard output and says whether to print it
 */

/**
 * Runs a command to its end, without standard input.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export async function run(
  command,
  args,
  { cwd = root, env = {}, quiet = false, deferred = false, onLine } = {},
) {
  const keeps = quiet || deferred;
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', keeps || onLine !== undefined ? 'pipe' : 'inherit', keeps ? 'pipe' : 'inherit'],
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
  });
  /** @type {string[]} */
  const kept = [];
  child.stderr?.on('data', (chunk) => kept.push(String(chunk)));
  if (child.stdout !== null) {
    if (onLine !== undefined) {
      readLines(child.stdout, (line) => {
        if (onLine(line)) console.log(line);
      });
    } else child.stdout.on('data', (chunk) => kept.push(String(chunk)));
  }
  /** @type {Promise<number>} */
  const closed = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  const code = await closed;
  if (deferred) process.stdout.write(kept.join(''));
  else if (code !== 0 && quiet) process.stderr.write(kept.join(''));
  return code;
}

/**
 * Like {@link run}, but a failure is an error.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @throws {Error} that names the command and its exit code
 */
export async function runOrThrow(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`\`${[command, ...args].join(' ')}\` failed with exit code ${code}.`);
}

/**
 * Calls back for every complete line of a stream, and for an unfinished last one.
 * @param {import('node:stream').Readable} stream
 * @param {(line: string) => void} onLine
 */
export function readLines(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (/** @type {string} */ chunk) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
  stream.on('end', () => {
    if (rest !== '') onLine(rest);
  });
}
