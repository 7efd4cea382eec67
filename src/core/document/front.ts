import { afterEol, HASH, lineEnd, SPACE, TAB } from '../text/chars';
import type { TextEdit, TextRange } from '../text/edit';
import { isMarkerLine } from '../text/lines';
import { readSettingValue } from './settingValue';
import type { SettingValue } from './settingValue';

/** One `# key: value` line of the settings. */
export interface SettingEntry extends SettingValue {
  readonly key: string;
  readonly keyRange: TextRange;
  /** The line without its ending. */
  readonly range: TextRange;
  /** Deeper-indented lines under it, which are kept but not read; null where there are none. */
  readonly nested: TextRange | null;
}

/** The settings block at the beginning of a file. */
export interface Front {
  /** The opening `#---`. */
  readonly open: TextRange;
  /** The closing `#---`, or null when it is missing. */
  readonly close: TextRange | null;
  readonly entries: readonly SettingEntry[];
  /** Lines that are neither a setting nor a comment. */
  readonly stray: readonly TextRange[];
  /** True when a conflict marker lies between the settings. */
  readonly conflicted: boolean;
  /** Offset of the first line after the block. */
  readonly end: number;
}

const LINE = /^([A-Za-z_][A-Za-z0-9_-]*)[ \t]*:(?=[ \t]|$)/;
/** More lines of settings are kept but not read. */
const MOST_LINES = 10_000;
/** No key is longer; a longer line without a colon near its beginning is not searched to its end. */
const LONGEST_KEY = 200;

/** The entry of a setting, or null: of repeated ones the last counts. */
export function lastEntry(front: Front | null, key: string): SettingEntry | null {
  return front?.entries.filter((entry) => entry.key === key).at(-1) ?? null;
}

/** The edit that gives a setting's line a value, which is written as it shall stand there. */
export function valueEdit(
  text: string,
  { style, keyRange, valueRange }: SettingEntry,
  value: string,
): TextEdit {
  if (style !== 'blank') return { start: valueRange.start, end: valueRange.end, text: value };
  const afterColon = text.indexOf(':', keyRange.end) + 1;
  return { start: afterColon, end: afterColon, text: ` ${value}` };
}

/** The settings block that begins at `from` (after conflict markers, if any), or null when there is none. */
export function readFront(text: string, from: number): Front | null {
  let position = from;
  let conflicted = false;
  while (isMarkerLine(text, position)) {
    position = afterEol(text, lineEnd(text, position));
    conflicted = true;
  }
  if (!isFence(text, position)) return null;
  const open = { start: position, end: lineEnd(text, position) };
  const entries: SettingEntry[] = [];
  const stray: TextRange[] = [];
  let nestedUnder: SettingEntry | null = null;
  position = afterEol(text, open.end);
  while (position < text.length) {
    const end = lineEnd(text, position);
    const next = afterEol(text, end);
    if (isMarkerLine(text, position)) {
      conflicted = true;
    } else if (text.charCodeAt(position) !== HASH) {
      break;
    } else if (isFence(text, position)) {
      return { open, close: { start: position, end }, entries, stray, conflicted, end: next };
    } else if (entries.length + stray.length < MOST_LINES) {
      const line = readLine(text, position, end);
      if (line === 'nested' && nestedUnder !== null) {
        const extended: SettingEntry = {
          ...nestedUnder,
          nested: { start: nestedUnder.nested?.start ?? position, end },
        };
        entries[entries.length - 1] = extended;
        nestedUnder = extended;
      } else if (line === 'nested' || line === 'stray') {
        stray.push({ start: position, end });
      } else if (line !== 'comment') {
        entries.push(line);
        nestedUnder = line;
      }
    }
    position = next;
  }
  return { open, close: null, entries, stray, conflicted, end: position };
}

/** `#---`, perhaps with spaces behind it. */
function isFence(text: string, from: number): boolean {
  if (!text.startsWith('#---', from)) return false;
  const end = lineEnd(text, from);
  for (let position = from + 4; position < end; position++) {
    const code = text.charCodeAt(position);
    if (code !== SPACE && code !== TAB) return false;
  }
  return true;
}

function readLine(text: string, start: number, end: number): SettingEntry | 'comment' | 'nested' | 'stray' {
  let first = start + 1;
  while (first < end && isBlank(text.charCodeAt(first))) first++;
  const indent = first - start - 1;
  if (first === end || text.charCodeAt(first) === HASH) return 'comment';
  if (indent === 0) return text.charCodeAt(first) === 62 ? 'comment' : 'stray';
  if (indent > 1 || text.startsWith('- ', first)) return 'nested';
  const match = LINE.exec(text.slice(first, Math.min(end, first + LONGEST_KEY)));
  if (match === null) return 'stray';
  return {
    key: match[1]!,
    keyRange: { start: first, end: first + match[1]!.length },
    range: { start, end },
    nested: null,
    ...readSettingValue(text, first + match[0].length, end),
  };
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}
