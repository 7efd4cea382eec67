import { describe, expect, it } from 'vitest';
import type { ColumnKind } from '../../../../src/core';
import { sameValue } from '../../../../src/core/merge/values';

describe('sameValue', () => {
  it.each<[ColumnKind, string, string]>([
    ['count', '5', '5.0'],
    ['count', '5', ' 5'],
    ['money', '12.5', '12.50'],
    ['money', '1500', '1500.0'],
    ['percent', '85%', '0.85'],
    ['percent', '82.5%', '82.50 %'],
    ['period', '2024-Q1', '2024-01-01/2024-03-31'],
    ['period', '2024-01', ' 2024-01'],
    ['segment', 'SMB', ' SMB '],
    ['text', 'x', 'x'],
    ['count', '', ' '],
    ['count', 'soon', 'soon'],
  ])('takes as the same %s %j and %j', (kind, one, other) => {
    expect(sameValue(kind, one, other, '.')).toBe(true);
    expect(sameValue(kind, other, one, '.')).toBe(true);
  });

  it.each<[ColumnKind, string, string]>([
    ['count', '5', '50'],
    ['count', '0', ''],
    ['count', 'soon', 'later'],
    ['money', '12.5', '12.05'],
    ['percent', '85%', '0.850001'],
    ['percent', 'high', 'higher'],
    ['percent', '85%', 'high'],
    ['period', '2024-Q1', '2024-01'],
    ['period', '2024-Q1', '2024-02-01/2024-03-31'],
    ['period', 'soon', 'later'],
    ['period', '2024-Q1', 'later'],
    ['segment', 'SMB', 'smb'],
    ['segment', 'SMB', ''],
    ['text', 'x', 'x '],
    ['text', '', ' '],
  ])('tells apart as %s %j and %j', (kind, one, other) => {
    expect(sameValue(kind, one, other, '.')).toBe(false);
    expect(sameValue(kind, other, one, '.')).toBe(false);
  });

  it('reads each side with its own decimal sign', () => {
    expect(sameValue('money', '12.5', '12,5', '.', ',')).toBe(true);
    expect(sameValue('percent', '82.5%', '82,5%', '.', ',')).toBe(true);
    // The same digits say twelve and a half on one side, and nothing on the other.
    expect(sameValue('money', '12.5', '12.5', '.', ',')).toBe(false);
    expect(sameValue('money', '12', '12', '.', ',')).toBe(true);
    expect(sameValue('text', '12.5', '12.5', '.', ',')).toBe(true);
  });
});
