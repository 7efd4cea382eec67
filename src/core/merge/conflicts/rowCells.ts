import type { MergedColumn } from '../columns';
import type { RowMerger } from '../rows';
import type { Tables } from '../table';
import type { ConflictCell } from './types';

/** The cells of a row that the versions which have the row do not have in common. */
export function cellsOf(
  columns: readonly MergedColumn[],
  tables: Tables,
  merger: RowMerger,
  key: number,
): ConflictCell[] {
  const has = {
    base: tables.base.row(key) >= 0,
    ours: tables.ours.row(key) >= 0,
    theirs: tables.theirs.row(key) >= 0,
  };
  const texts = {
    base: merger.texts('base', key),
    ours: merger.texts('ours', key),
    theirs: merger.texts('theirs', key),
  };
  const picks = has.ours && has.theirs ? merger.picks(key) : null;
  const cells: ConflictCell[] = [];
  for (const [index, { name, label }] of columns.entries()) {
    const ours = has.ours ? texts.ours[index]! : null;
    const theirs = has.theirs ? texts.theirs[index]! : null;
    const base = has.base ? texts.base[index]! : null;
    const present = [ours, theirs, base].filter((text) => text !== null);
    if (new Set(present).size < 2) continue;
    const pick = picks?.[index] ?? 'contested';
    const merged = pick === 'contested' ? null : texts[pick][index]!;
    cells.push({ column: index, name, label, ours, base, theirs, contested: pick === 'contested', merged });
  }
  return cells;
}
