import type { SessionDocument } from './sessionTypes';

/** A text that is shown as it is on the disk and can't be edited. */
export class SnapshotDocument implements SessionDocument {
  version = 1;

  constructor(private content: string) {}

  get eol(): '\n' | '\r\n' {
    return this.content.includes('\r\n') ? '\r\n' : '\n';
  }

  text(): string {
    return this.content;
  }

  slice(start: number, end: number): string {
    return this.content.slice(start, end);
  }

  length(): number {
    return this.content.length;
  }

  get lineCount(): number {
    return this.content.split('\n').length;
  }

  lines(): Iterable<string> {
    return this.content.split(/(?<=\n)/);
  }

  apply(): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** The file has another text now; the session is to be told. */
  replace(content: string): void {
    this.content = content;
    this.version += 1;
  }
}
