import type { RetentionDocument } from '../../core';
import { text } from './text';
import { completion } from './types';
import type { Completion, TextLine } from './types';

/** What a table begins with. */
const HEADERS = [
  ['period', 'start', 'new', 'lost', 'end'],
  ['period', 'segment', 'start', 'new', 'lost', 'end', 'note'],
] as const;

/** What a file without a table can begin or go on with. */
export function startCompletions(document: RetentionDocument, line: TextLine): readonly Completion[] {
  const range = { start: line.start, end: line.start + line.text.length };
  const { delimiter } = document.settings;
  const headers = HEADERS.map((columns) =>
    completion({
      kind: 'snippet',
      label: columns.join(delimiter),
      detail: text.header(columns.join(', ')),
      range,
    }),
  );
  const isFirst = line.start === (document.hasBom ? 1 : 0);
  if (document.front !== null || !isFirst) return headers;
  const settings = completion({
    kind: 'snippet',
    label: '#---',
    detail: text.settings,
    documentation: text.settingsDetail,
    range,
    text: '#---\n# retention: 1\n# title: ${1:Customer retention}\n# goal: ${2:85%}\n#---\n$0',
    snippet: true,
  });
  return [settings, ...headers];
}
