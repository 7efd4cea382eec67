import { describe, expect, it } from 'vitest';
import { beginsAWord, meaningOf, nearestWord } from '../../../../src/core/quick/words';

describe('the words of quick input', () => {
  it.each(['won back', 'Won-back', 'WON_BACK', 'won  back', 'won--back', 'won _ back'])(
    'know %j in any spelling',
    (text) => {
      expect(meaningOf(text)).toEqual({ type: 'count', count: 'reactivated' });
    },
  );

  it.each([
    ['lsot', 'lost'],
    ['lots', 'lost'],
    ['strat', 'start'],
    ['chrun', 'churn'],
    ['wombat', null],
    ['xx', null],
    ['l', null],
  ])('know what %j was to be: %j', (text, word) => {
    expect(nearestWord(text)).toBe(word);
  });

  it('know when a word may still be going on', () => {
    expect(['l', 'LO', 'won b', 'lsot', 'lostx'].map(beginsAWord)).toEqual([true, true, true, false, false]);
  });
});
