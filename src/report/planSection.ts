import type { LiveNotebook, PlaybookItem } from '../core';
import { analyseExperiments, formatDay, formatPeriod } from '../core';
import type { Task } from './page';
import type { Section } from './sections';
import { text } from './text';
import { heading, paragraph, small } from './words';

/** What is under way comes first, what is done last. */
const ORDER = ['active', 'planned', null, 'done'] as const;

/** The measures of the playbook, with what experiments showed. */
export function planSection({ document, today }: LiveNotebook): Section {
  const { experiments, gaps } = analyseExperiments(document);
  const results = new Map(experiments.map(({ item, sentence }) => [item, sentence]));
  const { playbook } = document;
  const tasks = ORDER.flatMap((status) =>
    playbook.flatMap((item, index) =>
      item.status === status
        ? [taskOf(item, today, results.get(index), reasonLabel(document, item.reason))]
        : [],
    ),
  );
  const dropped = playbook.filter(({ status }) => status === 'dropped').length;
  return {
    blocks: [
      heading(text.plan),
      tasks.length === 0 ? paragraph(text.noPlan) : { kind: 'tasks', tasks },
      ...(dropped === 0 ? [] : [small(text.dropped(dropped))]),
    ],
    gaps,
  };
}

function taskOf(
  { status, text: what, since, due, segment }: PlaybookItem,
  today: number,
  result: string | undefined,
  reason: string | null,
): Task {
  const done = status === 'done';
  const late = due !== null && due < today && !done;
  return {
    status: text.status[status === null || status === 'dropped' ? 'unknown' : status],
    done,
    text: what,
    details: [
      ...(since === null ? [] : [text.since(formatPeriod(since))]),
      ...(due === null ? [] : [(late ? text.overdue : text.due)(formatDay(due))]),
      ...(segment === null ? [] : [text.forSegment(segment)]),
      ...(reason === null ? [] : [text.against(reason)]),
      ...(result === undefined ? [] : [result]),
    ],
  };
}

function reasonLabel({ reasonColumns }: LiveNotebook['document'], slug: string | null): string | null {
  const column = reasonColumns.find(({ reason }) => reason === slug);
  return column === undefined || column.label === column.name
    ? (slug?.replaceAll(/[_-]+/g, ' ') ?? null)
    : column.label;
}
