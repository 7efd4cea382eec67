import { balanceError } from '../metrics/identity';
import { parseNumber } from '../document/number';
import type { RetentionDocument } from '../document/types';
import { encodeCell } from '../text/encode';
import { hasLayout, joinCells } from './columns';
import type { MergedColumn, Versions } from './columns';
import type { ConflictLines } from './output';
import type { Tables, VersionTable } from './table';
import type { VersionName } from './types';
import { sameValue } from './values';

/** Which side a cell is taken from. */
export type Pick = 'ours' | 'theirs' | 'contested';

/** A row that both changed differently: its lines as each side would have it, what is mergeable merged in. */
export interface RowConflict {
  readonly lines: ConflictLines;
}

/** The texts of one version of a row in the merged columns, the cells beyond the header last. */
type Texts = readonly string[];

const UNIT = ['start', 'new', 'lost', 'end', 'reactivated'] as const;

const VERSIONS = ['base', 'ours', 'theirs'] as const;

/**
 * Whether a row, as a version would have it, has both a line break and cells beyond the header, which no version itself
 * can have: its end could not be found.
 */
function isTorn(
  picks: readonly Pick[],
  versions: Readonly<Record<VersionName, Texts>>,
  version: VersionName,
): boolean {
  const texts = picks.map((pick, index) => versions[pick === 'contested' ? version : pick][index]!);
  return texts.at(-1) !== '' && texts.some((text) => text.includes('\n'));
}

/** Merges rows cell by cell. */
export class RowMerger {
  private readonly laidOut: Readonly<Record<VersionName, boolean>>;
  /** Versions whose records have the same columns at the same places, so that equal lines mean equal rows. */
  private readonly alike: { readonly both: boolean; readonly ours: boolean; readonly theirs: boolean };
  /** The columns of the counts that only make sense together. */
  private readonly unit: readonly number[];
  private readonly decimal: '.' | ',';
  private readonly delimiter: string;

  constructor(
    private readonly tables: Tables,
    versions: Versions,
    private readonly columns: readonly MergedColumn[],
    /** Without it, a cell that is blank on one side may have been emptied by it. */
    private readonly baseKnown = true,
  ) {
    const laidOut = (version: VersionName): boolean => hasLayout(columns, version, versions[version]);
    this.laidOut = { base: laidOut('base'), ours: laidOut('ours'), theirs: laidOut('theirs') };
    const names = (version: VersionName): string =>
      versions[version].columns.map(({ name }) => name.trim().toLowerCase()).join('\0');
    const [base, ours, theirs] = [names('base'), names('ours'), names('theirs')];
    this.alike = { both: ours === theirs, ours: base === ours, theirs: base === theirs };
    this.unit = UNIT.map((id) => columns.findIndex((column) => column.id === id)).filter(
      (index) => index >= 0,
    );
    this.decimal = versions.ours.settings.decimal;
    this.delimiter = versions.ours.settings.delimiter;
  }

  /** What becomes of a row or of a line between rows: its line, null when it goes, or a conflict. */
  merge(key: number): string | null | RowConflict {
    const { base, ours, theirs } = this.tables;
    const has = { base: base.at.has(key), ours: ours.at.has(key), theirs: theirs.at.has(key) };
    // A line that is no row is its own key: nobody can have changed it. A row that both deleted goes like such a line.
    const isRow = Math.max(ours.row(key), theirs.row(key)) >= 0;
    if (!isRow && has.base && !(has.ours && has.theirs)) return null;
    if (!isRow) return (has.ours ? ours : theirs).line(key);
    if (!has.ours || !has.theirs) return this.mergeOneSided(key, has.ours ? 'ours' : 'theirs', has.base);
    const { laidOut, alike } = this;
    const isBase = (side: VersionTable): boolean => has.base && side.isAs(key, base);
    if (laidOut.ours && ((alike.theirs && isBase(theirs)) || (alike.both && ours.isAs(key, theirs)))) {
      return ours.line(key);
    }
    if (laidOut.theirs && alike.ours && isBase(ours)) return theirs.line(key);
    return this.mergeCells(key);
  }

  /** Cell by cell, which side is taken: in the order of the columns, then the cells beyond the header. */
  picks(key: number): Pick[] {
    const texts = {
      base: this.texts('base', key),
      ours: this.texts('ours', key),
      theirs: this.texts('theirs', key),
    };
    const picks = texts.ours.map((_, index) =>
      this.pick(index, texts.base[index]!, texts.ours[index]!, texts.theirs[index]!),
    );
    this.keepCountsTogether(picks, texts);
    return VERSIONS.some((version) => isTorn(picks, texts, version)) ? picks.fill('contested') : picks;
  }

  /** The decoded cells of a version's row in the merged columns, then those beyond the header, as one text. */
  texts(version: VersionName, key: number): Texts {
    const row = this.tables[version].row(key);
    const { document } = this.tables[version];
    if (row < 0) return [...this.columns.map(() => ''), ''];
    return [
      ...this.columns.map((column) => document.cellText(row, column[version])),
      this.surplus(version, row) === '' ? '' : this.surplusText(document, row),
    ];
  }

