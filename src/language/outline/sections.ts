import { FencedCode } from '../../core';
import type { RetentionDocument, TextRange } from '../../core';

/** A heading of the notes with everything up to the next one of its rank. */
export interface NoteSection {
  /** 1–6. */
  readonly level: number;
  readonly title: string;
  /** The Markdown of the heading's line. */
  readonly heading: TextRange;
  /** From the heading's line to the last line of the section. */
  readonly range: TextRange;
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;

/**
 * The sections of the notes in the order of their headings; headings in fenced code are none.
 *
 * @example
 * noteSections(document)[0]; // { level: 2, title: 'What happened', … }
 */
export function noteSections({ noteLines }: RetentionDocument): readonly NoteSection[] {
  const sections: NoteSection[] = [];
  /** Places in `sections` of those that are not finished, the outermost first. */
  const open: number[] = [];
  const code = new FencedCode();
  let lastEnd = 0;
  const finish = (level: number): void => {
    while (open.length > 0 && sections[open.at(-1)!]!.level >= level) {
      const index = open.pop()!;
      const section = sections[index]!;
      sections[index] = { ...section, range: { start: section.range.start, end: lastEnd } };
    }
  };
  for (const { text, range, textStart } of noteLines) {
    const heading = code.includes(text) ? null : HEADING.exec(text);
    if (heading !== null) {
      const level = heading[1]!.length;
      finish(level);
      open.push(sections.length);
      const place = { start: textStart, end: range.end };
      sections.push({ level, title: heading[2] ?? '', heading: place, range });
    }
    lastEnd = range.end;
  }
  finish(1);
  return sections;
}
