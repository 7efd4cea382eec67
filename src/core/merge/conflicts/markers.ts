import { afterEol, lineEnd, textStart } from '../../text/chars';
import type { TextRange } from '../../text/edit';
import { isMarkerLine } from '../../text/lines';
import type { MarkerProblem } from './types';
import type { VersionName } from '../types';

/** A hunk as its markers divide it. */
export interface MarkedHunk {
  /** With its markers and the last one's line ending. */
  readonly range: TextRange;
  readonly line: number;
  /** Whole lines; `base` is null where git wrote none. */
  readonly ours: TextRange;
  readonly base: TextRange | null;
  readonly theirs: TextRange;
  readonly labels: { readonly ours: string; readonly base: string | null; readonly theirs: string };
}

export interface Marked {
  readonly hunks: readonly MarkedHunk[];
  readonly problems: readonly MarkerProblem[];
}

interface Marker {
  readonly sign: string;
  readonly range: TextRange;
  /** Offset after its line ending. */
  readonly next: number;
  readonly line: number;
  readonly label: string;
}

const MESSAGES = {
  nested: 'A conflict begins here before the one above ends. Resolve this place in the text.',
  alone: 'This marker belongs to no conflict. Delete the line, or complete the conflict in the text.',
  unclosed:
    'This conflict is not complete: a line of ======= or >>>>>>> is missing behind it. Resolve it in the text.',
} as const;

/** Finds the hunks of conflict markers in a text, and the markers that make none. */
export function readMarkers(text: string): Marked {
  const hunks: MarkedHunk[] = [];
  const problems: MarkerProblem[] = [];
  /** The markers of the hunk that is open. */
  let open: Marker[] = [];
  const report = (marker: Marker, why: keyof typeof MESSAGES): void => {
    problems.push({ range: marker.range, line: marker.line, message: MESSAGES[why] });
  };
  for (const marker of markersOf(text)) {
    const signs = open.map(({ sign }) => sign).join('') + marker.sign;
    if (marker.sign === '<') {
      if (open.length > 0) {
        report(open[0]!, 'unclosed');
        report(marker, 'nested');
      }
      open = [marker];
    } else if (!['<|', '<=', '<|=', '<=>', '<|=>'].includes(signs)) {
      report(marker, 'alone');
    } else {
      open.push(marker);
      if (marker.sign !== '>') continue;
      hunks.push(hunkOf(open));
      open = [];
    }
  }
  if (open.length > 0) report(open[0]!, 'unclosed');
  return { hunks, problems };
}

/** The whole text as a version of it: in each hunk the version's lines, and where in that text they are. */
export function versionOf(
  text: string,
  hunks: readonly MarkedHunk[],
  version: VersionName,
): { readonly text: string; readonly places: readonly TextRange[] } | null {
  const parts: string[] = [];
  const places: TextRange[] = [];
  let at = 0;
  let length = 0;
  for (const hunk of hunks) {
    const range = hunk[version];
    if (range === null) return null;
    parts.push(text.slice(at, hunk.range.start), text.slice(range.start, range.end));
    length += hunk.range.start - at;
    places.push({ start: length, end: length + range.end - range.start });
    length += range.end - range.start;
    at = hunk.range.end;
  }
  return { text: parts.join('') + text.slice(at), places };
}

function* markersOf(text: string): Generator<Marker> {
  let line = 1;
  for (let at = textStart(text); at < text.length; line++) {
    const end = lineEnd(text, at);
    const next = afterEol(text, end);
    if (isMarkerLine(text, at)) {
      yield { sign: text[at]!, range: { start: at, end }, next, line, label: text.slice(at + 7, end).trim() };
    }
    at = next;
  }
}

/** `<`, perhaps `|`, `=` and `>`. */
function hunkOf(markers: readonly Marker[]): MarkedHunk {
  const [first, ...rest] = markers as [Marker, ...Marker[]];
  const last = rest.at(-1)!;
  const middle = rest.at(-2)!;
  const base = rest.length === 3 ? rest[0]! : null;
  return {
    range: { start: first.range.start, end: last.next },
    line: first.line,
    ours: { start: first.next, end: (base ?? middle).range.start },
    base: base === null ? null : { start: base.next, end: middle.range.start },
    theirs: { start: middle.next, end: last.range.start },
    labels: { ours: first.label, base: base?.label ?? null, theirs: last.label },
  };
}