  /** A row as a version would have it: contested cells its own, all others as they were picked. */
  compose(key: number, version: VersionName, picks: readonly Pick[]): string {
    const sources = this.columns.map((column, index) => {
      const from = picks[index] === 'contested' ? version : (picks[index] as 'ours' | 'theirs');
      return this.sourceOf(from, key, column[from]);
    });
    const last = picks[this.columns.length]!;
    const from = last === 'contested' ? version : last;
    const row = this.tables[from].row(key);
    const surplus = row < 0 ? '' : this.surplus(from, row);
    return joinCells(surplus === '' ? sources : [...sources, surplus], this.delimiter);
  }

  /** A row that one side lacks: new, or deleted by the other side. */
  private mergeOneSided(key: number, keeper: 'ours' | 'theirs', isOld: boolean): string | null | RowConflict {
    if (isOld) return this.isChanged(keeper, key) ? this.deletedConflict(key, keeper) : null;
    if (this.laidOut[keeper]) return this.tables[keeper].line(key);
    return this.compose(key, keeper, [...this.columns.map(() => keeper), keeper] as Pick[]);
  }

  private mergeCells(key: number): string | RowConflict {
    const picks = this.picks(key);
    if (picks.includes('contested')) {
      const hasBase = this.tables.base.row(key) >= 0;
      return {
        lines: {
          ours: this.compose(key, 'ours', picks),
          base: hasBase ? this.compose(key, 'base', picks) : null,
          theirs: this.compose(key, 'theirs', picks),
        },
      };
    }
    for (const side of ['ours', 'theirs'] as const) {
      if (this.laidOut[side] && picks.every((pick) => pick === side)) return this.tables[side].line(key);
    }
    return this.compose(key, 'ours', picks);
  }

  /** One side deleted the row, the other one changed it. */
  private deletedConflict(key: number, keeper: 'ours' | 'theirs'): RowConflict {
    const contested = [...this.columns, null].map((): Pick => 'contested');
    const kept = this.compose(key, keeper, contested);
    const base = this.compose(key, 'base', contested);
    return {
      lines: { base, ours: keeper === 'ours' ? kept : null, theirs: keeper === 'theirs' ? kept : null },
    };
  }

  /** True when a side's row says anything else than the base's. */
  private isChanged(side: 'ours' | 'theirs', key: number): boolean {
    const [was, now] = [this.texts('base', key), this.texts(side, key)];
    return now.some((text, index) => text !== was[index]);
  }

  private pick(index: number, was: string, our: string, their: string): Pick {
    const column = this.columns[index];
    if (column !== undefined && column.deletedBy !== null) {
      const [keeper, now] =
        column.deletedBy === 'ours' ? (['theirs', their] as const) : (['ours', our] as const);
      return now === was || now === '' || was === '' ? keeper : 'contested';
    }
    if (our === their) return 'ours';
    if (!this.baseKnown) return this.same(index, our, their) ? 'ours' : 'contested';
    if (our === was) return 'theirs';
    if (their === was || this.same(index, our, their)) return 'ours';
    if (this.same(index, our, was)) return 'theirs';
    return this.same(index, their, was) ? 'ours' : 'contested';
  }

  private same(index: number, one: string, other: string): boolean {
    return sameValue(this.columns[index]?.kind ?? 'text', one, other, this.decimal);
  }

  /**
   * Where both changed the counts of a row, a mixture of them must balance. If it does not, or if it does not with one
   * side's own cells, all of the counts are contested.
   */
  private keepCountsTogether(picks: Pick[], texts: Readonly<Record<VersionName, Texts>>): void {
    const { unit } = this;
    const differs = (one: Texts, other: Texts): boolean =>
      unit.some((index) => !this.same(index, one[index]!, other[index]!));
    if (!differs(texts.ours, texts.base) || !differs(texts.theirs, texts.base)) return;
    const torn = (['ours', 'theirs'] as const).some((side) => {
      const mixture = picks.map((pick, index) => texts[pick === 'contested' ? side : pick][index]!);
      if (!differs(mixture, texts.ours) || !differs(mixture, texts.theirs)) return false;
      return !this.balances(mixture);
    });
    if (!torn) return;
    for (const index of unit) {
      if (texts.ours[index] !== texts.theirs[index]) picks[index] = 'contested';
    }
  }

  private balances(texts: Texts): boolean {
    const count = (id: (typeof UNIT)[number]): number | null => {
      const index = this.columns.findIndex((column) => column.id === id);
      return index < 0 ? null : parseNumber(texts[index]!, this.decimal);
    };
    const counts = {
      start: count('start'),
      new: count('new'),
      lost: count('lost'),
      end: count('end'),
      reactivated: count('reactivated'),
    };
    const error = balanceError(counts);
    return error === null || error === 0;
  }

  private sourceOf(version: VersionName, key: number, column: number): string {
    const table = this.tables[version];
    const row = table.row(key);
    return row < 0 ? '' : table.document.cellSource(row, column);
  }

  /** What the cells of a row beyond those of the header say, whatever quotes they have. */
  private surplusText(document: RetentionDocument, row: number): string {
    const texts: string[] = [];
    for (let cell = document.columns.length; cell < document.cellCount(row); cell++) {
      texts.push(encodeCell(document.cellText(row, cell), this.delimiter, '\n'));
    }
    return texts.join(this.delimiter);
  }

  /** The cells of a row beyond those of the header, as they are written; '' for none. */
  private surplus(version: VersionName, row: number): string {
    const { document } = this.tables[version];
    const first = document.cellRange(row, document.columns.length);
    if (first === null) return '';
    return document.text.slice(first.start, document.rowRange(row).end);
  }
}
