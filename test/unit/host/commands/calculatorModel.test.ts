import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/core';
import { calculatorState } from '../../../../src/host/commands/quick/calculatorModel';

const t = english;

/** What is listed, apart from what can be done with it. */
function items(text: string, first?: 'churn' | 'keep') {
  const all = calculatorState(text, first === undefined ? { t } : { t, first }).items;
  return all.filter(({ choice }) => choice.type !== 'act');
}

describe('the quick calculation', () => {
  it('begins with examples that can be taken over', () => {
    const { items: examples, echo, interpretation, allText } = calculatorState('', { t });
    expect({ echo, interpretation, allText }).toEqual({ echo: null, interpretation: null, allText: null });
    expect(examples.length).toBeGreaterThan(3);
    for (const { id, choice } of examples) {
      expect(id).toBe('example');
      if (choice.type !== 'write') throw new Error('not to be written');
      const shown = calculatorState(choice.text, { t });
      expect(shown.items[0]?.choice.type, choice.text).toBe('copy');
      expect(shown.items.some(({ id: shownId }) => shownId === 'hint' || shownId === 'fault')).toBe(false);
    }
  });

  it('computes, and Enter copies the retention rate', () => {
    const state = calculatorState('500 +50 -100 goal 85%', { t });
    expect(state.items[0]).toMatchObject({
      id: 'retention',
      description: '80.0 %',
      choice: { type: 'copy', text: '80.0%' },
    });
    expect(state.echo).toBe('start 500 · new 50 · lost 100 · goal 85 % → end 450 (derived)');
    expect(state.allText?.split('\n')).toEqual(
      expect.arrayContaining([
        state.echo,
        'Retention rate: 80.0 %',
        'Churn rate: 20.0 %',
        'Customers short: 25',
      ]),
    );
    expect(state.interpretation?.kind).toBe('counts');
  });

  it('puts the result first that was asked for', () => {
    expect(items('500 +50 -100', 'churn').map(({ id }) => id)).toEqual([
      'churn',
      'retention',
      'gap',
      'interval',
      'yearly',
      'ratio',
      'growth',
    ]);
    expect(items('start=500 goal=85%', 'keep')[0]).toMatchObject({ id: 'keep', description: '425' });
  });

  it('says what is missing first while there is nothing to copy, and last otherwise', () => {
    expect(items('500')[0]).toMatchObject({ id: 'hint' });
    expect(items('500 50').map(({ id }) => id)).toContain('hint');
    expect(calculatorState('500', { t }).allText).toBeNull();
    expect(items('100 -> 99').at(-1)).toMatchObject({ id: 'hint' });
    expect(items('500 50 100 460').slice(-1)[0]).toMatchObject({ id: 'balance', icon: 'warning' });
    expect(items("50'000 +1 -1").at(-1)).toMatchObject({ id: 'note' });
  });

  it('offers the other ways to write what is not clear, the likeliest first', () => {
    const shown = items('50,000 +1,000 -11,000');
    expect(shown[0]).toMatchObject({ id: 'offer', choice: { type: 'write', text: '50000 +1000 -11000' } });
    expect(shown.at(-1)).toMatchObject({ id: 'fault', description: '50,000', choice: { type: 'nothing' } });
  });

  it('has labels that no typed number can match, so that VS Code keeps the order', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '500',
            '+50',
            '-100',
            '->',
            '450',
            'goal',
            '85%',
            '50,000',
            'of',
            'per',
            'month',
            'x',
          ),
          {
            maxLength: 7,
          },
        ),
        (words) => {
          for (const { label } of items(words.join(' '))) expect(label).not.toMatch(/\d/);
        },
      ),
    );
  });

  it('ends with what can be done with the whole calculation', () => {
    const actions = (text: string, rowTarget?: string): string[] =>
      calculatorState(text, rowTarget === undefined ? { t } : { t, rowTarget })
        .items.filter(({ choice }) => choice.type === 'act')
        .map(({ id }) => id);
    expect(actions('500 +50 -100', 'acme.retention')).toEqual(['addRow', 'newFile', 'copyAll']);
    expect(actions('500 +50 -100')).toEqual(['newFile', 'copyAll']);
    // A rate has no customers that a row could hold.
    expect(actions('churn 5%', 'acme.retention')).toEqual(['copyAll']);
    expect(actions('500', 'acme.retention')).toEqual([]);
    expect(actions('', 'acme.retention')).toEqual([]);
    const [addRow] = calculatorState('500 +50 -100', { t, rowTarget: 'acme.retention' }).items.slice(-3);
    expect(addRow).toMatchObject({ label: 'Add as Row', description: 'acme.retention' });
  });

  it('takes the method and the decimal sign of the file', () => {
    const state = calculatorState('500 50 100 460 goal 82,5%', { t, method: 'lost', decimal: ',' });
    expect(state.items[0]).toMatchObject({ description: '80.0 %' });
  });
});
