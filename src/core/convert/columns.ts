import { KNOWN_COLUMNS, knownColumn, likelyColumn, reasonSlug } from '../document/knownColumns';
import type { ColumnKind } from '../document/types';
import { isBlank } from '../text/encode';
import { findPeriodColumn } from './periods';
import type { SourceTable } from './sourceTable';
import type { ImportedColumn, ImportOptions } from './types';

/** What a column of the source is to be. */
export type ColumnPlan = Pick<ImportedColumn, 'source' | 'name' | 'origin' | 'likely'>;

/**
 * Names the columns of a table: first as the user says, then those that have a name of the format, then those that have
 * another name of one, then the one whose cells are periods. The rest keep their own names, made different where two have
 * the same.
 */
export function planColumns(table: SourceTable, chosen: ImportOptions['columns']): readonly ColumnPlan[] {
  const sources = table.names.map((name) => name.replace(/\s+/g, ' ').trim());
  const plans = Array<ColumnPlan | undefined>(sources.length).fill(undefined);
  const taken = new Set<string>();
  const take = (index: number, name: string, origin: ColumnPlan['origin']): void => {
    if (plans[index] !== undefined || taken.has(name.toLowerCase())) return;
    taken.add(name.toLowerCase());
    plans[index] = { source: sources[index]!, name, origin, likely: null };
  };
  const isFree = (index: number): boolean => plans[index] === undefined && chosen?.get(index) === undefined;

  for (const [index, name] of chosen ?? []) {
    if (name !== null && index < sources.length) take(index, name, 'chosen');
  }
  for (const [index, source] of sources.entries()) {
    const isKnown = knownColumn(source) !== null || reasonSlug(source) !== null;
    if (isKnown && isFree(index)) take(index, source, 'known');
  }
  for (const [index, source] of sources.entries()) {
    const likely = isFree(index) && source !== '' ? likelyColumn(source) : null;
    if (likely?.certain === true) take(index, likely.name, 'alias');
  }
  if (!taken.has('period')) {
    const found = findPeriodColumn(table.rows, [...sources.keys()].filter(isFree));
    if (found !== null) take(found, 'period', 'cells');
  }
  return plans.map((plan, index) => {
    if (plan !== undefined) return plan;
    const source = sources[index]!;
    const name = uniqueName(source === '' ? `column_${index + 1}` : source, taken);
    const origin = index >= table.headerWidth ? 'added' : name === source ? 'own' : 'renamed';
    return { source, name, origin, likely: source === '' ? null : likelyName(source) };
  });
}

/** A name that no column has yet, which is taken then: with a number behind it where it needs one. */
export function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${name}_${number}`;
  taken.add(unique.toLowerCase());
  return unique;
}

/** What the cells of a column of this name are. */
export function columnKind(name: string): ColumnKind {
  const id = knownColumn(name);
  if (id !== null) return KNOWN_COLUMNS.get(id)!;
  return reasonSlug(name) === null ? 'text' : 'count';
}

/** The first cells of a column that are not blank. */
export function samplesOf({ rows }: SourceTable, column: number, count: number): string[] {
  const samples: string[] = [];
  for (const { cells } of rows) {
    if (samples.length === count) break;
    if (!isBlank(cells[column]!)) samples.push(cells[column]!);
  }
  return samples;
}

function likelyName(source: string): string | null {
  return knownColumn(source) ?? likelyColumn(source)?.name ?? null;
}
