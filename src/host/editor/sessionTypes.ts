import type { Disposable, FromWebview, ToWebview } from '../../protocol';
import type { TextEdit } from '../../core';
import type { PreviewSurroundings, Snapshot, Surroundings } from './pageLink';

/** What VS Code gives to extensions as a document, in bytes and in characters; a larger file opens as a snapshot. */
export const LARGEST_DOCUMENT = 50 * 1024 * 1024;

/** The document as a session sees it: VS Code's `TextDocument`, or a string in a test. */
export interface SessionDocument {
  readonly version: number;
  readonly eol: '\n' | '\r\n';
  readonly lineCount: number;
  text(): string;
  slice(start: number, end: number): string;
  /**
   * Length of the text in UTF-16 units. As all that is about offsets, it has VS Code add up the lines when it is first
   * asked for, which keeps whoever opens a large file waiting.
   */
  length(): number;
  /** The lines with their breaks, which cost what is read of them. */
  lines(): Iterable<string>;
  /**
   * Applies ascending edits of the present text as one undo step. Resolves to false when the document
   * changed meanwhile or can't be edited; the change event has come before the promise resolves.
   * @throws ReadOnlyError when the document turned out to be read-only; it is as it was before.
   */
  apply(edits: readonly TextEdit[]): Promise<boolean>;
}

/** The file can't be saved. VS Code lets such a document be edited, and loses the edits. */
export class ReadOnlyError extends Error {
  constructor() {
    super('The file is read-only.');
  }
}

/** What a page may ask for besides editing. */
export interface PageHandler {
  /** What the page is told when it starts, besides the text. */
  surroundings(): Omit<Surroundings, 'protocol'>;
  /** What it is told besides first lines, or null when it shall begin elsewhere. */
  preview(): PreviewSurroundings | null;
  /** The page has been given the text, and can be told what to do with it. */
  started(): void;
  /** An edit showed that the file is read-only, which `surroundings` says from now on. */
  foundReadOnly(): void;
  /** The page is of another version of the extension. It was not started, so that its edits come to nothing. */
  foundOutdated(): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Everything that is none of the session's business: selection, clipboard, log, … */
  other(message: OtherMessage): void;
}

export type OtherMessage = Extract<
  FromWebview,
  { type: 'openAsText' | 'selection' | 'view' | 'copy' | 'requestPaste' | 'savePicture' | 'action' | 'log' }
>;

/** Where a session writes what nobody waits for. */
export interface SessionLog {
  warn(message: string): void;
  error(message: string): void;
}

/** One page of a session, to its owner. */
export interface SessionPage extends Disposable {
  send(message: ToWebview): void;
  /** The page was hidden, that is, thrown away; it will say `ready` when it is back. */
  hide(): void;
  readonly isLive: boolean;
}

/** What a page needs to start from the document as it is now. */
export function snapshotOf(document: SessionDocument): Snapshot {
  return { version: document.version, text: document.text(), eol: document.eol };
}
