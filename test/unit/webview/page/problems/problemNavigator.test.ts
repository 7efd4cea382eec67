import { describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../../../../src/core';
import type { ProblemSource } from '../../../../../src/webview/page/problems/problemNavigator';
import { ProblemNavigator } from '../../../../../src/webview/page/problems/problemNavigator';

function problem(code: Problem['code'], row: number | null, column: number | null = null): Problem {
  const start = row === null ? 3 : 100 + row * 10;
  return {
    code,
    severity: 'warning',
    message: `${code}.`,
    range: { start, end: start + 1 },
    row,
    column,
    fixes: [],
  };
}

function sourceOf(...problems: Problem[]): ProblemSource {
  return {
    rowCount: 10,
    problemCounts: { error: 0, warning: problems.length, info: 0 },
    problems: vi.fn((limit?: number) => problems.slice(0, limit)),
    problemsOfRow: (row) => problems.filter((one) => one.row === row),
    problemsOutsideRows: () => problems.filter((one) => one.row === null),
    problemsBefore: (one) => problems.indexOf(one),
  };
}

function navigate(source: ProblemSource): {
  navigator: ProblemNavigator;
  become: (next: ProblemSource) => void;
} {
  let current = source;
  return { navigator: new ProblemNavigator(() => current), become: (next) => void (current = next) };
}

const first = problem('R104', null);
const second = problem('R504', 1, 1);
const third = problem('R411', 4, 2);

describe('the problem spoken about', () => {
  it('is the first one at the start', () => {
    const { navigator } = navigate(sourceOf(first, second, third));
    navigator.changed(null);
    navigator.settle(false);
    expect(navigator.current).toBe(first);
    expect(navigator.position).toBe(0);
  });

  it('is counted without a list of all, which only `settle` is asked for', () => {
    const source = sourceOf(first, second, third);
    const { navigator } = navigate(source);
    navigator.changed(4);
    navigator.settle(false);
    expect([navigator.current, navigator.position, navigator.isListed]).toEqual([third, 2, false]);
    navigator.settle(true);
    expect([navigator.current, navigator.position, navigator.isListed]).toEqual([third, 2, true]);
  });

  it('is not counted among very many until they are listed', () => {
    const many = sourceOf(...Array.from({ length: 5001 }, (_, row) => problem('R504', row, 1)));
    const { navigator } = navigate(many);
    navigator.changed(3);
    navigator.settle(false);
    expect(navigator.position).toBeNull();
    navigator.settle(true);
    expect(navigator.position).toBe(3);
  });

  it('goes round in both directions', () => {
    const { navigator } = navigate(sourceOf(first, second, third));
    navigator.changed(null);
    navigator.settle(true);
    expect(navigator.list).toHaveLength(3);
    const steps = ([1, 1, 1, -1, -1] as const).map((by) => navigator.step(by)?.code);
    expect(steps).toEqual(['R504', 'R411', 'R104', 'R411', 'R504']);
    expect(navigator.position).toBe(1);
  });

  it('stays the same after an edit elsewhere, without a look at all others', () => {
    const source = sourceOf(first, second, third);
    const { navigator, become } = navigate(source);
    navigator.changed(null);
    navigator.choose(2);
    const again = { ...third, message: 'Said in other words.' };
    const edited = sourceOf(first, again);
    become(edited);
    navigator.changed(1);
    expect(navigator.current).toBe(again);
    expect(edited.problems).not.toHaveBeenCalled();
  });

  it('is another one of the row once it is solved, else the first of all', () => {
    const other = problem('R412', 4, 3);
    const { navigator, become } = navigate(sourceOf(first, third));
    navigator.changed(null);
    navigator.choose(1);
    become(sourceOf(first, other));
    navigator.changed(4);
    expect(navigator.current).toBe(other);
    become(sourceOf(first));
    navigator.changed(4);
    expect(navigator.current).toBeNull();
    navigator.settle(true);
    expect(navigator.current).toBe(first);
    become(sourceOf());
    navigator.changed(4);
    expect(navigator.current).toBeNull();
    expect(navigator.step(1)).toBeNull();
  });

  it('outside the rows is shown until there is time to look again', () => {
    const { navigator, become } = navigate(sourceOf(first, third));
    navigator.changed(null);
    navigator.settle(false);
    const moved = { ...first, range: { start: 9, end: 10 } };
    const edited = sourceOf(moved, third);
    become(edited);
    navigator.changed(2);
    expect(navigator.current).toBe(first);
    navigator.settle(false);
    expect(navigator.current).toBe(moved);
    expect(navigator.position).toBe(0);
    expect(edited.problems).not.toHaveBeenCalled();
    become(sourceOf(third));
    navigator.changed(2);
    navigator.settle(false);
    expect(navigator.current).toBe(third);
  });

  it('follows the active cell to its problem', () => {
    const { navigator } = navigate(sourceOf(first, second, third));
    navigator.changed(null);
    expect(navigator.follow(4, 2)).toBe(true);
    expect(navigator.current).toBe(third);
    expect(navigator.follow(4, 2)).toBe(false);
    expect(navigator.follow(4, 1)).toBe(false);
    expect(navigator.current).toBe(third);
  });
});
