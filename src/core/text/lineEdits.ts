import { diffTexts } from './diff';
import type { TextEdit } from './edit';

/**
 * The edits that make one text of another: of lines that differ only what differs in them. For changes that are easier
 * made step by step than said at once.
 *
 * @example
 * lineEdits('a,b\nc\n', 'a,b,\nc\nd\n'); // [{ start: 3, end: 3, text: ',' }, { start: 6, end: 6, text: 'd\n' }]
 */
export function lineEdits(before: string, after: string): TextEdit[] {
  const old = linesOf(before);
  const now = linesOf(after);
  const offsets = [0];
  for (const line of old) offsets.push(offsets.at(-1)! + line.length);
  return diffTexts(old, now).flatMap(({ from, fromEnd, to, toEnd }) => {
    const edits: TextEdit[] = [];
    const paired = Math.min(fromEnd - from, toEnd - to);
    for (let i = 0; i < paired; i++) {
      if (old[from + i] !== now[to + i])
        edits.push(trimmed(offsets[from + i]!, old[from + i]!, now[to + i]!));
    }
    if (from + paired < fromEnd || to + paired < toEnd) {
      const text = now.slice(to + paired, toEnd).join('');
      edits.push({ start: offsets[from + paired]!, end: offsets[fromEnd]!, text });
    }
    return edits;
  });
}

/** Lines with their endings. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function trimmed(offset: number, old: string, now: string): TextEdit {
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return { start: offset + head, end: offset + old.length - tail, text: now.slice(head, now.length - tail) };
}
