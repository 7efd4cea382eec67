import { applyEdits } from '../../../../src/core';
import type { TextEdit } from '../../../../src/core';
import { inverseEdits } from '../../../../src/host/editor/changes';
import type { ContentChange } from '../../../../src/host/editor/changes';
import { ReadOnlyError } from '../../../../src/host/editor/sessionTypes';
import type { SessionDocument } from '../../../../src/host/editor/sessionTypes';

type Listener = (changes: readonly ContentChange[], reason: 'undo' | 'redo' | null) => void;

interface Attempt {
  readonly version: number;
  readonly edits: readonly TextEdit[];
  readonly resolve: (applied: boolean) => void;
  readonly reject: (error: Error) => void;
}

/**
 * VS Code's document as far as a session can tell: edits arrive later than they are sent, and not at all
 * when the document has changed on the way. Whoever holds it opens the gate for each of them.
 */
export class FakeDocument implements SessionDocument {
  version = 1;
  eol: '\n' | '\r\n' = '\n';
  /** Every text a session has put into the document, in order. */
  readonly applied: string[] = [];
  /** VS Code takes edits but would never save them. */
  readOnly = false;
  /** How VS Code words the change it makes of edits. */
  wording: 'plain' | 'joined' = 'plain';
  onChange: Listener = () => undefined;
  private readonly attempts: Attempt[] = [];
  private readonly undoStack: string[] = [];
  private readonly redoStack: string[] = [];

  constructor(private content: string) {}

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

  apply(edits: readonly TextEdit[]): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.attempts.push({ version: this.version, edits, resolve, reject });
    });
  }

  /** Number of edits on their way. */
  get underWay(): number {
    return this.attempts.length;
  }

  /** Lets the oldest edit arrive. */
  open(): void {
    const attempt = this.attempts.shift();
    if (attempt === undefined) return;
    if (attempt.version !== this.version) {
      attempt.resolve(false);
      return;
    }
    if (this.readOnly) {
      const inverse = inverseEdits(attempt.edits, (start, end) => this.slice(start, end));
      this.change(attempt.edits);
      this.change(inverse);
      attempt.reject(new ReadOnlyError());
      return;
    }
    this.applied.push(...attempt.edits.map(({ text }) => text));
    this.change(attempt.edits);
    attempt.resolve(true);
  }

  /** The oldest edit fails as if VS Code had refused it. */
  refuse(how: 'false' | 'error'): void {
    const attempt = this.attempts.shift();
    if (how === 'false') attempt?.resolve(false);
    else attempt?.reject(new Error('no'));
  }

  /** Somebody else, or VS Code, changes the text. */
  change(edits: readonly TextEdit[]): void {
    this.undoStack.push(this.content);
    this.redoStack.length = 0;
    this.replace(edits, null);
  }

  undo(): Promise<void> {
    return this.travel(this.undoStack, this.redoStack, 'undo');
  }

  redo(): Promise<void> {
    return this.travel(this.redoStack, this.undoStack, 'redo');
  }

  /** VS Code changes all line breaks. */
  changeEol(eol: '\n' | '\r\n'): void {
    const before = this.content.length;
    this.content = this.content.replace(/\r?\n/g, eol);
    this.eol = eol;
    this.version += 1;
    this.onChange([{ rangeOffset: 0, rangeLength: before, text: this.content }], null);
  }

  private travel(from: string[], to: string[], reason: 'undo' | 'redo'): Promise<void> {
    const target = from.pop();
    if (target !== undefined) {
      to.push(this.content);
      this.replace([difference(this.content, target)], reason);
    }
    return Promise.resolve();
  }

  private replace(edits: readonly TextEdit[], reason: 'undo' | 'redo' | null): void {
    const old = this.content;
    this.content = applyEdits(old, edits);
    this.version += 1;
    const told = this.wording === 'joined' ? [difference(old, this.content)] : edits;
    const changes = told.map(({ start, end, text }) => ({
      rangeOffset: start,
      rangeLength: end - start,
      text,
    }));
    this.onChange(changes.reverse(), reason);
  }
}

/** The one smallest edit that makes `after` of `before`. */
function difference(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = before.length;
  let afterEnd = after.length;
  while (end > start && afterEnd > start && before[end - 1] === after[afterEnd - 1]) {
    end--;
    afterEnd--;
  }
  return { start, end, text: after.slice(start, afterEnd) };
}
