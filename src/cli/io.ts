/** What a command may do to the world; tests give it a made-up one. */
export interface Io {
  /** The bytes of a file. @throws Error with a `code` like Node's (`ENOENT`) when it cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
  readStdin(): Promise<Uint8Array>;
  out(text: string): void;
  err(text: string): void;
  /** Today's day number since 1970-01-01: periods that end later are incomplete. */
  readonly today: number;
  readonly version: string;
}

/** Exit codes: fine, findings, wrong use, unreadable file. */
export const FINE = 0;
export const FINDINGS = 1;
export const WRONG_USE = 2;
export const UNREADABLE = 3;

/** The command was used wrongly: the message says what to write instead. */
export class UsageError extends Error {}
