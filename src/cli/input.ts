import type { Io } from './io';

/** Why there is nothing of a file. */
export interface Unreadable {
  readonly name: string;
  /** A sentence without its full stop. */
  readonly unreadable: string;
  /** Nothing is there. */
  readonly missing: boolean;
}

/** A file's text, or why there is none. */
export type Input =
  | {
      readonly name: string;
      readonly text: string;
      /** Place of the first byte that is not UTF-8, from 0, or null. */
      readonly badByte: number | null;
    }
  | Unreadable;

/** What the system says, for people. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'you may not read it; change its permissions',
  EPERM: 'you may not read it; change its permissions',
  ENOTDIR: 'a part of the path is not a folder',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
  ENAMETOOLONG: 'its name is too long',
};

/** Reads a file, or standard input for `-`. Never throws: a file that cannot be read says why. */
export async function readInput(io: Io, path: string): Promise<Input> {
  const read = await readBytes(io, path);
  return 'unreadable' in read ? read : { name: read.name, ...decode(read.bytes) };
}

/** The same, as it is on the disk. */
export async function readBytes(
  io: Io,
  path: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | Unreadable> {
  const name = path === '-' ? '<stdin>' : path;
  try {
    return { name, bytes: path === '-' ? await io.readStdin() : await io.readFile(path) };
  } catch (error) {
    return {
      name,
      unreadable: `cannot read ${name}: ${reasonOf(error)}`,
      missing: codeOf(error) === 'ENOENT',
    };
  }
}

/**
 * UTF-8 bytes as text. Bytes that are not UTF-8 become U+FFFD, so that the rest can be shown; `badByte` says where
 * the first one is. The byte order mark stays: the format knows it.
 *
 * @example
 * decode(new Uint8Array([0x61, 0xff])); // { text: 'a\ufffd', badByte: 1 }
 */
export function decode(bytes: Uint8Array): { text: string; badByte: number | null } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), badByte: null };
  } catch {
    return {
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      badByte: firstBadByte(bytes),
    };
  }
}

/** Length of the longest prefix that is UTF-8, found by halving: decoding is much faster than a loop over bytes. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // `stream` allows the prefix to end inside a character.
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  // The last bytes of the good prefix may be the start of the character that turned out bad.
  while (good > 0 && !isUtf8(bytes.subarray(0, good), false)) good--;
  return good;
}

function isUtf8(bytes: Uint8Array, mayBeCut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayBeCut });
    return true;
  } catch {
    return false;
  }
}

/** Why the system refused, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  return REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
