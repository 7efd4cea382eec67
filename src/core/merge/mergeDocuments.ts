import { endsLine, normaliseEols } from '../text/chars';
import { parseDocument } from '../document/document';
import type { RetentionDocument } from '../document/types';
import { headerLine, mergeColumns } from './columns';
import type { MergedColumn, Versions } from './columns';
import { agreeOnDialect } from './dialect';
import { mergeFront } from './front';
import { RowNumbers } from './keys';
import { mergeZone, zoneConflict, ZoneLines, zoneName } from './lineZone';
import { mergeOrder } from './order';
import { MergeOutput } from './output';
import { refusalOf, refuse } from './refusal';
import { RowMerger } from './rows';
import { contestedTwins, inTime, titleOf, VersionTable } from './table';
import type { Tables } from './table';
import type { MergedDocument, MergeOptions, MergeResult, VersionName } from './types';

const BOM = '\ufeff';

/**
 * Merges what two people made of the same file, row by row (keyed by period and segment) and cell by cell, as the
 * format's merge semantics say: what one side changed is taken, rows nobody changed keep their bytes, settings are
 * merged by key, columns by name, notes by line. What both changed differently becomes one diff3 hunk for each row, in
 * which everything mergeable is merged into all three versions. Of files whose rows can't be told apart it says why;
 * `mergeAsLines` can do those.
 *
 * An empty base stands for a file that both sides added.
 *
 * @example
 * const base = 'period,lost,note\n2024,1,\n';
 * mergeDocuments(base, 'period,lost,note\n2024,2,\n', 'period,lost,note\n2024,1,x\n');
 * // { kind: 'merged', text: 'period,lost,note\n2024,2,x\n', conflicts: [], keptColumns: [] }
 */
export function mergeDocuments(
  base: string,
  ours: string,
  theirs: string,
  options: MergeOptions = {},
): MergeResult {
  if (ours === theirs || theirs === base) return unchanged(ours);
  if (ours === base) return unchanged(theirs);
  const read = { base: parseDocument(base), ours: parseDocument(ours), theirs: parseDocument(theirs) };
  const refusal = refusalOf(read);
  if (refusal !== null) return refusal;
  const agreed = agreeOnDialect(read);
  if (agreed === null) return refuse('theirs', 'dialect');
  const { versions, dialect } = agreed;
  const numbers = new RowNumbers();
  const tables = {
    base: new VersionTable(versions.base, numbers),
    ours: new VersionTable(versions.ours, numbers),
    theirs: new VersionTable(versions.theirs, numbers),
  };
  for (const version of ['ours', 'theirs', 'base'] as const) {
    if (tables[version].repeated !== null) return refuse(version, 'R403');
  }
  const twins = contestedTwins(tables);
  if (twins !== null) return refuse(twins, 'R403');
  const output = new MergeOutput(dialect.eol, options, dialect.hasBom ? BOM : '');
  mergeFront(versions, output);
  mergeLinesOf(versions, beforeHeader, output);
  const columns = mergeTable(versions, tables, output);
  mergeLinesOf(versions, behindRows, output);
  const kept = columns.filter(({ deletedBy }) => deletedBy !== null).map(({ name }) => name);
  return output.merged(dialect.finalNewline, kept);
}

/**
 * Merges any texts line by line, as `git merge-file --diff3` does. For files whose rows can't be told apart, where there
 * is no git.
 */
export function mergeAsLines(
  base: string,
  ours: string,
  theirs: string,
  options: MergeOptions = {},
): MergedDocument {
  const eol = ours.includes('\r\n') ? '\r\n' : '\n';
  const [was, their] = [base, theirs].map((text) => normaliseEols(text).replaceAll('\n', eol)) as [
    string,
    string,
  ];
  const zones = { base: whole(was), ours: whole(ours), theirs: whole(their) };
  const output = new MergeOutput(eol, options);
  for (const stretch of mergeZone(zones)) {
    if (stretch.kind !== 'conflict') output.lines(zones[stretch.kind].slice(stretch));
    else output.conflict('lines', 'lines', zoneConflict(zones, stretch));
  }
  return output.merged(endsLine(ours) === endsLine(base) ? endsLine(theirs) : endsLine(ours));
}

function unchanged(text: string): MergedDocument {
  return { kind: 'merged', text, conflicts: [], keptColumns: [] };
}

function whole(text: string): ZoneLines {
  return new ZoneLines(text, 0, text.length);
}

/** Writes the header and the rows; returns the columns. */
function mergeTable(versions: Versions, tables: Tables, output: MergeOutput): readonly MergedColumn[] {
  const columns = mergeColumns(versions, (side, column, baseColumn) =>
    isColumnChanged(tables, side, column, baseColumn),
  );
  output.line(headerLine(columns, versions));
  const merger = new RowMerger(tables, versions, columns);
  const { base, ours, theirs } = tables;
  for (const key of mergeOrder(base, ours, theirs, inTime([ours, theirs]))) {
    const outcome = merger.merge(key);
    if (outcome === null) continue;
    if (typeof outcome === 'string') output.lines(outcome);
    else output.conflict('row', titleOf(tables, key), outcome.lines);
  }
  return columns;
}

/** True when a side says something in a column that the base does not say. */
function isColumnChanged(
  tables: Tables,
  side: 'ours' | 'theirs',
  column: number,
  baseColumn: number,
): boolean {
  const [base, table] = [tables.base, tables[side]];
  return table.keys.some((key) => {
    const row = table.row(key);
    if (row < 0) return false;
    const text = table.document.cellText(row, column);
    const was = base.row(key);
    return text !== '' && (was < 0 || text !== base.document.cellText(was, baseColumn));
  });
}

type ZoneOf = (document: RetentionDocument) => readonly [from: number, to: number];

const beforeHeader: ZoneOf = ({ front, hasBom, header, length }) => [
  front?.end ?? (hasBom ? 1 : 0),
  header?.start ?? length,
];

const behindRows: ZoneOf = ({ rowsEnd, length }) => [rowsEnd, length];

function mergeLinesOf(versions: Versions, zoneOf: ZoneOf, output: MergeOutput): void {
  const zone = (version: VersionName): ZoneLines => {
    const document = versions[version];
    return new ZoneLines(document.text, ...zoneOf(document));
  };
  const zones = { base: zone('base'), ours: zone('ours'), theirs: zone('theirs') };
  for (const stretch of mergeZone(zones)) {
    if (stretch.kind !== 'conflict') {
      output.lines(zones[stretch.kind].slice(stretch));
      continue;
    }
    const conflict = zoneConflict(zones, stretch);
    output.conflict('lines', zoneName(conflict), conflict);
  }
}
