import type { RetentionDocument, TextEdit } from '../../core';

/** One space behind the colon of a setting, and none before it. */
export function colonEdits({ front, text }: RetentionDocument): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { keyRange, valueRange, style } of front?.entries ?? []) {
    const colon = text.indexOf(':', keyRange.end);
    if (colon > keyRange.end) edits.push({ start: keyRange.end, end: colon, text: '' });
    // Behind a colon without a value nothing stands but spaces or a comment.
    if (style === 'blank') continue;
    if (text.slice(colon + 1, valueRange.start) !== ' ') {
      edits.push({ start: colon + 1, end: valueRange.start, text: ' ' });
    }
  }
  return edits;
}
