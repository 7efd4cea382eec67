import type { RetentionDocument } from '../../document/types';
import { LiveNotebook } from '../../live/liveNotebook';
import type { LiveOptions } from '../../live/liveNotebook';
import { diffTexts } from '../../text/diff';
import { RowNumbers } from '../keys';
import type { KeyList } from '../keys';
import { keepsOrder, mergeOrder } from '../order';
import { CellComparer } from './cells';
import { rowFigures, summaryDiffs } from './figures';
import type { DocumentDiff, NotesDiff, RowDiff, SettingDiff } from './types';

/** So many rows are a part of the work that takes some milliseconds. */
const PART = 5000;

/**
 * What changed between two versions of a file: rows aligned by period and segment wherever they stand, cells by column,
 * settings by key, notes by line, and the figures that follow. Of rows that repeat a period, the first is compared with
 * the first, the second with the second. Texts of any kind can be compared; nothing is thrown.
 *
 * @example
 * const diff = diffDocuments('period,lost\n2024,1\n', 'period,lost\n2024,2\n2025,3\n');
 * diff.rows.map(({ kind, period }) => `${kind} ${period}`); // ['changed 2024', 'added 2025']
 * diff.rows[0].cells; // [{ column: 'lost', before: '1', after: '2', sameValue: false, … }]
 */
export function diffDocuments(before: string, after: string, options: LiveOptions = {}): DocumentDiff {
  const parts = diffInParts(before, after, options);
  for (;;) {
    const part = parts.next();
    if (part.done === true) return part.value;
  }
}

/**
 * The same in parts, for those who must not be busy for long with large files: each `next` does one, of which reading a
 * version takes longest.
 */
export function* diffInParts(
  before: string,
  after: string,
  options: LiveOptions = {},
): Generator<void, DocumentDiff> {
  const was = LiveNotebook.open(before, options);
  yield;
  const is = LiveNotebook.open(after, options);
  yield;
  const comparer = new CellComparer(was.document, is.document);
  const numbers = new RowNumbers();
  const rowsBefore = yield* rowKeys(was.document, numbers);
  const rowsAfter = yield* rowKeys(is.document, numbers);
  const rows: RowDiff[] = [];
  for (const key of mergeOrder(numbers.list(), rowsAfter, rowsBefore)) {
    if (rows.length % PART === 0) yield;
    const [old, now] = [rowsBefore.at.get(key) ?? null, rowsAfter.at.get(key) ?? null];
    const cells = old === null || now === null ? [] : comparer.cells(old, now);
    const kind = old === null ? 'added' : now === null ? 'removed' : cells.length > 0 ? 'changed' : 'same';
    rows.push({
      kind,
      ...nameOf(now === null ? was.document : is.document, now ?? old!),
      before: old,
      after: now,
      cells,
    });
  }
  const counts = { same: 0, changed: 0, added: 0, removed: 0 };
  for (const { kind } of rows) counts[kind]++;
  const reordered = !keepsOrder(rowsBefore, rowsAfter);
  const { columns } = comparer;
  yield;
  const settings = settingDiffs(was.document, is.document);
  const notes = noteDiffs(was.document, is.document);
  const sameColumns = columns.added.length + columns.removed.length === 0 && !columns.reordered;
  const same =
    counts.same === rows.length && !reordered && sameColumns && settings.length + notes.length === 0;
  return {
    before: was,
    after: is,
    rows,
    counts,
    reordered,
    columns,
    settings,
    notes,
    summaries: yield* summaryDiffs(was, is),
    same,
    figures: (row) => rowFigures(was, is, row),
  };
}

function* rowKeys(document: RetentionDocument, numbers: RowNumbers): Generator<void, KeyList<number>> {
  const list = numbers.list();
  const column = document.column('period')?.index ?? -1;
  for (let row = 0; row < document.rowCount; row++) {
    list.add(numbers.of(document, row, column));
    if (row % PART === 0) yield;
  }
  return list;
}

function nameOf(document: RetentionDocument, row: number): { period: string; segment: string } {
  const column = document.column('period')?.index ?? -1;
  return { period: document.cellText(row, column), segment: document.segment(row) };
}

/** Keys in the order of the later version, removed ones last. */
function settingDiffs(before: RetentionDocument, after: RetentionDocument): SettingDiff[] {
  const [was, is] = [settingsOf(before), settingsOf(after)];
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((key) => ({ key, before: was.get(key) ?? null, after: is.get(key) ?? null }))
    .filter((setting) => setting.before !== setting.after);
}

/** The last line of a key counts, as everywhere. */
function settingsOf({ front }: RetentionDocument): ReadonlyMap<string, string> {
  return new Map(front?.entries.map(({ key, text }) => [key, text]));
}

function noteDiffs(before: RetentionDocument, after: RetentionDocument): NotesDiff[] {
  const [was, is] = [before, after].map(({ noteLines }) => noteLines.map(({ text }) => text)) as [
    string[],
    string[],
  ];
  return diffTexts(was, is).map(({ from, fromEnd, to, toEnd }) => ({
    beforeLine: from + 1,
    before: was.slice(from, fromEnd),
    afterLine: to + 1,
    after: is.slice(to, toEnd),
  }));
}
