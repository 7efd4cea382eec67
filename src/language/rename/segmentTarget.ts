import type { RetentionDocument, TextRange } from '../../core';

/** A name and its place. */
export interface NamedPlace {
  readonly name: string;
  readonly range: TextRange;
}

/** The segment that is named at a place, or null. */
export function segmentTarget(document: RetentionDocument, offset: number): NamedPlace | null {
  return inRow(document, offset) ?? inSetting(document, offset) ?? inTask(document, offset);
}

function inRow(document: RetentionDocument, offset: number): NamedPlace | null {
  const row = document.rowAt(offset);
  const column = document.column('segment');
  if (row === null || column === null) return null;
  const range = document.cellRange(row, column.index);
  const name = document.segment(row);
  if (range === null || name === '' || !touches(range, offset)) return null;
  return { name, range: within(range, document.cellSource(row, column.index)) };
}

function inSetting({ front }: RetentionDocument, offset: number): NamedPlace | null {
  for (const { key, items, itemRanges } of front?.entries ?? []) {
    if (key !== 'segments' || items === null) continue;
    for (const [index, item] of items.entries()) {
      const range = itemRanges![index]!;
      if (!touches(range, offset) || item.trim() === '') continue;
      return {
        name: item,
        range: isQuoted(range, item) ? { start: range.start + 1, end: range.end - 1 } : range,
      };
    }
  }
  return null;
}

function inTask({ playbook }: RetentionDocument, offset: number): NamedPlace | null {
  for (const { attributes, segment } of playbook) {
    const attribute = attributes.find(({ key }) => key === 'segment');
    if (attribute === undefined || segment === null || !touches(attribute.valueRange, offset)) continue;
    return { name: segment, range: unquotedRange(attribute.valueRange, segment) };
  }
  return null;
}

/** A value without the quotes around it, where it has some: then its place is longer than what it says. */
export function unquotedRange(range: TextRange, said: string): TextRange {
  return isQuoted(range, said) ? { start: range.start + 1, end: range.end - 1 } : range;
}

function isQuoted({ start, end }: TextRange, said: string): boolean {
  return end - start !== said.length;
}

/** What a cell says of itself: without its quotes, and without spaces around it. */
function within({ start, end }: TextRange, source: string): TextRange {
  if (source.startsWith('"')) {
    const close = source.lastIndexOf('"');
    return { start: start + 1, end: close > 0 ? start + close : end };
  }
  const before = source.length - source.trimStart().length;
  const after = source.length - source.trimEnd().length;
  return { start: start + before, end: end - after };
}

export function touches({ start, end }: TextRange, offset: number): boolean {
  return offset >= start && offset <= end;
}
