import type { LiveNotebook, SettingKey, TextRange } from '../../core';
import { GRANULARITIES, INDUSTRIES, METHODS, writeSettingItem, writeSettingValue } from '../../core';
import { currencies, locales } from './intl';
import { GRANULARITY_DETAILS, METHOD_DETAILS, WRITING } from './text';
import { completion } from './types';
import type { Completion, TextLine } from './types';

/** A value as it is written, and what it is. */
type Value = readonly [written: string, detail: string];

/**
 * The values that a setting can have, where they can be listed.
 *
 * @param colon place behind the colon in the line
 */
export function valueCompletions(
  notebook: LiveNotebook,
  line: TextLine,
  offset: number,
  key: SettingKey,
  colon: number,
): readonly Completion[] {
  const place = offset - line.start;
  const start = valueStart(line.text, colon, place);
  if (start === null) return [];
  if (key === 'segments') return segmentCompletions(notebook, line, start, place);
  const entry = notebook.document.front?.entries.find(({ range }) => range.start === line.start);
  const end = entry === undefined ? place : entry.valueRange.end - line.start;
  // Behind the value is a comment.
  if (entry !== undefined && entry.style !== 'blank' && place > end) return [];
  const range = { start: line.start + start, end: line.start + Math.max(place, end) };
  return valuesOf(key).map(([written, detail]) =>
    completion({
      kind: 'value',
      label: written,
      detail,
      range,
      text: spaced(line.text, start, written),
      filter: `${written} ${detail}`,
    }),
  );
}

function valuesOf(key: SettingKey): readonly Value[] {
  switch (key) {
    case 'retention':
      return [['1', '']];
    case 'granularity':
      return GRANULARITIES.map((name) => [name, GRANULARITY_DETAILS[name]]);
    case 'method':
      return METHODS.map((name) => [name, METHOD_DETAILS[name]]);
    case 'delimiter':
    case 'decimal':
      return WRITING[key];
    case 'industry':
      return Object.entries(INDUSTRIES);
    case 'currency':
      return currencies();
    case 'locale':
      return locales();
    default:
      return [];
  }
}

/** Where the value begins, blanks behind the colon left out; null inside them but for the place right behind one. */
function valueStart(text: string, colon: number, place: number): number | null {
  let start = colon;
  while (start < place && /[ \t]/.test(text[start]!)) start++;
  return text[start] === '#' && start < place ? null : start;
}

/** The colon is followed by a blank. */
function spaced(text: string, start: number, written: string): string {
  return text[start - 1] === ':' ? ` ${written}` : written;
}

/** The whole list where there is none, else an item that it lacks. */
function segmentCompletions(
  notebook: LiveNotebook,
  line: TextLine,
  start: number,
  place: number,
): Completion[] {
  const { segments } = notebook;
  const { text } = line;
  if (text[start] !== '[' || place === start) {
    if (segments.length === 0 || /\S/.test(text.slice(start))) return [];
    const written = writeSettingValue(segments);
    const range = { start: line.start + start, end: line.start + place };
    return [
      completion({
        kind: 'value',
        label: written,
        range,
        text: spaced(text, start, written),
        filter: written,
      }),
    ];
  }
  const { item, others } = itemAt(text, start + 1, place);
  const range = { start: line.start + item.start, end: line.start + item.end };
  const lead = text[item.start - 1] === ',' ? ' ' : '';
  return segments
    .filter((name) => !others.includes(name))
    .map((name) => {
      const written = writeSettingItem(name);
      return completion({ kind: 'segment', label: name, range, text: lead + written, filter: written });
    });
}

/** The item of a list, from its `[` on, that a place lies in, and what the other ones say. */
function itemAt(
  text: string,
  from: number,
  place: number,
): { readonly item: TextRange; readonly others: readonly string[] } {
  const others: string[] = [];
  let item = { start: place, end: place };
  for (const match of text
    .slice(from)
    .matchAll(/[ \t]*((?:'(?:[^']|'')*'?|"(?:[^"\\]|\\.)*"?|[^,\]])*)(,|\]|$)/g)) {
    const end = from + match.index + match[0].length - match[2]!.length;
    const start = end - match[1]!.length;
    const written = match[1]!.trimEnd();
    if (place >= from + match.index && place <= end) {
      item = { start: Math.min(start, place), end: Math.max(place, start + written.length) };
    } else if (written !== '') others.push(unquoted(written));
    if (match[2] !== ',') break;
  }
  return { item, others };
}

function unquoted(written: string): string {
  if (written.startsWith("'")) return written.replace(/^'|'$/g, '').replaceAll("''", "'");
  return written.startsWith('"') ? written.replace(/^"|"$/g, '') : written;
}
