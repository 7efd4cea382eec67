import type { RetentionDocument } from '../../core';
import { KNOWN_COLUMNS, columnMeaning, encodeCell } from '../../core';
import { COMMON_REASONS, text } from './text';
import { completion } from './types';
import type { Completion } from './types';

/** The columns that a header does not have yet. */
export function headerCompletions(document: RetentionDocument, offset: number): readonly Completion[] {
  const column = document.columns.find(({ range }) => offset >= range.start && offset <= range.end);
  if (column === undefined) return [];
  const { range } = column;
  const present = new Set(
    document.columns.filter((other) => other !== column).map(({ name }) => name.trim().toLowerCase()),
  );
  // A name without quotes is as long as its place.
  const quoted = range.end - range.start !== column.name.length;
  const write = (name: string): string => encodeCell(name, document.settings.delimiter, '\n', quoted);
  const known = [...KNOWN_COLUMNS]
    .filter(([id]) => !present.has(id))
    .map(([id, kind]) =>
      completion({
        kind: 'column',
        label: id,
        detail: kind,
        documentation: columnMeaning({ id, reason: null }),
        range,
        text: write(id),
      }),
    );
  const reasons = reasonsOf(document)
    .filter((slug) => !present.has(`reason_${slug}`))
    .map((slug) =>
      completion({
        kind: 'column',
        label: `reason_${slug}`,
        detail: text.reasonOf(slug),
        documentation: columnMeaning({ id: null, reason: slug }),
        range,
        text: write(`reason_${slug}`),
      }),
    );
  return [...known, ...reasons];
}

/** Reasons that tasks of the playbook name, then common ones. */
function reasonsOf({ playbook }: RetentionDocument): readonly string[] {
  const named = playbook.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  return [...new Set([...named, ...COMMON_REASONS])];
}
