import type { ConflictPart, MetricResult, VersionName } from '../../../core';
import { LiveNotebook } from '../../../core';

/** A cell of a version. */
export interface VersionCell {
  readonly text: string;
  /** The versions have it differently, and the merge cannot tell which one is meant. */
  readonly contested: boolean;
}

/** A row as one version has it. */
export interface VersionRow {
  readonly version: VersionName;
  /** By the columns of the table; null where the version lacks the row. */
  readonly cells: readonly VersionCell[] | null;
  readonly crr: MetricResult | null;
  readonly gapPoints: MetricResult | null;
}

/** A column of the comparison. */
export interface VersionColumn {
  readonly name: string;
  readonly label: string;
  readonly contested: boolean;
}

/** The versions of a row, beneath each other as in a table. */
export interface RowComparison {
  readonly columns: readonly VersionColumn[];
  readonly versions: readonly VersionRow[];
}

/**
 * The versions of a row by column. Columns that are blank in all versions, and those that make up its name, are left out.
 *
 * @param head our settings and header: with a row behind them they are a file that can be calculated
 */
export function compareRow(head: string, part: ConflictPart, today: number): RowComparison {
  const notebooks = versionsOf(part).map((version) => {
    const line = part[version];
    return { version, notebook: line === null ? null : LiveNotebook.open(head + line, { today }) };
  });
  const document = notebooks.find(({ notebook }) => notebook !== null)?.notebook?.document;
  const contested = new Set(part.cells.filter((cell) => cell.contested).map(({ column }) => column));
  const columns = (document?.columns ?? []).filter(
    ({ index, id }) =>
      contested.has(index) ||
      (id !== 'period' &&
        id !== 'segment' &&
        notebooks.some(({ notebook }) => (notebook?.document.cellText(0, index) ?? '') !== '')),
  );
  return {
    columns: columns.map(({ index, name, label }) => ({ name, label, contested: contested.has(index) })),
    versions: notebooks.map(({ version, notebook }): VersionRow => {
      if (notebook === null || notebook.document.rowCount === 0)
        return { version, cells: null, crr: null, gapPoints: null };
      const { crr, gapPoints } = notebook.row(0);
      const cells = columns.map(({ index }) => ({
        text: notebook.document.cellText(0, index),
        contested: contested.has(index),
      }));
      return { version, cells, crr, gapPoints };
    }),
  };
}

/** The versions there are of a part, the common one first. */
export function versionsOf({ choices }: ConflictPart): readonly VersionName[] {
  return choices.includes('base') ? ['base', 'ours', 'theirs'] : ['ours', 'theirs'];
}
