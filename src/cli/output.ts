import { oneLine } from '../core';
import { reasonOf } from './input';
import type { Io } from './io';

/** Writes a result to a file, or to standard output for `-`. Never throws: false when it could not, which is said. */
export async function writeOutput(io: Io, path: string, bytes: Uint8Array): Promise<boolean> {
  if (path === '-') {
    io.out(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    return true;
  }
  try {
    await io.writeFile(path, bytes);
    return true;
  } catch (error) {
    io.err(`retention: cannot write ${oneLine(path)}: ${reasonOf(error)}.\n`);
    return false;
  }
}
