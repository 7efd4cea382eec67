import { afterEol } from '../../text/chars';
import type { TextEdit } from '../../text/edit';
import { valueEdit } from '../front';
import type { Front, SettingEntry } from '../front';
import { SETTING_KEYS } from '../settingRules';
import { writeSettingValue } from '../settingWrite';
import type { RetentionDocument } from '../types';

const KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/** Settings whose values other readers of YAML should take for text, whatever they look like. */
const TEXTS = new Set<string>(['title', 'currency', 'locale', 'industry']);

/**
 * The edits that give a setting a value: only the value's characters change; its quotes and a trailing
 * comment stay. A new key gets a line in the order of the format, a file without settings gets the block,
 * `retention: 1` first. `null` removes the setting. A list (`segments`) is given as an array.
 *
 * @throws RangeError when the key can't be one.
 *
 * @example
 * setSetting(parseDocument('period\n'), 'goal', '85%');
 * // [{ start: 0, end: 0, text: '#---\n# retention: 1\n# goal: 85%\n#---\n' }]
 */
export function setSetting(
  document: RetentionDocument,
  key: string,
  value: string | readonly string[] | null,
): TextEdit[] {
  if (!KEY.test(key)) throw new RangeError(`“${key}” can't be a setting: letters, digits, - and _ only.`);
  const { front } = document;
  const entries = front?.entries.filter((entry) => entry.key === key) ?? [];
  if (value === null) return entries.map((entry) => removeEntry(document, entry));
  const entry = entries.at(-1);
  if (entry !== undefined) {
    return saysAlready(entry, value) ? [] : [valueEdit(document.text, entry, write(key, value, entry))];
  }
  return [front === null ? newBlock(document, key, value) : newLine(document, front, key, value)];
}

function saysAlready(entry: SettingEntry, value: string | readonly string[]): boolean {
  if (typeof value === 'string')
    return entry.items === null && entry.style !== 'blank' && entry.text === value;
  const { items } = entry;
  return (
    items !== null && items.length === value.length && items.every((item, index) => item === value[index])
  );
}

function write(key: string, value: string | readonly string[], entry?: SettingEntry): string {
  const isText = TEXTS.has(key) || !(SETTING_KEYS as readonly string[]).includes(key);
  return writeSettingValue(value, entry?.style ?? 'plain', isText);
}

/** Takes a setting out, with its line. */
export function removeEntry(document: RetentionDocument, entry: SettingEntry): TextEdit {
  const end = nextLine(document, entry.nested?.end ?? entry.range.end);
  return { start: entry.range.start, end, text: '' };
}

/** Where the line after one that ends at `end` begins; `end` itself where there is none. */
function nextLine(document: RetentionDocument, end: number): number {
  return end + afterEol(document.slice(end, end + 2), 0);
}

function newBlock(
  { eol, hasBom }: RetentionDocument,
  key: string,
  value: string | readonly string[],
): TextEdit {
  const offset = hasBom ? 1 : 0;
  const version = key === 'retention' ? [] : ['# retention: 1'];
  const lines = ['#---', ...version, `# ${key}: ${write(key, value)}`, '#---', ''];
  return { start: offset, end: offset, text: lines.join(eol) };
}

/** A line behind the last one that the format lists before it, and behind the block's begin without one. */
function newLine(
  document: RetentionDocument,
  front: Front,
  key: string,
  value: string | readonly string[],
): TextEdit {
  const { eol } = document;
  const line = `# ${key}: ${write(key, value)}`;
  const rank = rankOf(key);
  const earlier = front.entries.filter((entry) => rankOf(entry.key) <= rank).at(-1);
  const isLast = rank === SETTING_KEYS.length && front.close !== null;
  const before = earlier === undefined ? front.open.end : (earlier.nested?.end ?? earlier.range.end);
  const offset = isLast ? front.close.start : nextLine(document, before);
  const isOpen = !isLast && offset === before;
  return { start: offset, end: offset, text: isOpen ? eol + line : line + eol };
}

function rankOf(key: string): number {
  const rank = (SETTING_KEYS as readonly string[]).indexOf(key);
  return rank < 0 ? SETTING_KEYS.length : rank;
}
