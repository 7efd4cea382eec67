import type { PlaybookItem, PlaybookStatus, TextEdit } from '../../../../core';
import {
  parseDay,
  parsePeriod,
  setAttribute,
  setDue,
  setSegment,
  setSince,
  setStatus,
} from '../../../../core';
import { lineText } from '../../markdown';
import { text as pageText } from '../../text';
import type { PanelPlace } from '../frame';
import { playbookText as text } from './text';

type Place = Pick<PanelPlace, 'session' | 'actions'>;

/** `498/600`, also with spaces or “of” between. */
const GROUP = /^(\d{1,12})\s*(?:\/|of)\s*(\d{1,12})$/i;

/** Gives a task another status. */
export function changeStatus(place: Place, item: PlaybookItem, status: PlaybookStatus): void {
  const refusal = change(place, item, text.edit.status, (task) => setStatus(task, status));
  place.actions.announce(refusal ?? text.statusSet(pageText.taskStatus[status], lineText(item.text)));
}

/** Says for whom a task is; null: all customers. */
export function changeSegment(place: Place, item: PlaybookItem, segment: string | null): void {
  const refusal = change(place, item, text.edit.segment, (task) => setSegment(task, segment));
  if (refusal !== null) place.actions.announce(refusal);
}

/** Takes a typed due date over, or says what is wrong with it. Nothing typed removes it. */
export function typeDue(place: Place, item: PlaybookItem, typed: string): string | null {
  const day = typed.trim() === '' ? null : parseDay(typed.trim());
  if (day === null && typed.trim() !== '') return text.refuse.due(typed.trim());
  return change(place, item, text.edit.due, (task) => setDue(task, day));
}

/** Takes over since when a task is in effect, or says what is wrong with it. */
export function typeSince(place: Place, item: PlaybookItem, typed: string, example: string): string | null {
  const period = typed.trim() === '' ? null : parsePeriod(typed);
  if (period === null && typed.trim() !== '') return text.refuse.since(typed.trim(), example);
  return change(place, item, text.edit.since, (task) => setSince(task, period));
}

/** Takes a group of an experiment over, or says what is wrong with it. */
export function typeGroup(
  place: Place,
  item: PlaybookItem,
  group: 'control' | 'variant',
  typed: string,
): string | null {
  const written = typed.trim() === '' ? null : groupOf(typed.trim());
  if (written === null && typed.trim() !== '') return text.refuse.group(typed.trim());
  return change(place, item, text.edit.group, (task) => setAttribute(task, group, written));
}

/** A typed group as the file writes it, or null when it is none. */
function groupOf(typed: string): string | null {
  const match = GROUP.exec(typed);
  if (match === null) return null;
  const [retained, exposed] = [Number(match[1]), Number(match[2])];
  return exposed > 0 && retained <= exposed ? `${retained}/${exposed}` : null;
}

/** One step of undo; null, or why nothing was changed. */
function change(
  { session, actions }: Place,
  item: PlaybookItem,
  label: string,
  edits: (task: PlaybookItem) => TextEdit[],
): string | null {
  if (session.readOnly !== null) return text.refuse.locked;
  const task = taskNow(session.notebook.document.playbook, item);
  if (task === null) return text.refuse.gone;
  try {
    actions.edit(edits(task), label);
    return null;
  } catch (error) {
    // A name with a brace or a quotation mark cannot be written there.
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** Where a task is now: others may have moved it since it was drawn. */
function taskNow(tasks: readonly PlaybookItem[], item: PlaybookItem): PlaybookItem | null {
  const same = tasks.filter(({ text: words }) => words === item.text);
  return same.find(({ line }) => line === item.line) ?? (same.length === 1 ? same[0]! : null);
}
