/** Something in a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** What a program said before it ended. */
export interface Ended {
  readonly code: number;
  readonly out: Uint8Array;
}

/** What a command may do to the world; tests give it a made-up one. */
export interface Io {
  /** The bytes of a file. @throws Error with a `code` like Node's (`ENOENT`) when it cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
  readStdin(): Promise<Uint8Array>;
  /** What there is at a path; null for nothing, or nothing that can be seen. */
  kindOf(path: string): Promise<'file' | 'folder' | null>;
  /**
   * The files and folders in a folder, links to files among them; links to folders are left out, as they may lead
   * around in circles. @throws Error with a `code` like Node's when it cannot be read.
   */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** Writes a file anew. @throws Error with a `code` like Node's when it cannot be written. */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /** Runs git; null where there is none. */
  git(args: readonly string[]): Promise<Ended | null>;
  out(text: string): void;
  err(text: string): void;
  /** Today's day number since 1970-01-01: periods that end later are incomplete. */
  readonly today: number;
  readonly version: string;
  /** The folder that relative paths begin at, absolute. */
  readonly folder: string;
}

/** Exit codes: fine, findings, wrong use, unreadable file. */
export const FINE = 0;
export const FINDINGS = 1;
export const WRONG_USE = 2;
export const UNREADABLE = 3;

/** The command was used wrongly: the message says what to write instead. */
export class UsageError extends Error {}
