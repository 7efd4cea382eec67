import { describe, expect, it } from 'vitest';
import {
  addStrategy,
  answerTo,
  applyEdits,
  GUIDES,
  parseDocument,
  strategies,
  strategyById,
  suggestStrategies,
} from '../../../../src/core';
import type { Suggestion, Suggestions } from '../../../../src/core';
import { notebookOf } from './notebooks';
import type { FileOptions } from './notebooks';

function suggest(rows: readonly string[], options: FileOptions = {}): Suggestions {
  return suggestStrategies(notebookOf(rows, { settings: ['goal: 85%'], ...options }), null);
}

function tags(list: readonly Suggestion[]): string[] {
  return [...new Set(list.map(({ strategy }) => strategy.tag))];
}

const REASONS = 'period,start,new,lost,reason_too_complex,reason_price';

describe('the strategies', () => {
  it('are 51 of five guides, each with a name that a task can say', () => {
    expect(strategies()).toHaveLength(51);
    expect(new Set(strategies().map(({ id }) => id)).size).toBe(51);
    for (const { id, title, checklist, guide } of strategies()) {
      expect(id).toMatch(/^[a-e]-\d\d$/);
      expect(title).not.toBe('');
      expect(checklist.length).toBeGreaterThan(0);
      expect(GUIDES[guide]).toBeTruthy();
      expect(id[0]).toBe(guide.toLowerCase());
    }
    expect(strategyById('c-08')?.title).toContain('Re-activate');
    expect(strategyById('z-01')).toBeNull();
  });
});

describe('answerTo', () => {
  it.each([
    ['too_expensive', 'loyalty'],
    ['missing_features', 'feedback'],
    ['switched_service', 'relationship'],
    ['unused', 'inactivity'],
    ['customer_service', 'support'],
    ['too_complex', 'onboarding'],
    ['low_quality', 'feedback'],
    ['other', 'churn-reasons'],
    ['payment_failed', 'friction'],
    ['payment_disputed', 'friction'],
    ['prijs', 'loyalty'],
    ['relocation', 'churn-reasons'],
  ])('%s is answered by %s first', (slug, tag) => {
    expect(answerTo(slug).tags[0]).toBe(tag);
  });

  it('names only what some strategy works on', () => {
    const worked = new Set(strategies().map(({ tag }) => tag));
    for (const slug of [
      'price',
      'switch',
      'feature',
      'unused',
      'complex',
      'service',
      'bugs',
      'card',
      'returns',
      '?',
    ]) {
      for (const tag of answerTo(slug).tags) expect(worked).toContain(tag);
    }
  });
});

describe('suggestStrategies', () => {
  it('puts what answers the biggest reason first, and says why', () => {
    const { signals, suggestions } = suggest([REASONS, '2024-06,100,0,10,2,1', '2024-07,90,0,10,12,3']);
    expect(signals.map(({ kind, subject }) => [kind, subject])).toEqual([['reason', 'too_complex']]);
    const first = suggestions.filter(({ because }) => because.length > 0);
    expect(tags(first)).toEqual(['onboarding', 'education', 'friction']);
    expect(suggestions.slice(0, first.length)).toEqual(first);
    expect(first[0]?.because[0]?.message).toBe(
      '70.0 % of those lost from 2024-06 to 2024-07 left for “too complex”: what is too hard gets easier with a better start, guidance and fewer steps.',
    );
    expect(suggestions).toHaveLength(51);
  });

  it('adds the weakest segment, and puts what answers both before what answers one', () => {
    const rows = [
      'period,segment,start,new,lost,reason_switched',
      '2024-07,Large,1000,0,50,30',
      '2024-07,"Small shops",1000,0,200,200',
    ];
    const { signals, suggestions } = suggest(rows);
    expect(signals.map(({ kind }) => kind)).toEqual(['reason', 'segment']);
    expect(signals[1]?.message).toBe(
      'Small shops keeps the fewest customers: 80.0 % against 95.0 % of the others in 2024-07.',
    );
    expect(suggestions[0]?.strategy.tag).toBe('relationship');
    expect(suggestions[0]?.because.map(({ kind }) => kind)).toEqual(['reason', 'segment']);
    const doubtful = suggest([rows[0]!, '2024-07,A,20,0,1,1', '2024-07,B,20,0,2,2']);
    expect(doubtful.signals[1]?.message).toMatch(/though that may be chance/);
    expect(suggestStrategies(notebookOf(rows), 'Large').signals.map(({ kind }) => kind)).not.toContain(
      'segment',
    );
  });

  it('sees unexplained losses, inactive customers and a missing goal', () => {
    const rows = ['period,start,new,lost,inactive', '2024-07,100,0,10,30'];
    const { signals, suggestions } = suggest(rows, { settings: [] });
    expect(signals.map(({ kind, message }) => [kind, message])).toEqual([
      ['unexplained', 'Nobody wrote down why customers left.'],
      [
        'inactive',
        '30 of 90 customers (33.3 %) had not been active for 30 days or more at the end of 2024-07.',
      ],
      ['goal', 'There is no goal yet.'],
    ]);
    expect(suggestions[0]?.strategy.tag).toBe('churn-reasons');
    const partly = suggest([REASONS, '2024-07,100,0,10,1,1']).signals;
    expect(partly.map(({ kind }) => kind)).toEqual(['reason', 'unexplained']);
    expect(partly[1]?.message).toContain('8 of 10 lost customers');
  });

  it('has nothing to say for any without a complete period, and keeps the order of the guides', () => {
    const { signals, suggestions } = suggest(['period']);
    expect(signals).toEqual([]);
    expect(suggestions.map(({ strategy }) => strategy)).toEqual(strategies());
  });

  it('puts what is in the playbook last, with its tasks', () => {
    const notes = ['- [x] Calls {strategy=c-01}', '- [ ] Again {strategy=c-01}', '- [ ] Mine'];
    const { suggestions } = suggest([REASONS, '2024-07,100,0,10,9,1'], { notes });
    expect(suggestions.at(-1)).toMatchObject({ strategy: { id: 'c-01' }, tasks: [0, 1] });
  });
});

describe('addStrategy', () => {
  it('adds a task that names its strategy', () => {
    const text = 'period\n2024\n#\n#> - [x] Mine\n';
    const edits = addStrategy(parseDocument(text), strategyById('c-01')!, {
      segment: 'Small shops',
      reason: 'too_complex',
      due: '2024-11-30',
    });
    const line =
      '#> - [ ] Onboarding and training {due=2024-11-30 segment="Small shops" reason=too_complex strategy=c-01}\n';
    expect(applyEdits(text, edits)).toBe(text + line);
    expect(parseDocument(text + line).playbook[1]).toMatchObject({ strategy: 'c-01', reason: 'too_complex' });
    expect(parseDocument(text + line).problemsOutsideRows()).toEqual([]);
  });
});
