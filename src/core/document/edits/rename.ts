import type { TextEdit } from '../../text/edit';
import type { SettingEntry } from '../front';
import { LABEL_PREFIX } from '../settingRules';
import { reasonSlug } from '../knownColumns';
import { writeSettingItem } from '../settingWrite';
import type { Column, RetentionDocument } from '../types';
import { setCells } from './cells';
import { setAttribute } from './playbook';
import { hasLineBreak, writeCell } from './write';

/** What can be the end of a key `label_…`. */
const KEY_PART = /^[A-Za-z0-9_-]+$/;

/**
 * The edits that give a segment another name wherever it stands: in the cells of its rows, in the setting `segments`
 * and in the tasks of the playbook. Costs the rows of the file.
 *
 * @throws RangeError when the name is blank, has a line break, belongs to another segment (rows of both would become
 * one), or can't be written into a task that names the segment.
 *
 * @example
 * renameSegment(document, 'SMB', 'Small'); // 2024-01,SMB,… becomes 2024-01,Small,…
 */
export function renameSegment(document: RetentionDocument, from: string, to: string): TextEdit[] {
  const name = to.trim();
  if (name === '') throw new RangeError('A segment needs a name: blank stands for all customers.');
  if (hasLineBreak(name)) throw new RangeError('The name of a segment stands on one line.');
  if (name === from) return [];
  const edits: TextEdit[] = [];
  for (const { key, items, itemRanges } of document.front?.entries ?? []) {
    if (key !== 'segments' || items === null) continue;
    if (items.includes(name)) throw segmentExists(name);
    for (const [index, item] of items.entries()) {
      if (item === from) edits.push({ ...itemRanges![index]!, text: writeSettingItem(name) });
    }
  }
  const column = document.column('segment');
  const cells: { row: number; column: number; text: string }[] = [];
  for (let row = 0; column !== null && row < document.rowCount; row++) {
    const segment = document.segment(row);
    if (segment === name) throw segmentExists(name);
    if (segment === from) cells.push({ row, column: column.index, text: name });
  }
  edits.push(...setCells(document, cells));
  for (const item of document.playbook) {
    if (item.segment === from) edits.push(...setAttribute(item, 'segment', name));
  }
  return edits;
}

function segmentExists(name: string): RangeError {
  return new RangeError(
    `There is a segment “${name}” already: its rows and those of this one could no longer be told apart.`,
  );
}

/**
 * The edits that give a column another name: in the header, in its setting `label_…` and, for a column `reason_…`, in
 * the tasks that name the reason. Which columns the format knows is not looked at.
 *
 * @throws RangeError when the column does not exist, the name is blank, has a line break or exists already, a column
 * of reasons would become none, or its label could not follow.
 *
 * @example
 * renameColumn(document, 5, 'reason_cost'); // and {reason=price} becomes {reason=cost}
 */
export function renameColumn(document: RetentionDocument, index: number, to: string): TextEdit[] {
  const column = document.columns[index];
  if (column === undefined) throw new RangeError(`There is no column ${index + 1}.`);
  const name = to.trim();
  if (name === '' || hasLineBreak(name)) throw new RangeError('A column needs a name on one line.');
  if (name === column.name) return [];
  const key = keyOf(name);
  const other = document.columns.find((candidate) => candidate !== column && keyOf(candidate.name) === key);
  if (other !== undefined) throw new RangeError(`There is a column “${other.name}” already.`);
  const slug = reasonSlug(name);
  if (column.reason !== null && slug === null) {
    throw new RangeError(
      `The column of a reason is named reason_ and one word of letters, digits, - and _, such as reason_${column.reason}.`,
    );
  }
  // A name without quotes is as long as its place.
  const quoted = column.range.end - column.range.start !== column.name.length;
  const only = document.headerCellCount === 1;
  const written = writeCell(document, name, { quoted, first: index === 0, only });
  return [
    ...labelEdits(document, column, name),
    { ...column.range, text: written },
    ...document.playbook.flatMap((item) =>
      slug !== null && item.reason !== null && item.reason === column.reason
        ? setAttribute(item, 'reason', slug)
        : [],
    ),
  ];
}

function labelEdits(document: RetentionDocument, column: Column, name: string): TextEdit[] {
  const entries = labelEntries(document, column.name);
  if (entries.length > 0 && !KEY_PART.test(name)) {
    throw new RangeError(
      `The setting ${LABEL_PREFIX}${keyOf(column.name)} could not follow: it takes letters, digits, - and _ only. Choose such a name, or delete the setting first.`,
    );
  }
  return entries.map(({ keyRange }) => ({
    start: keyRange.start + LABEL_PREFIX.length,
    end: keyRange.end,
    text: name,
  }));
}

/** The settings that say what a column is called where it is shown. */
export function labelEntries({ front }: RetentionDocument, column: string): readonly SettingEntry[] {
  const label = LABEL_PREFIX + keyOf(column);
  return front?.entries.filter(({ key }) => key.toLowerCase() === label) ?? [];
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
