import type { LiveNotebook, PlaybookStatus } from '../../core';
import { STATUS_MARKS } from '../../core';
import { attributeCompletions } from './attributes';
import { STATUS_DETAILS, text } from './text';
import { completion } from './types';
import type { Completion, TextLine } from './types';

/** `- [x] `, perhaps with a mark yet to come. */
const TASK = /^[-*+] \[.\](?= |$)/su;
const BEGUN = /^[-*+] \[(.?)(\]?)/su;

/** Status marks and attributes of a task, and what a note can begin with. */
export function noteCompletions(
  notebook: LiveNotebook,
  line: TextLine,
  offset: number,
): readonly Completion[] {
  const start = line.text[2] === ' ' ? 3 : 2;
  const place = offset - line.start - start;
  if (place < 0) return [];
  const note = { start: line.start + start, text: line.text.slice(start) };
  const status = statusCompletions(note, place);
  if (status.length > 0) return status;
  if (TASK.test(note.text)) return attributeCompletions(notebook, note, place);
  return note.text.trim() === '' ? beginnings(notebook, note, start === 2 ? ' ' : '') : [];
}

function statusCompletions(note: TextLine, place: number): readonly Completion[] {
  const begun = BEGUN.exec(note.text);
  if (begun === null) return [];
  const [whole, mark = '', close = ''] = begun;
  const open = 3;
  if (place < open || place > open + mark.length) return [];
  const range = { start: note.start + open, end: note.start + whole.length };
  const behind = note.text[whole.length] === ' ' ? '' : ' ';
  return (Object.keys(STATUS_MARKS) as PlaybookStatus[]).map((status) =>
    completion({
      kind: 'status',
      label: `[${STATUS_MARKS[status]}] ${STATUS_DETAILS[status]}`,
      range,
      text: `${STATUS_MARKS[status]}]${behind}`,
      // An unfinished mark is compared, and the bracket behind it.
      filter: `${mark}${close}${STATUS_DETAILS[status]}`,
    }),
  );
}

function beginnings({ document }: LiveNotebook, note: TextLine, space: string): readonly Completion[] {
  const range = { start: note.start, end: note.start + note.text.length };
  const task = completion({
    kind: 'snippet',
    label: '- [ ]',
    detail: text.task,
    documentation: text.taskDetail,
    range,
    text: `${space}- [ ] $0`,
    snippet: true,
  });
  const hasPlaybook = document.noteLines.some((line) => /^ {0,3}#{1,6}\s+playbook\s*#*\s*$/i.test(line.text));
  if (hasPlaybook) return [task];
  const heading = completion({
    kind: 'snippet',
    label: `## ${text.playbook}`,
    detail: text.playbookDetail,
    range,
    text: `${space}## ${text.playbook}`,
  });
  return [task, heading];
}
