import type { PlaybookStatus } from '../../../core';

/** How far a task of the playbook is. */
export const taskStatus: Record<PlaybookStatus, string> = {
  planned: 'Planned',
  active: 'Active',
  done: 'Done',
  dropped: 'Dropped',
};
