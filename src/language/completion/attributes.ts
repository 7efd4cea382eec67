import type { LiveNotebook } from '../../core';
import { attributeValues } from './attributeValues';
import { ATTRIBUTES } from './text';
import { completion } from './types';
import type { Completion, TextLine } from './types';

/** `key=value`, the value perhaps in quotes that are not closed yet. */
const TOKEN = /[^\s="{}]*(?:=(?:"[^"{}]*"?|[^\s"{}]*))?/y;

/**
 * The attributes of a task, and their values, at a place between its braces.
 *
 * @param note the Markdown of the line
 * @param place counted from its beginning
 */
export function attributeCompletions(
  notebook: LiveNotebook,
  note: TextLine,
  place: number,
): readonly Completion[] {
  const open = note.text.lastIndexOf('{', place - 1);
  if (open < 0 || note.text.slice(open, place).includes('}')) return [];
  const tokens = tokensOf(note.text, open + 1);
  const token = tokens.find(({ start, end }) => place >= start && place <= end) ?? {
    start: place,
    end: place,
    key: '',
    value: null,
  };
  const { start, end, key, value } = token;
  if (value !== null && place > start + key.length) {
    const range = { start: note.start + start + key.length + 1, end: note.start + end };
    return attributeValues(notebook, key, range, tokens);
  }
  const present = new Set(tokens.filter((other) => other !== token).map((other) => other.key));
  const range = { start: note.start + start, end: note.start + start + key.length };
  return ATTRIBUTES.filter((attribute) => !present.has(attribute.key)).map((attribute) =>
    completion({
      kind: 'attribute',
      label: attribute.key,
      detail: attribute.detail,
      range,
      text: value === null ? `${attribute.key}=${attribute.value}` : attribute.key,
      snippet: value === null && attribute.value !== '',
      filter: attribute.key,
      more: value === null && attribute.value === '',
    }),
  );
}

/** One attribute as far as it is written; `value` is null before the equals sign. */
export interface AttributeToken {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly value: string | null;
}

function tokensOf(note: string, from: number): readonly AttributeToken[] {
  const tokens: AttributeToken[] = [];
  for (let start = from; start < note.length && !'{}'.includes(note[start]!);) {
    TOKEN.lastIndex = start;
    const written = TOKEN.exec(note)?.[0] ?? '';
    if (written === '') {
      start++;
      continue;
    }
    const equals = written.indexOf('=');
    tokens.push({
      start,
      end: start + written.length,
      key: equals < 0 ? written : written.slice(0, equals),
      value: equals < 0 ? null : written.slice(equals + 1).replace(/^"|"$/g, ''),
    });
    start += written.length;
  }
  return tokens;
}
