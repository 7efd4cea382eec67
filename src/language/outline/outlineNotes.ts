import type { PlaybookItem, RetentionDocument } from '../../core';
import { noteSections } from './sections';
import type { NoteSection } from './sections';
import { text } from './text';
import type { OutlineItem } from './types';

/** More headings and tasks are not listed. */
const MOST = 2000;

interface Open extends OutlineItem {
  readonly level: number;
  readonly children: OutlineItem[];
}

/** The sections of the notes, one in the other, with the tasks of the playbook; tasks before any heading by themselves. */
export function outlineNotes(document: RetentionDocument): readonly OutlineItem[] {
  const sections = noteSections(document).slice(0, MOST);
  const tasks = document.playbook.slice(0, MOST);
  const top: OutlineItem[] = [];
  const open: Open[] = [];
  let next = 0;
  const put = (item: OutlineItem): void => {
    (open.at(-1)?.children ?? top).push(item);
  };
  const putTasks = (before: number): void => {
    while (next < tasks.length && tasks[next]!.range.start < before) put(taskItem(tasks[next++]!));
  };
  for (const section of sections) {
    putTasks(section.range.start);
    while (open.length > 0 && open.at(-1)!.level >= section.level) open.pop();
    const item = sectionItem(section);
    put(item);
    open.push(item);
  }
  putTasks(Infinity);
  return top;
}

function sectionItem({ level, title, heading, range }: NoteSection): Open {
  const name = title.trim() === '' ? text.noTitle : title.trim();
  return { kind: 'section', name, detail: '', range, nameRange: heading, children: [], level };
}

function taskItem({ range, textRange, text: said, status }: PlaybookItem): OutlineItem {
  const name = said.trim() === '' ? text.noText : said.trim();
  return { kind: 'task', name, detail: status ?? '', range, nameRange: textRange, children: [] };
}
