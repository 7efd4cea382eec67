import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Ended, FolderEntry, Io } from './io';

const MILLISECONDS_PER_DAY = 86_400_000;

/** The version in the package's manifest, wherever the bundle lies inside the package. */
function version(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) {
      const { version: found } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string };
      if (found !== undefined) return found;
    }
    const parent = dirname(folder);
    if (parent === folder) return 'unknown';
    folder = parent;
  }
}

/** The day by the local calendar: what people call today. */
function today(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MILLISECONDS_PER_DAY;
}

/** At once: thousands of small files would spend most of their time between the threads of an asynchronous reading. */
function readFile(path: string): Promise<Uint8Array> {
  return new Promise((resolve) => {
    resolve(readFileSync(path));
  });
}

async function kindOf(path: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return null;
  }
}

async function list(folder: string): Promise<readonly FolderEntry[]> {
  const entries: FolderEntry[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (entry.isDirectory()) entries.push({ name, kind: 'folder' });
    else if (entry.isFile() || (entry.isSymbolicLink() && (await kindOf(join(folder, name))) === 'file')) {
      entries.push({ name, kind: 'file' });
    }
  }
  return entries;
}

/** Runs git in the present folder; its messages go to the error stream. */
async function git(args: readonly string[]): Promise<Ended | null> {
  const child = spawn('git', args, { stdio: ['ignore', 'pipe', 'inherit'], windowsHide: true });
  const failed = once(child, 'error').then(() => null);
  const ended = Promise.all([buffer(child.stdout), once(child, 'close')]).then(([out, [code]]): Ended => ({
    code: typeof code === 'number' ? code : 255,
    out,
  }));
  return Promise.race([failed, ended]);
}

/** The world as this process has it. */
export function nodeIo(): Io {
  // A reader that has seen enough (`retention report FILE | head`) closes the pipe: that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    readFile,
    readStdin: () => buffer(process.stdin),
    kindOf,
    list,
    writeFile: (path, bytes) => writeFile(path, bytes),
    git,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    today: today(),
    version: version(),
    folder: process.cwd(),
  };
}
