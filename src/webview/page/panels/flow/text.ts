import type { FlowStep } from '../../../../core';

/** The words of the customer flow. */
export const flowText = {
  title: 'Customer flow',
  step: {
    start: 'Start',
    new: 'New',
    reactivated: 'Won back',
    lost: 'Lost',
    unexplained: 'Unexplained',
    end: 'End',
  } satisfies Record<FlowStep['id'], string>,
  lead: (span: string, start: string, end: string, growth: string) =>
    `${span}: from ${start} to ${end} customers (${growth}).`,
  leadUnknown: (span: string, why: string) => `${span}: ${why}`,
  growth: {
    up: (count: string) => `${count} more`,
    down: (count: string) => `${count} fewer`,
    none: 'as many',
  },
  label: (span: string, steps: string) => `Customers in ${span}: ${steps}.`,
  unknown: 'unknown',
  columns: ['Step', 'Customers', 'Then'],
};
