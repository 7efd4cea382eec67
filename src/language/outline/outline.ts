import type { LiveNotebook, RetentionDocument } from '../../core';
import { outlineNotes } from './outlineNotes';
import { outlineRows } from './outlineRows';
import { text } from './text';
import type { OutlineItem } from './types';

/** More columns or settings are not listed. */
const MOST_NAMES = 500;

/**
 * What a text consists of, in the order of the file: the settings, the columns, the rows (by segment or year where there
 * are several), the sections of the notes with their tasks. Costs a look at every row; rows of their own are made only
 * where they are few enough to be read.
 *
 * @example
 * outlineOf(notebook).map(({ name }) => name); // ['Settings', 'Columns', '2024-Q1', …, 'What happened', 'Playbook']
 */
export function outlineOf(notebook: LiveNotebook): readonly OutlineItem[] {
  const { document } = notebook;
  const items = [
    ...settingsOf(document),
    ...columnsOf(document),
    ...outlineRows(notebook),
    ...outlineNotes(document),
  ];
  return items.sort((a, b) => a.range.start - b.range.start);
}

function settingsOf({ front, settings }: RetentionDocument): OutlineItem[] {
  if (front === null) return [];
  const end = (front.close ?? front.entries.at(-1)?.range ?? front.open).end;
  const children = front.entries.slice(0, MOST_NAMES).map((entry): OutlineItem => ({
    kind: 'setting',
    name: entry.key,
    detail: entry.text,
    range: { start: entry.range.start, end: entry.nested?.end ?? entry.range.end },
    nameRange: entry.keyRange,
    children: [],
  }));
  return [
    {
      kind: 'settings',
      name: text.settings,
      detail: settings.title ?? '',
      range: { start: front.open.start, end: Math.max(front.open.end, end) },
      nameRange: front.open,
      children,
    },
  ];
}

function columnsOf({ header, columns }: RetentionDocument): OutlineItem[] {
  if (header === null) return [];
  const children = columns.slice(0, MOST_NAMES).map(({ name, label, range, index }): OutlineItem => ({
    kind: 'column',
    name: name.trim() === '' ? String(index + 1) : name.trim(),
    detail: label === name ? '' : label,
    range,
    nameRange: range,
    children: [],
  }));
  return [{ kind: 'columns', name: text.columns, detail: '', range: header, nameRange: header, children }];
}
