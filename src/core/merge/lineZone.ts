import { afterEol, lineEnd } from '../text/chars';
import { mergeStretches } from '../text/mergeLines';
import type { LineSpan, Stretch } from '../text/mergeLines';
import type { ConflictLines } from './output';
import type { VersionName } from './types';

/** Lines of a part of a text that have no keys: comments, notes, blank lines. */
export class ZoneLines {
  /** Without their endings. */
  readonly lines: string[] = [];
  private readonly starts: number[] = [];
  private readonly text: string;

  constructor(text: string, from: number, to: number) {
    this.text = text;
    for (let at = from; at < to;) {
      const end = lineEnd(text, at, to);
      this.starts.push(at);
      this.lines.push(text.slice(at, end));
      at = afterEol(text, end, to);
    }
    this.starts.push(Math.max(from, to));
  }

  /** Some of the lines with their endings; '' for none. */
  slice({ from, to }: LineSpan): string {
    return this.text.slice(this.starts[from], this.starts[to]);
  }

  /** The same; null for none. */
  some(span: LineSpan): string | null {
    return span.from === span.to ? null : this.slice(span);
  }
}

export type Zones = Readonly<Record<VersionName, ZoneLines>>;

/** One fact per line: the tasks of a playbook can be merged one by one. */
const TASK = /^#> ?[-*+] \[.\]/;

/** The lines of a zone merged. */
export function mergeZone(zones: Zones): Stretch[] {
  return mergeStretches(zones.base.lines, zones.ours.lines, zones.theirs.lines, (line) => TASK.test(line));
}

/** What each version has in the place of a conflict of lines. */
export function zoneConflict(zones: Zones, conflict: Extract<Stretch, { kind: 'conflict' }>): ConflictLines {
  return {
    base: zones.base.some(conflict.base),
    ours: zones.ours.some(conflict.ours),
    theirs: zones.theirs.some(conflict.theirs),
  };
}

/** `notes` or `comments`, for people. */
export function zoneName({ base, ours, theirs }: ConflictLines): string {
  return [base, ours, theirs].some((lines) => lines !== null && /^#>/m.test(lines)) ? 'notes' : 'comments';
}
