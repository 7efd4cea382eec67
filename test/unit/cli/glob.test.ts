import { describe, expect, it } from 'vitest';
import { alternatives, isPattern, patternExpression, patternPlace } from '../../../src/cli/glob';

describe('a pattern', () => {
  it.each([
    ['*.retention', ['a.retention'], ['.retention', 'x/a.retention', 'a.retention2', 'aretention']],
    ['a?c', ['abc', 'aéc'], ['ac', 'a/c', 'abbc']],
    ['**/*.r', ['a.r', 'x/a.r', 'x/y/a.r'], ['.git/a.r', 'x/.a.r', 'x/a.rr']],
    ['x/**', ['x/a', 'x/y/b'], ['x', 'y/a', 'x/.a', 'x/.y/a']],
    ['x/**/y.r', ['x/y.r', 'x/a/b/y.r'], ['xy.r', 'x/ay.r']],
    ['q[1-3].r', ['q1.r', 'q3.r'], ['q4.r', 'q.r', 'q12.r']],
    ['q[!1-3].r', ['q4.r', 'qé.r'], ['q1.r', 'q/.r']],
    ['[]a].r', ['].r', 'a.r'], ['b.r']],
    ['[z-a].r', ['[z-a].r'], ['z.r']],
    ['a[.r', ['a[.r'], ['a.r']],
    ['.*/x', ['.hidden/x'], ['seen/x']],
    ['2024 (1)+$^|.r', ['2024 (1)+$^|.r'], ['2024 1.r']],
  ])('%s stands for what it says and nothing else', (pattern, matching, others) => {
    const expression = patternExpression(pattern);
    expect(matching.filter((path) => !expression.test(path))).toEqual([]);
    expect(others.filter((path) => expression.test(path))).toEqual([]);
  });

  it('writes out its alternatives, nested ones too', () => {
    expect(alternatives('{a,b}/{1,2}.r')).toEqual(['a/1.r', 'a/2.r', 'b/1.r', 'b/2.r']);
    expect(alternatives('x{,.old}')).toEqual(['x', 'x.old']);
    expect(alternatives('{a,{b,c}d}')).toEqual(['a', 'bd', 'cd']);
    expect(alternatives('{a}{b')).toEqual(['{a}{b']);
    expect(alternatives('{a}{b,c}')).toEqual(['{a}b', '{a}c']);
  });

  it('looks no further than its files can be', () => {
    expect(patternPlace('*.r')).toEqual({ base: '.', depth: 1 });
    expect(patternPlace('data/20*/*.r')).toEqual({ base: 'data', depth: 2 });
    expect(patternPlace('data/**/*.r')).toEqual({ base: 'data', depth: Infinity });
    expect(patternPlace('/*.r')).toEqual({ base: '/', depth: 1 });
    expect(patternPlace('/srv/data/*.r')).toEqual({ base: '/srv/data', depth: 1 });
    expect(['a*', 'a?', 'a[1]', '{a,b}', 'a'].map(isPattern)).toEqual([true, true, true, true, false]);
  });
});
