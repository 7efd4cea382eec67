import { run } from '../../../src/cli/run';

/** 2025-01-01, the day all expectations are for. */
export const TODAY = 20_089;

export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line on made-up files; a file of `Error` cannot be read. */
export async function retention(
  argv: readonly string[],
  files: Readonly<Record<string, string | Uint8Array | Error>> = {},
): Promise<Result> {
  let out = '';
  let err = '';
  const read = (path: string): Promise<Uint8Array> => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (file === undefined) return Promise.reject(systemError('ENOENT'));
    if (file instanceof Error) return Promise.reject(file);
    return Promise.resolve(typeof file === 'string' ? new TextEncoder().encode(file) : file);
  };
  const code = await run(argv, {
    readFile: read,
    readStdin: () => read('-'),
    out: (text) => (out += text),
    err: (text) => (err += text),
    today: TODAY,
    version: '1.2.3',
  });
  return { code, out, err };
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), { code });
}

/** Text as typed on a keyboard: narrow spaces become spaces. */
export function plain(text: string): string {
  return text.replaceAll('\u202f', ' ');
}
