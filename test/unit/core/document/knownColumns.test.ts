import { describe, expect, it } from 'vitest';
import { COLUMN_OF_WORDS } from '../../../../src/core/document/columnWords';
import { likelyColumn, nearest } from '../../../../src/core/document/knownColumns';
import { meaningOf } from '../../../../src/core/quick/words';

const NAMES = ['end', 'start', 'period', 'segment'];

describe('nearest', () => {
  it.each<[string, string | null, string]>([
    ['segmnt', 'segment', 'a letter is missing'],
    ['peeriod', 'period', 'one is too many'],
    ['perxod', 'period', 'one is another'],
    ['pxriyd', 'period', 'two are others, in six'],
    ['peirdo', 'period', 'two pairs of neighbours are swapped, in six'],
    ['satrt', 'start', 'neighbours are swapped, in five'],
    ['edn', 'end', 'the last two are swapped'],
    ['ned', 'end', 'the first two are swapped'],
    ['sxaxt', null, 'two are others, in five'],
    ['pxrxyd', null, 'three are others'],
    ['nd', null, 'two letters say too little'],
  ])('%s → %s: %s', (name, column, _why) => {
    expect(nearest(name, NAMES)).toBe(column);
  });

  it('does not choose between two that are as near', () => {
    expect(nearest('stark', ['start', 'stars'])).toBeNull();
    expect(nearest('stark', ['stars', 'stark', 'start'])).toBe('stark');
  });
});

describe('likelyColumn', () => {
  it.each([
    ['Nieuwe klanten', 'new'],
    ['MENETETYT', 'lost'],
    ['Na-początku', 'start'],
    ['ma\u030al', 'goal'],
    ['okres', 'period'],
    ['Customers_Start', 'start'],
    ['w', 'new'],
  ])('knows %s as another name of %s', (name, column) => {
    expect(likelyColumn(name)).toEqual({ name: column, alias: true, certain: true });
  });

  it.each([
    ['Start MRR', 'start_mrr', true],
    ['Reason Too-dear', 'reason_too_dear', true],
    ['segmnt', 'segment', false],
  ])('knows %s as %s, certain: %s', (name, column, certain) => {
    expect(likelyColumn(name)).toEqual({ name: column, alias: false, certain });
  });

  it.each(['left', 'joined', 'from', 'revenue', 'r', 'constructor', ''])('knows no column by %j', (name) => {
    expect(likelyColumn(name)).toBeNull();
  });

  it('knows other names that mean the same in a quick calculation', () => {
    for (const [words, column] of COLUMN_OF_WORDS) {
      const meaning = meaningOf(words);
      if (column === 'segment' || column === 'note') continue;
      const expected =
        column === 'goal' || column === 'period' ? { type: column } : { type: 'count', count: column };
      expect([words, meaning]).toEqual([words, expected]);
    }
  });
});
