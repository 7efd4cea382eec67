import { describe, expect, it } from 'vitest';
import { overBudget, sizes } from '../../../scripts/budgets.mjs';
import { bytes } from '../../../scripts/lib/format.mjs';

describe('the budgets of sizes', () => {
  it('are kept by what is exactly as large', () => {
    expect(overBudget(sizes)).toEqual([]);
  });

  it('say what is too large, by how much and what to do, and what is missing', () => {
    const { vsix, ...rest } = sizes;
    expect(overBudget({ ...rest, vsix: vsix + 5000 })).toEqual([
      `vsix has ${bytes(vsix + 5000)}, 5.0 kB more than its budget of ${bytes(vsix)}. Make it smaller, or raise the budget ` +
        'in scripts/budgets.mjs and say why in the commit.',
    ]);
    expect(overBudget(rest)).toEqual(['vsix was not built, but has a budget in scripts/budgets.mjs.']);
  });
});
