import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, inject } from 'vitest';

const run = promisify(execFile);

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

/** Ends VS Code's server as a power cut would: nothing of it can put anything in order. */
export async function killServer(): Promise<void> {
  process.kill((await server()).id, 'SIGKILL');
}

/** Ends the extension hosts of VS Code's server in the same way; the server lives on. */
export async function killExtensionHosts(): Promise<void> {
  const parent = (await server()).id;
  const hosts = (await processes()).filter(
    (each) => each.parent === parent && each.command.includes('--type=extensionHost'),
  );
  expect(hosts).not.toEqual([]);
  for (const { id } of hosts) process.kill(id, 'SIGKILL');
}

/** Waits until the server answers again. */
export async function serverIsBack(): Promise<void> {
  const answers = () =>
    fetch(inject('origin')).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(answers, { interval: 200 }).toBe(true);
}

/** The server of this run: no other has its data. */
async function server(): Promise<Process> {
  const data = inject('userData');
  const found = (await processes()).find(
    ({ command }) => data !== null && command.includes(data) && command.includes('server-main.js'),
  );
  if (found === undefined) throw new Error('The server of this run is not there.');
  return found;
}

async function processes(): Promise<Process[]> {
  const { stdout } = await run('ps', ['-eww', '-o', 'pid=,ppid=,args='], { maxBuffer: 16 * 1024 * 1024 });
  return stdout.split('\n').flatMap((line) => {
    const [, id, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return id === undefined ? [] : [{ id: Number(id), parent: Number(parent), command: command ?? '' }];
  });
}
