import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/core';
import { calculatorState } from '../../../../src/host/commands/quick/calculatorModel';
import {
  checkGoal,
  churnRateFlow,
  customersNeededFlow,
  goalGapFlow,
  readCount,
  retentionRateFlow,
} from '../../../../src/host/commands/quick/steps';
import type { Answers, StepFlow } from '../../../../src/host/commands/quick/steps';

const t = english;

/** Answers the questions of a flow in their order and gives the first result. */
function run(flow: StepFlow, given: readonly string[]) {
  let answers: Answers = {};
  for (let index = 0; ; index++) {
    const step = flow.steps(answers)[index];
    if (!step) break;
    const text = given[index];
    if (text === undefined) throw new Error(`There is no answer to: ${step.prompt}`);
    const remark = step.check(text, answers);
    if (remark?.severity === 'error') throw new Error(remark.message);
    answers = { ...answers, [step.id]: text };
  }
  expect(flow.steps(answers)).toHaveLength(given.length);
  const [first] = calculatorState(flow.input(answers), { t, first: flow.first }).items;
  return `${first?.label ?? ''} ${first?.description ?? ''}`;
}

function remark(flow: StepFlow, answers: Answers, id: string, text: string) {
  const step = flow.steps(answers).find((each) => each.id === id);
  if (!step) throw new Error(`There is no step ${id}.`);
  return step.check(text, answers);
}

describe('step by step', () => {
  it('calculates the retention rate from the end', () => {
    expect(run(retentionRateFlow(t), ['500', '50', '450'])).toBe('Retention rate 80.0 %');
  });

  it('asks for the lost customers where the end is unknown', () => {
    expect(run(retentionRateFlow(t), ['500', '50', '', '100'])).toBe('Retention rate 80.0 %');
  });

  it('calculates churn, the goal gap and the customers needed', () => {
    expect(run(churnRateFlow(t), ['500', '100'])).toBe('Churn rate 20.0 %');
    expect(run(goalGapFlow(t), ['500', '50', '450', '85%'])).toBe('Goal gap −5.0 pt');
    expect(run(goalGapFlow(t), ['500', '50', '', '100', '85%'])).toBe('Goal gap −5.0 pt');
    expect(run(customersNeededFlow(t), ['500', '85%', ''])).toBe('Customers to keep 425');
    expect(run(customersNeededFlow(t), ['500', '85', '10'])).toBe('Customers to keep 425');
  });

  it('explains what each answer is, in the words of the field', () => {
    const flows = [retentionRateFlow(t), churnRateFlow(t), goalGapFlow(t), customersNeededFlow(t)];
    for (const flow of flows) {
      const steps = flow.steps({ end: '' });
      expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
      for (const { prompt, placeholder, check } of steps) {
        expect(prompt.length).toBeGreaterThan(20);
        expect(check(placeholder, { start: '500', new: '50' })).toBeNull();
      }
    }
  });

  it('takes no number that can be read in two ways, and none that is no number', () => {
    for (const text of ['50,000', 'x', '5 5', '-5', '+5', '1/2', '12.5', '50%', 's=5', '']) {
      expect(readCount(text, t), text).toMatchObject({ severity: 'error' });
    }
    expect(readCount('50k', t)).toEqual({ value: 50000 });
    expect(readCount(" 50'000 ", t)).toEqual({ value: 50000 });
  });

  it('takes no goal that can be read in two ways', () => {
    for (const text of ['1', '', 'x', '82,5%', '-5%', '85% 90%']) {
      expect(checkGoal(text, t), text).toMatchObject({ severity: 'error' });
    }
    expect(checkGoal('85%', t)).toBeNull();
    expect(checkGoal('85', t)).toMatchObject({ severity: 'info', message: 'Read 85 as 85 %.' });
    expect(checkGoal('120%', t)).toMatchObject({ severity: 'warning' });
  });

  it('warns about answers that contradict those before', () => {
    const flow = retentionRateFlow(t);
    expect(remark(flow, { start: '500', new: '50' }, 'end', '600')).toMatchObject({ severity: 'warning' });
    expect(remark(flow, { start: '500', new: '50' }, 'end', '40')).toMatchObject({ severity: 'warning' });
    expect(remark(flow, { start: '500', new: '50' }, 'end', '450')).toBeNull();
    expect(remark(flow, { start: '500', new: '50', end: '' }, 'lost', '600')).toMatchObject({
      severity: 'warning',
    });
    expect(remark(flow, {}, 'start', '0')).toMatchObject({ severity: 'warning' });
  });
});
