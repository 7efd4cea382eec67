import { mergeDocuments } from '../../../../src/core';

/** A merge that has to be one. */
export function merged(
  base: string,
  ours: string,
  theirs: string,
): { text: string; conflicts: readonly string[] } {
  const result = mergeDocuments(base, ours, theirs);
  if (result.kind === 'refused') throw new Error(result.reason);
  return { text: result.text, conflicts: result.conflicts.map(({ name, line }) => `${name}:${line}`) };
}
