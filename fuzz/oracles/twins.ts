import { parseDocument, rowName } from '../../src/core';
import type { RetentionDocument } from '../../src/core';
import { expect } from '../engine/target';

type Texts = Readonly<Record<'base' | 'ours' | 'theirs', string>>;

/**
 * Throws unless rows that period and segment do not tell apart came through a merge as a whole: as the side has them that
 * alone changed any of them. Only of versions with the same columns.
 */
export function expectTwinsWhole(texts: Texts, outcome: string): void {
  const documents = [texts.base, texts.ours, texts.theirs, outcome].map((text) => parseDocument(text));
  if (new Set(documents.map(layoutOf)).size > 1) return;
  const [base, ours, theirs, found] = documents.map(rowsByName) as [Rows, Rows, Rows, Rows];
  for (const name of new Set([base, ours, theirs].flatMap((rows) => [...rows.keys()]))) {
    if ([base, ours, theirs].every((rows) => (rows.get(name)?.length ?? 0) < 2)) continue;
    const [was, our, their, now] = [base, ours, theirs, found].map((rows) => said(rows.get(name) ?? []));
    const isDecided = our === their || our === was || their === was;
    expect(isDecided, () => `both sides changed rows of ${JSON.stringify(name)}, which were merged`);
    expect(
      now === (our === was ? their : our),
      () => `the rows of ${JSON.stringify(name)} are not those of the side that changed them`,
    );
  }
}

type Rows = ReadonlyMap<string, readonly string[]>;

function layoutOf({ columns, settings }: RetentionDocument): string {
  return JSON.stringify([settings.decimal, columns.map(({ name }) => name)]);
}

function rowsByName(document: RetentionDocument): Rows {
  const rows = new Map<string, string[]>();
  const period = document.column('period')?.index ?? -1;
  for (let row = 0; row < document.rowCount; row++) {
    const cells = document.columns.map(({ index }) => document.cellText(row, index));
    const name = rowName(document, row, period);
    rows.set(name, [...(rows.get(name) ?? []), JSON.stringify(cells)]);
  }
  return rows;
}

/** The rows in any order: others that were moved may have taken one of them along. */
function said(rows: readonly string[]): string {
  return [...rows].sort().join('\n');
}
