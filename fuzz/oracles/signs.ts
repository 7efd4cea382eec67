import { mergeDocuments, parseDocument } from '../../src/core';
import type { MergeConflict } from '../../src/core';
import { expect, expectSame } from '../engine/target';
import { inSigns, SIGNS } from '../grammar/dialects';

type Texts = Readonly<Record<'base' | 'ours' | 'theirs', string>>;

/**
 * Throws unless the versions of a merge have the same conflicts in rows when theirs is written with another delimiter and
 * decimal sign.
 *
 * @param conflicts those of the versions as they are
 */
export function expectSameInSigns({ base, ours, theirs }: Texts, conflicts: readonly MergeConflict[]): void {
  const documents = [base, ours, theirs].map((text) => parseDocument(text));
  const old = new Set(documents.map(({ settings }) => settings.delimiter + settings.decimal));
  if (old.size > 1 || new Set([base, ours, theirs]).size < 3) return;
  const signs = SIGNS[base.length % SIGNS.length]!;
  const written = old.has(signs.delimiter + signs.decimal) ? null : inSigns(documents[2]!, signs);
  if (written === null) return;
  const again = mergeDocuments(base, ours, written);
  if (again.kind === 'refused') {
    // Rows without a readable period that were written anew on both sides cannot be told apart.
    expect(['dialect', 'R403'].includes(again.code), () => `refused with other signs: ${again.reason}`);
    return;
  }
  expectSame(rowsIn(again.conflicts), rowsIn(conflicts), 'conflicts when theirs has other signs');
}

function rowsIn(conflicts: readonly MergeConflict[]): string[] {
  return conflicts.filter(({ kind }) => kind === 'row').map(({ name }) => name);
}
