import { parseQuickInput } from '../../../core';
import type { QuickLineId, Translate } from '../../../core';

/** What a step says about a half-typed answer: an error must be mended first, a warning not. */
export interface StepRemark {
  readonly message: string;
  readonly severity: 'error' | 'warning' | 'info';
}

/** Answers so far, as typed and trimmed, by step. */
export type Answers = Readonly<Record<string, string>>;

/** One question of a calculation step by step. */
export interface Step {
  readonly id: string;
  readonly prompt: string;
  readonly placeholder: string;
  check(text: string, answers: Answers): StepRemark | null;
}

/** A calculation step by step: its questions, and the quick input their answers make. */
export interface StepFlow {
  readonly title: string;
  /** The questions; later ones may depend on the answers before them. */
  steps(answers: Answers): readonly Step[];
  input(answers: Answers): string;
  /** The result this calculation is about. */
  readonly first: QuickLineId;
}

/** The value of an answer that is one number of customers, or what is wrong with it. */
export function readCount(text: string, t: Translate): { readonly value: number } | StepRemark {
  const error = (message: string): StepRemark => ({ message, severity: 'error' });
  if (text.trim() === '') return error(t('Type a number of customers.'));
  const reading = parseQuickInput(text, { t });
  if (reading.status === 'error') return error(reading.message);
  if (reading.status === 'empty' || !/^\s*[\d.,'’_\u00a0\u2009\u202f]+\s*[kKM]?\s*$/.test(text)) {
    return error(t('Type one number of customers, for example 500.'));
  }
  const { interpretation } = reading;
  const value = interpretation.kind === 'counts' ? interpretation.counts.start : null;
  return value === null ? error(t('Type one number of customers, for example 500.')) : { value };
}

/** What is wrong with an answer that should be a goal, or null. */
export function checkGoal(text: string, t: Translate): StepRemark | null {
  const error = (message: string): StepRemark => ({ message, severity: 'error' });
  if (text.trim() === '') return error(t('Type the goal, for example 85%.'));
  const reading = parseQuickInput(`goal=${text}`, { t });
  if (reading.status === 'error') return error(reading.message);
  const read = reading.status === 'read' ? reading.interpretation : null;
  const alone = read?.kind === 'counts' && Object.values(read.counts).every((count) => count === null);
  const goal = alone ? read.goal : null;
  if (goal === null) return error(t('Type the goal as a percentage, for example 85%.'));
  if (reading.status === 'read' && reading.notes[0] !== undefined)
    return { message: reading.notes[0], severity: 'info' };
  if (goal.share > 1)
    return { message: t('More than 100 % of the customers cannot stay.'), severity: 'warning' };
  return null;
}

export function retentionRateFlow(t: Translate): StepFlow {
  return {
    title: t('Retention Rate'),
    first: 'retention',
    steps: (answers) => periodSteps(answers, t),
    input: (answers) => input(answers, ['start', 'new', 'lost', 'end']),
  };
}

export function churnRateFlow(t: Translate): StepFlow {
  return {
    title: t('Churn Rate'),
    first: 'churn',
    steps: () => [startStep(t), lostStep(t)],
    input: (answers) => input(answers, ['start', 'lost']),
  };
}

export function goalGapFlow(t: Translate): StepFlow {
  return {
    title: t('Goal Gap'),
    first: 'gap',
    steps: (answers) => [...periodSteps(answers, t), goalStep(t)],
    input: (answers) => input(answers, ['start', 'new', 'lost', 'end', 'goal']),
  };
}

export function customersNeededFlow(t: Translate): StepFlow {
  const lost = lostStep(t);
  const soFar: Step = {
    ...lost,
    prompt: t(
      'Lost customers so far: how many of the customers of the start have left already? Leave empty if you do not know.',
    ),
    check: (text, answers) => (text.trim() === '' ? null : lost.check(text, answers)),
  };
  return {
    title: t('Customers Needed'),
    first: 'keep',
    steps: () => [startStep(t), goalStep(t), soFar],
    input: (answers) => input(answers, ['start', 'goal', 'lost']),
  };
}

/** Start, new and end; an unknown end can be replaced by the lost customers. */
function periodSteps({ end }: Answers, t: Translate): readonly Step[] {
  return [startStep(t), newStep(t), endStep(t), ...(end === '' ? [lostStep(t)] : [])];
}

function startStep(t: Translate): Step {
  return {
    id: 'start',
    prompt: t('Start: customers at the beginning of the period'),
    placeholder: '500',
    check: (text) => {
      const read = readCount(text, t);
      if ('message' in read) return read;
      return read.value === 0
        ? { message: t('With 0 customers at the start there is no rate.'), severity: 'warning' }
        : null;
    },
  };
}

function newStep(t: Translate): Step {
  return {
    id: 'new',
    prompt: t('New: customers won in the period. They are not counted as kept. Type 0 if there were none.'),
    placeholder: '50',
    check: (text) => asRemark(readCount(text, t)),
  };
}

function endStep(t: Translate): Step {
  return {
    id: 'end',
    prompt: t(
      'End: customers at the end of the period, new ones included. Leave empty to give the lost customers instead.',
    ),
    placeholder: '450',
    check: (text, { start, new: added }) => {
      if (text.trim() === '') return null;
      const read = readCount(text, t);
      if ('message' in read) return read;
      const [from, plus] = [countOf(start, t), countOf(added, t)];
      if (read.value < plus) {
        return {
          message: t(
            'Fewer than the new customers alone: some of those left too, so the rate falls below 0 %.',
          ),
          severity: 'warning',
        };
      }
      return read.value > from + plus
        ? {
            message: t('More than start and new together: customers won back are missing.'),
            severity: 'warning',
          }
        : null;
    },
  };
}

function lostStep(t: Translate): Step {
  return {
    id: 'lost',
    prompt: t('Lost: customers who left in the period. Type 0 if there were none.'),
    placeholder: '100',
    check: (text, { start, new: added }) => {
      const read = readCount(text, t);
      if ('message' in read) return read;
      return read.value > countOf(start, t) + countOf(added, t)
        ? { message: t('More than there were.'), severity: 'warning' }
        : null;
    },
  };
}

function goalStep(t: Translate): Step {
  return {
    id: 'goal',
    prompt: t('Goal: the share of the customers of the start that should stay in this period'),
    placeholder: '85%',
    check: (text) => checkGoal(text, t),
  };
}

function asRemark(read: ReturnType<typeof readCount>): StepRemark | null {
  return 'message' in read ? read : null;
}

function countOf(answer: string | undefined, t: Translate): number {
  const read = readCount(answer ?? '', t);
  return 'value' in read ? read.value : 0;
}

function input(answers: Answers, names: readonly string[]): string {
  return names
    .filter((name) => (answers[name] ?? '') !== '')
    .map((name) => `${name}=${answers[name] ?? ''}`)
    .join(' ');
}
