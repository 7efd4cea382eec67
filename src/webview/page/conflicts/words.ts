import type { ConflictPart } from '../../../core';
import type { NumberDisplay } from '../numbers';
import { conflictsText as text } from './text';

/** What a part is called: `Row 2024-01 · SMB`, `Setting goal`, `Notes`. */
export function nameOf({ kind, name }: ConflictPart): string {
  return kind === 'lines' ? (text.lines[name] ?? name) : `${text.kind[kind]} ${name}`;
}

/** How much is contested: `3 rows and 1 setting`. */
export function inConflict(
  contested: readonly { readonly part: ConflictPart }[],
  numbers: NumberDisplay,
): string {
  const kinds = (['row', 'setting', 'lines'] as const).flatMap((kind) => {
    const n = contested.filter(({ part }) => part.kind === kind).length;
    return n === 0 ? [] : [text.kinds[kind](n, numbers.count(n))];
  });
  return text.and(kinds);
}
