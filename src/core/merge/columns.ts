import { encodeCell } from '../text/encode';
import type { ColumnId, ColumnKind, RetentionDocument } from '../document/types';
import { columnKeys } from './keys';
import type { KeyList } from './keys';
import { mergeOrder } from './order';
import type { VersionName } from './types';

/** The documents of a merge, in one dialect. */
export type Versions = Readonly<Record<VersionName, RetentionDocument>>;

/** A column of the merged table. */
export interface MergedColumn {
  /** Its index in the header of each version; −1 where it is missing. */
  readonly base: number;
  readonly ours: number;
  readonly theirs: number;
  readonly name: string;
  readonly label: string;
  readonly id: ColumnId | null;
  readonly kind: ColumnKind;
  /** The header's cell as it is written. */
  readonly source: string;
  /** The side that deleted it while the other one wrote in it: it stays, and changed cells (not filled ones) are contested. */
  readonly deletedBy: 'ours' | 'theirs' | null;
}

/**
 * The columns of the merged table: what both have, what one of them added, and what one of them deleted if the other
 * one changed something in it (`isChanged`, which is asked only then).
 */
export function mergeColumns(
  versions: Versions,
  isChanged: (side: 'ours' | 'theirs', column: number, baseColumn: number) => boolean,
): MergedColumn[] {
  const keys: Record<VersionName, KeyList> = {
    base: columnKeys(versions.base),
    ours: columnKeys(versions.ours),
    theirs: columnKeys(versions.theirs),
  };
  const columns: MergedColumn[] = [];
  for (const key of mergeOrder(keys.base, keys.ours, keys.theirs)) {
    const [base, ours, theirs] = [at(keys.base, key), at(keys.ours, key), at(keys.theirs, key)];
    let deletedBy: MergedColumn['deletedBy'] = null;
    if (base >= 0 && (ours < 0 || theirs < 0)) {
      const keeper = ours < 0 ? 'theirs' : 'ours';
      if (!isChanged(keeper, Math.max(ours, theirs), base)) continue;
      deletedBy = ours < 0 ? 'ours' : 'theirs';
    }
    const side =
      ours < 0 ||
      (base >= 0 && theirs >= 0 && nameOf(versions, 'ours', ours) === nameOf(versions, 'base', base))
        ? 'theirs'
        : 'ours';
    const index = side === 'ours' ? ours : theirs;
    const { name, label, id, kind, range } = versions[side].columns[index]!;
    const source = versions[side].text.slice(range.start, range.end);
    columns.push({ base, ours, theirs, name, label, id, kind, source, deletedBy });
  }
  return columns;
}

/** True when a version's own rows are already in the merged order of columns. */
export function hasLayout(
  columns: readonly MergedColumn[],
  version: VersionName,
  document: RetentionDocument,
): boolean {
  return (
    columns.length === document.columns.length && columns.every((column, index) => column[version] === index)
  );
}

/** The header as a line. */
export function headerLine(columns: readonly MergedColumn[], versions: Versions): string {
  for (const version of ['ours', 'theirs'] as const) {
    const { header, text } = versions[version];
    const asHere = columns.every(({ [version]: index, source }) => {
      const range = versions[version].columns[index]?.range;
      return range !== undefined && text.slice(range.start, range.end) === source;
    });
    if (asHere && header !== null && hasLayout(columns, version, versions[version])) {
      return text.slice(header.start, header.end);
    }
  }
  return joinCells(
    columns.map(({ source }) => source),
    versions.ours.settings.delimiter,
  );
}

/** Cells as they are written as one record, which nothing takes for a comment, a blank line or a marker. */
export function joinCells(sources: readonly string[], delimiter: string): string {
  const [first = '', ...rest] = sources;
  const guarded =
    /^[#\s]|^([<=>|])\1{6}/.test(first) || (first === '' && rest.length === 0)
      ? encodeCell(first, delimiter, '\n', true)
      : first;
  return [guarded, ...rest].join(delimiter);
}

function at(list: KeyList, key: string): number {
  return list.at.get(key) ?? -1;
}

function nameOf(versions: Versions, version: VersionName, column: number): string {
  return versions[version].columns[column]?.name ?? '';
}
