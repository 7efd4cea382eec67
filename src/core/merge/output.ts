import { endsLine } from '../text/chars';
import type { Eol } from '../text/chars';
import { Positions } from '../positions';
import type { MergeConflict, MergedDocument, MergeOptions, VersionName } from './types';

/** What each version has in the place of a conflict: lines, the last of which may lack its ending, or null for none. */
export type ConflictLines = Readonly<Record<VersionName, string | null>>;

const MARKER_SIZE = 7;

/** A conflict between its markers. */
export function conflictText(
  { ours, base, theirs }: ConflictLines,
  eol: Eol,
  { labels = {}, markerSize = MARKER_SIZE, withBase }: MergeOptions & { readonly withBase: boolean },
): string {
  const marker = (sign: string, label: string): string =>
    `${sign.repeat(markerSize)} ${label.replace(/[\r\n]+/g, ' ')}`.trimEnd() + eol;
  const ended = (lines: string | null): string =>
    lines === null ? '' : endsLine(lines) ? lines : lines + eol;
  return (
    marker('<', labels.ours ?? 'ours') +
    ended(ours) +
    (withBase ? marker('|', labels.base ?? 'base') + ended(base) : '') +
    marker('=', '') +
    ended(theirs) +
    marker('>', labels.theirs ?? 'theirs')
  );
}

/** Collects the lines of a merged text. */
export class MergeOutput {
  private readonly parts: string[] = [];
  private readonly conflicts: (Omit<MergeConflict, 'line'> & { readonly offset: number })[] = [];
  private length = 0;
  /** True while the last line lacks its ending. */
  private open = false;
  private endsWithConflict = false;

  constructor(
    private readonly eol: Eol,
    private readonly options: MergeOptions,
    start = '',
  ) {
    this.write(start);
  }

  /** Adds whole lines; the last one may lack its ending. */
  lines(text: string): void {
    if (text === '') return;
    this.end();
    this.write(text);
    this.open = !endsLine(text);
  }

  /** Adds a line that has no ending yet, a blank one too. */
  line(text: string): void {
    this.end();
    this.write(text);
    this.open = true;
  }

  conflict(kind: MergeConflict['kind'], name: string, lines: ConflictLines): void {
    this.end();
    this.conflicts.push({ kind, name, offset: this.length });
    this.write(conflictText(lines, this.eol, { ...this.options, withBase: true }));
    this.endsWithConflict = true;
  }

  /** The text, with a final newline or without one; a conflict at the end always has one. */
  merged(finalNewline: boolean, keptColumns: readonly string[] = []): MergedDocument {
    const isClosed = finalNewline || this.endsWithConflict;
    if (finalNewline) this.end();
    const written = this.parts.join('');
    const text = isClosed || this.open ? written : written.replace(/(?:\r\n|\r|\n)$/, '');
    if (this.conflicts.length === 0) return { kind: 'merged', text, conflicts: [], keptColumns };
    const positions = new Positions(text);
    const conflicts = this.conflicts.map(({ kind, name, offset }) => ({
      kind,
      name,
      line: positions.at(offset).line,
    }));
    return { kind: 'merged', text, conflicts, keptColumns };
  }

  private end(): void {
    if (this.open) this.write(this.eol);
    this.open = false;
  }

  private write(text: string): void {
    this.endsWithConflict = false;
    this.parts.push(text);
    this.length += text.length;
  }
}
