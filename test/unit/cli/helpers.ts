import type { Ended, FolderEntry } from '../../../src/cli/io';
import { run } from '../../../src/cli/run';

/** 2025-01-01, the day all expectations are for. */
export const TODAY = 20_089;

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  /** What git does; none if not said. */
  readonly git?: (args: readonly string[]) => Ended | null;
  /** Takes the files that are written, by path; without it nothing can be written. */
  readonly written?: Record<string, string>;
}

/** Runs the command line on made-up files in `/project`; a file of `Error` cannot be read. */
export async function retention(
  argv: readonly string[],
  files: Readonly<Record<string, string | Uint8Array | Error>> = {},
  world: World = {},
): Promise<Result> {
  let out = '';
  let err = '';
  const read = (path: string): Promise<Uint8Array> => {
    const file = Object.hasOwn(files, plainPath(path)) ? files[plainPath(path)] : undefined;
    if (file === undefined) return Promise.reject(systemError('ENOENT'));
    if (file instanceof Error) return Promise.reject(file);
    return Promise.resolve(typeof file === 'string' ? new TextEncoder().encode(file) : file);
  };
  const code = await run(argv, {
    readFile: read,
    readStdin: () => read('-'),
    kindOf: (path) => Promise.resolve(kindOf(Object.keys(files), plainPath(path))),
    list: (folder) => Promise.resolve(list(Object.keys(files), plainPath(folder))),
    writeFile: (path, bytes) => {
      if (world.written === undefined) return Promise.reject(systemError('EACCES'));
      world.written[path] = new TextDecoder().decode(bytes);
      return Promise.resolve();
    },
    git: (args) => Promise.resolve(world.git?.(args) ?? null),
    out: (text) => (out += text),
    err: (text) => (err += text),
    today: TODAY,
    version: '1.2.3',
    folder: '/project',
  });
  return { code, out, err };
}

/** A path from `/project`, as the made-up files have it; '' is the folder itself. */
function plainPath(path: string): string {
  const inside = path === '/project' ? '' : path.replace(/^\/project\//, '');
  return inside === '.' ? '' : inside.replace(/^\.\//, '').replace(/\/$/, '');
}

function kindOf(paths: readonly string[], path: string): 'file' | 'folder' | null {
  if (paths.includes(path)) return 'file';
  return path === '' || paths.some((other) => other.startsWith(`${path}/`)) ? 'folder' : null;
}

function list(paths: readonly string[], folder: string): FolderEntry[] {
  const before = folder === '' ? '' : `${folder}/`;
  const inside = paths.filter((path) => path.startsWith(before)).map((path) => path.slice(before.length));
  const names = new Set(inside.map((path) => path.split('/', 1)[0]!));
  return [...names].map((name) => ({ name, kind: inside.includes(name) ? 'file' : 'folder' }));
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), { code });
}

/** Text as typed on a keyboard: narrow spaces become spaces. */
export function plain(text: string): string {
  return text.replaceAll('\u202f', ' ');
}
