import type { LiveNotebook, RetentionDocument, SettingKey, TextRange } from '../../core';
import {
  LABEL_MEANING,
  LABEL_PREFIX,
  SETTING_HINTS,
  SETTING_KEYS,
  SETTING_MEANINGS,
  isSettingKey,
  writeSettingValue,
} from '../../core';
import { valueCompletions } from './settingValues';
import { LABEL_HINT, SAMPLE_VALUES } from './text';
import { completion, literal } from './types';
import type { Completion, TextLine } from './types';

/** `# goal`, with the colon behind it or not. */
const LINE = /^#([ \t]?)([A-Za-z_][A-Za-z0-9_-]*)?([ \t]*:)?/;

/** Keys whose values are suggested in turn. */
const CHOSEN: ReadonlySet<SettingKey> = new Set<SettingKey>([
  'granularity',
  'currency',
  'method',
  'locale',
  'delimiter',
  'decimal',
  'industry',
]);

/** A key before the colon, or a value behind it. */
export function settingCompletions(
  notebook: LiveNotebook,
  line: TextLine,
  offset: number,
): readonly Completion[] {
  const place = offset - line.start;
  const [whole, space = '', key = '', colon] = LINE.exec(line.text)!;
  if (colon !== undefined && place >= whole.length) {
    return isSettingKey(key) ? valueCompletions(notebook, line, offset, key, whole.length) : [];
  }
  const start = 1 + space.length;
  if (place < start || place > start + key.length) return [];
  // What follows is neither a key nor a value: a comment, perhaps.
  if (colon === undefined && line.text.slice(start + key.length).trim() !== '') return [];
  const range = { start: line.start + start, end: line.start + start + key.length };
  return keyCompletions(notebook, line, range, {
    isNew: colon === undefined,
    before: space === '' ? ' ' : '',
  });
}

function keyCompletions(
  notebook: LiveNotebook,
  line: TextLine,
  range: TextRange,
  { isNew, before }: { readonly isNew: boolean; readonly before: string },
): Completion[] {
  const { document } = notebook;
  const present = new Set(
    document.front?.entries.filter((entry) => entry.range.start !== line.start).map(({ key }) => key),
  );
  const keys = SETTING_KEYS.filter((key) => !present.has(key)).map((key) => {
    const chosen = CHOSEN.has(key);
    const value = chosen ? '' : sampleValue(notebook, key);
    return completion({
      kind: 'setting',
      label: key,
      detail: SETTING_HINTS[key],
      documentation: SETTING_MEANINGS[key],
      range,
      text: isNew ? `${before}${key}: ${value}` : before + key,
      snippet: isNew && !chosen,
      filter: key,
      more: isNew && chosen,
    });
  });
  const labels = labelKeys(document, present).map(({ key, name }) =>
    completion({
      kind: 'setting',
      label: key,
      detail: LABEL_HINT,
      documentation: LABEL_MEANING,
      range,
      text: isNew ? `${before}${key}: \${1:${literal(writeSettingValue(name))}}` : before + key,
      snippet: isNew,
      filter: key,
    }),
  );
  return [...keys, ...labels];
}

function sampleValue(notebook: LiveNotebook, key: SettingKey): string {
  if (key === 'segments' && notebook.segments.length > 0)
    return literal(writeSettingValue(notebook.segments));
  return SAMPLE_VALUES[key] ?? '$1';
}

/** The keys of labels that columns do not have yet, with a name to begin with: `reason_price` is Price. */
function labelKeys(
  { columns }: RetentionDocument,
  present: ReadonlySet<string>,
): { readonly key: string; readonly name: string }[] {
  return columns.flatMap(({ name, reason }) => {
    const column = name.trim();
    const key = LABEL_PREFIX + column.toLowerCase();
    if (!/^[A-Za-z0-9_-]+$/.test(column) || present.has(key)) return [];
    const words = (reason ?? column).replaceAll('_', ' ');
    return [{ key, name: words.charAt(0).toUpperCase() + words.slice(1) }];
  });
}
