import type { LiveNotebook, RetentionDocument } from '../../core';
import { headerCompletions } from './header';
import { newRowCompletions } from './newRow';
import { noteCompletions } from './notes';
import { rowCompletions } from './row';
import { settingCompletions } from './settings';
import { startCompletions } from './start';
import type { Completion, TextLine } from './types';

export type { Completion, CompletionKind, TextLine } from './types';

/** Characters after which something else can be suggested than before. */
export const COMPLETION_TRIGGERS = [' ', ',', ';', '\t', '"', "'", '[', '{', '='] as const;

/**
 * What can stand at a place of the text, the likeliest first: keys and values of settings, columns, periods, segments,
 * rows, and in the notes tasks with their attributes. Costs the rows around the place, not the file.
 *
 * @param line the line that the place lies in
 *
 * @example
 * completionsAt(notebook, { start: 4, text: '# gran' }, 10)[0].text; // 'granularity: '
 */
export function completionsAt(notebook: LiveNotebook, line: TextLine, offset: number): readonly Completion[] {
  const end = line.start + line.text.length;
  // VS Code takes no suggestion for a cell of several lines.
  return suggest(notebook, line, offset).filter(({ range }) => range.start >= line.start && range.end <= end);
}

function suggest(notebook: LiveNotebook, line: TextLine, offset: number): readonly Completion[] {
  const { document } = notebook;
  const row = document.rowAt(offset);
  if (row !== null) return rowCompletions(notebook, line, row, offset);
  const { header } = document;
  if (header !== null && offset >= header.start && offset <= header.end) {
    return headerCompletions(document, offset);
  }
  if (isSettingLine(document, line)) return settingCompletions(notebook, line, offset);
  if (line.text.startsWith('#>')) return noteCompletions(notebook, line, offset);
  if (line.text.trim() !== '') return [];
  return header === null ? startCompletions(document, line) : newRowCompletions(notebook, line, offset);
}

/** True for a line between the fences of the settings, closed or not. */
function isSettingLine({ front }: RetentionDocument, { start, text }: TextLine): boolean {
  if (front === null || start <= front.open.start || !text.startsWith('#')) return false;
  return start < (front.close?.start ?? front.end + 1);
}
