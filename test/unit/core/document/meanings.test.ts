import { describe, expect, it } from 'vitest';
import { columnMeaning } from '../../../../src/core';

describe('columnMeaning', () => {
  it('names the reason of a column of lost customers', () => {
    expect(columnMeaning({ id: null, reason: 'too_hard_to_use' })).toBe(
      'Lost customers who left for this reason: too hard to use. Blank is 0; all reasons together cannot exceed lost.',
    );
  });

  it('says of which counts one may be blank', () => {
    const derivable = (['start', 'new', 'lost', 'end', 'reactivated', 'goal'] as const).map((id) =>
      columnMeaning({ id, reason: null }).includes('Blank means unknown'),
    );
    expect(derivable).toEqual([true, true, true, true, false, false]);
  });

  it('says of any other column that it is kept as it is', () => {
    expect(columnMeaning({ id: null, reason: null })).toMatch(/^A column of your own: .* kept as they are/);
  });
});
