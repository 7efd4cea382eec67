import type { RetentionDocument } from '../../document/types';
import { columnKeys } from '../keys';
import type { KeyList } from '../keys';
import { keepsOrder } from '../order';
import { sameValue } from '../values';
import type { CellDiff, ColumnsDiff } from './types';

/** A column of either version; null where it is missing. */
interface ColumnPair {
  readonly name: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** Compares the columns of two versions, and the cells of a row. */
export class CellComparer {
  readonly columns: ColumnsDiff;
  private readonly pairs: readonly ColumnPair[];
  private readonly aligned: boolean;

  constructor(
    private readonly before: RetentionDocument,
    private readonly after: RetentionDocument,
  ) {
    const [was, is] = [columnKeys(before), columnKeys(after)];
    const removed = was.keys.filter((key) => !is.at.has(key));
    this.pairs = [
      ...is.keys.map((key, index) => ({
        name: after.columns[index]!.name,
        before: was.at.get(key) ?? null,
        after: index,
      })),
      ...removed.map((key) => ({ name: nameOf(before, was, key), before: was.at.get(key)!, after: null })),
    ];
    this.columns = {
      added: is.keys.filter((key) => !was.at.has(key)).map((key) => nameOf(after, is, key)),
      removed: removed.map((key) => nameOf(before, was, key)),
      reordered: !keepsOrder(was, is),
    };
    this.aligned =
      this.pairs.every((pair) => pair.before === pair.after) &&
      before.settings.delimiter === after.settings.delimiter &&
      before.settings.decimal === after.settings.decimal;
  }

  /** The cells of a row that say something else. */
  cells(rowBefore: number, rowAfter: number): CellDiff[] {
    const { before, after } = this;
    if (this.aligned && source(before, rowBefore) === source(after, rowAfter)) return [];
    const cells: CellDiff[] = [];
    for (const pair of this.pairs) {
      const was = pair.before === null ? '' : before.cellText(rowBefore, pair.before);
      const is = pair.after === null ? '' : after.cellText(rowAfter, pair.after);
      const kind = pair.after === null ? 'text' : after.columns[pair.after]!.kind;
      const sameValueOf = sameValue(kind, was, is, before.settings.decimal, after.settings.decimal);
      if (was === is && sameValueOf) continue;
      cells.push({
        column: pair.name,
        beforeColumn: pair.before,
        afterColumn: pair.after,
        before: was,
        after: is,
        sameValue: sameValueOf,
      });
    }
    return cells;
  }
}

function nameOf(document: RetentionDocument, keys: KeyList, key: string): string {
  return document.columns[keys.at.get(key)!]!.name;
}

function source(document: RetentionDocument, row: number): string {
  const { start, end } = document.rowRange(row);
  return document.text.slice(start, end);
}
