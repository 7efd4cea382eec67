import type { PlaybookItem } from '../../../../core';
import type { NumberDisplay } from '../../numbers';
import { playbookText as text } from './text';

/** How a task stands to its day. */
export interface Due {
  readonly late: boolean;
  readonly sentence: string;
}

/** How an open task stands to the day it is due; null where there is none, or nothing left to do. */
export function dueOf({ due, status }: PlaybookItem, today: number, numbers: NumberDisplay): Due | null {
  if (due === null || !isOpen({ status })) return null;
  return due < today
    ? { late: true, sentence: text.overdue(today - due, numbers.count(today - due)) }
    : { late: false, sentence: text.dueIn(due - today, numbers.count(due - today)) };
}

/** Whether there is something left to do. */
export function isOpen({ status }: Pick<PlaybookItem, 'status'>): boolean {
  return status !== 'done' && status !== 'dropped';
}
