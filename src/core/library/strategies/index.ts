/**
 * Retention strategies of five published guides, in English. They are read by who shows them; nothing is made before
 * somebody asks.
 */
import { crazyEgg } from './crazyEgg';
import { crowdspring } from './crowdspring';
import { dutchGuide } from './dutchGuide';
import { trustEnablement } from './trustEnablement';
import type { Guide, Strategy } from './types';
import { vtiger } from './vtiger';

export { answerTo, answerToUnknown, SEGMENT_TAGS } from './answers';
export type { ReasonAnswer } from './answers';
export type { Guide, Strategy, StrategyTag } from './types';

/** Who published the guides. */
export const GUIDES: Readonly<Record<Guide, string>> = {
  A: 'Vtiger',
  B: 'Trust Enablement',
  C: 'a Dutch guide',
  D: 'crowdspring',
  E: 'Crazy Egg',
};

let all: readonly Strategy[] | null = null;

/**
 * The 51 strategies, guide by guide.
 *
 * @example
 * strategies()[0].id; // 'a-01'
 */
export function strategies(): readonly Strategy[] {
  all ??= [...vtiger(), ...trustEnablement(), ...dutchGuide(), ...crowdspring(), ...crazyEgg()];
  return all;
}

/** The strategy that a task names, or null when there is none. */
export function strategyById(id: string): Strategy | null {
  return strategies().find((strategy) => strategy.id === id) ?? null;
}
