import { knownColumn, likelyColumn } from '../document/knownColumns';
import { isBlankRecord, sourceRecords } from './records';
import type { SourceDelimiter } from './types';

/** Where several fit as well as each other, the rarer in texts counts. */
const DELIMITERS: readonly SourceDelimiter[] = ['\t', ';', '|', ','];

/** So many records tell what separates their cells. */
const LOOKED_AT = 50;

/** What separates the cells of a table, and where the table begins. */
export interface FoundDelimiter {
  readonly delimiter: SourceDelimiter;
  /** No other one makes as good a table. */
  readonly certain: boolean;
}

interface Fit extends FoundDelimiter {
  /** Cells that one of the first records has in common with the format. */
  readonly known: number;
  /** The share of records with the commonest number of cells. */
  readonly agreement: number;
  readonly width: number;
}

/**
 * The delimiter that makes a table of a text: records with the same number of cells, at least two, quotes respected. One
 * column alone has a comma.
 *
 * @param from where the table begins, behind a byte order mark or the line `sep=;`
 * @example
 * findDelimiter('period;mrr\n2024;1,5\n', 0); // { delimiter: ';', certain: true }
 */
export function findDelimiter(text: string, from: number): FoundDelimiter {
  const fits = DELIMITERS.map((delimiter) => fitOf(text, from, delimiter)).filter((fit) => fit.width > 1);
  fits.sort((a, b) => b.known - a.known || b.agreement - a.agreement || b.width - a.width);
  const [best, ...others] = fits;
  if (best === undefined) return { delimiter: ',', certain: true };
  const certain = others.every(({ known, agreement }) => known < best.known || agreement < best.agreement);
  return { delimiter: best.delimiter, certain };
}

function fitOf(text: string, from: number, delimiter: SourceDelimiter): Fit {
  const counts = new Map<number, number>();
  let records = 0;
  let known = 0;
  for (const record of sourceRecords(text, delimiter, from)) {
    if (record.comment !== null || isBlankRecord(record)) continue;
    if (++records > LOOKED_AT) break;
    if (record.isTorn) continue;
    const { cells } = record;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    if (cells.length > 1) known = Math.max(known, cells.filter(isKnown).length);
  }
  const [width, count] = [...counts].reduce(
    (best, each) => (each[0] > 1 && each[1] > best[1] ? each : best),
    [1, 0],
  );
  return { delimiter, certain: true, known, agreement: count / Math.min(records, LOOKED_AT), width };
}

function isKnown(name: string): boolean {
  return knownColumn(name) !== null || likelyColumn(name)?.certain === true;
}
