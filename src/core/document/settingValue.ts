import { HASH, SPACE, TAB } from '../text/chars';
import type { TextRange } from '../text/edit';

export type SettingStyle = 'blank' | 'plain' | 'single' | 'double' | 'list';

/** The value of a setting as it is written: the flat part of YAML that the format allows. */
export interface SettingValue {
  readonly style: SettingStyle;
  /** The value with its quotes, without a trailing comment; empty where there is none. */
  readonly valueRange: TextRange;
  /** The text it stands for; of a list, its items joined by `, `. */
  readonly text: string;
  /** The items of a list, else null. */
  readonly items: readonly string[] | null;
  /** The places of the items with their quotes, else null. */
  readonly itemRanges: readonly TextRange[] | null;
  /** True when YAML would read it otherwise or not at all: it is taken as it stands and should be quoted. */
  readonly literal: boolean;
}

interface Token {
  readonly text: string;
  /** Offset after the token. */
  readonly end: number;
}

interface List {
  readonly items: string[];
  readonly ranges: TextRange[];
  readonly end: number;
}

/** First characters that mean something else to YAML than text. */
const INDICATORS = ',[]{}#&*!|>\'"%@`';

/** Reads the value between a setting's colon and its line's end. */
export function readSettingValue(text: string, from: number, end: number): SettingValue {
  const start = skipBlanks(text, from, end);
  if (start === end || text.charCodeAt(start) === HASH) {
    const place = Math.min(from + 1, end);
    return {
      style: 'blank',
      valueRange: { start: place, end: place },
      text: '',
      items: null,
      itemRanges: null,
      literal: false,
    };
  }
  const quoted = readQuoted(text, start, end);
  if (quoted !== null && isRestEmpty(text, quoted.end, end)) {
    const style = text[start] === "'" ? 'single' : 'double';
    const valueRange = { start, end: quoted.end };
    return { style, valueRange, text: quoted.text, items: null, itemRanges: null, literal: false };
  }
  const list = text[start] === '[' ? readList(text, start, end) : null;
  if (list !== null && isRestEmpty(text, list.end, end)) {
    const { items, ranges } = list;
    return {
      style: 'list',
      valueRange: { start, end: list.end },
      text: items.join(', '),
      items,
      itemRanges: ranges,
      literal: false,
    };
  }
  const broken = text[start] === "'" || text[start] === '"';
  const valueEnd = trimEnd(text, start, broken ? end : commentStart(text, start, end));
  const value = text.slice(start, valueEnd);
  return {
    style: 'plain',
    valueRange: { start, end: valueEnd },
    text: value,
    items: null,
    itemRanges: null,
    literal: broken || !isPlain(value),
  };
}

/** True when YAML reads a text without quotes as that very text (or as the number or word it looks like). */
export function isPlain(text: string): boolean {
  if (text === '' || INDICATORS.includes(text[0]!)) return false;
  if (/^[-?:](?:\s|$)/.test(text)) return false;
  if (text === '---' || text === '...') return false;
  return !text.includes(': ') && !text.includes(':\t') && !text.endsWith(':') && !/[\t ]#/.test(text);
}

/** A quoted scalar at `start`, or null when there is none or it is not closed. */
function readQuoted(text: string, start: number, end: number): Token | null {
  if (text[start] === "'") {
    let position = start + 1;
    while (position < end) {
      if (text[position] !== "'") position++;
      else if (position + 1 < end && text[position + 1] === "'") position += 2;
      else return { text: text.slice(start + 1, position).replaceAll("''", "'"), end: position + 1 };
    }
    return null;
  }
  if (text[start] !== '"') return null;
  for (let position = start + 1; position < end; position++) {
    if (text[position] === '\\') position++;
    else if (text[position] === '"') return jsonString(text.slice(start, position + 1), position + 1);
  }
  return null;
}

function jsonString(source: string, end: number): Token | null {
  try {
    return { text: JSON.parse(source.replaceAll('\t', '\\t')) as string, end };
  } catch {
    return null;
  }
}

function readList(text: string, start: number, end: number): List | null {
  const items: string[] = [];
  const ranges: TextRange[] = [];
  let position = skipBlanks(text, start + 1, end);
  while (position < end) {
    if (text[position] === ']') return { items, ranges, end: position + 1 };
    const item = readItem(text, position, end);
    if (item === null) return null;
    items.push(item.text);
    ranges.push({ start: position, end: trimEnd(text, position, item.end) });
    position = skipBlanks(text, item.end, end);
    if (text[position] === ',' && position < end) position = skipBlanks(text, position + 1, end);
    else if (text[position] !== ']') return null;
  }
  return null;
}

function readItem(text: string, start: number, end: number): Token | null {
  if (text[start] === "'" || text[start] === '"') return readQuoted(text, start, end);
  let position = start;
  for (; position < end; position++) {
    const char = text[position]!;
    if (char === ',' || char === ']') break;
    if (char === '[' || char === '{' || char === '}') return null;
  }
  const itemEnd = trimEnd(text, start, position);
  const item = text.slice(start, itemEnd);
  return isPlain(item) ? { text: item, end: position } : null;
}

/** Offset of the ` #` that begins a trailing comment, else `end`. */
function commentStart(text: string, start: number, end: number): number {
  for (let position = start + 1; position < end; position++) {
    if (text.charCodeAt(position) === HASH && isBlank(text.charCodeAt(position - 1))) return position - 1;
  }
  return end;
}

/** True when nothing but spaces or a comment follows. */
function isRestEmpty(text: string, from: number, end: number): boolean {
  const position = skipBlanks(text, from, end);
  return position === end || (position > from && text.charCodeAt(position) === HASH);
}

function skipBlanks(text: string, from: number, end: number): number {
  let position = from;
  while (position < end && isBlank(text.charCodeAt(position))) position++;
  return position;
}

function trimEnd(text: string, start: number, end: number): number {
  let position = end;
  while (position > start && isBlank(text.charCodeAt(position - 1))) position--;
  return position;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}
