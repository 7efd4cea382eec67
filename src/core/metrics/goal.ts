/**
 * The distance to a goal: in percentage points, in customers, and as the rate that the remaining periods need.
 * A goal is a percentage per period; it stays an exact fraction all the way, because `Math.ceil(0.07 * 100)` is 8.
 */
import type { Percent } from '../document/types';
import { formatPercent } from '../format';
import {
  ceil,
  compare,
  divide,
  floor,
  fractionOf,
  fractionOfPercent,
  multiply,
  productOfQuotients,
  subtract,
  toNumber,
} from './exact';
import type { Fraction } from './exact';
import { defined, undefinedFor } from './result';
import type { MetricResult, Undefined } from './result';

/** How a goal is meant. */
export interface GoalOptions {
  /** True for "more than 85 %", false (the default) for "at least 85 %". */
  readonly moreThan?: boolean;
}

/**
 * The exact percentage of a number: `percentOf(82.5)` is 825/1000.
 *
 * @throws RangeError when the value is not finite.
 *
 * @example
 * percentOf(85); // { numerator: 85, denominator: 100, share: 0.85 }
 */
export function percentOf(value: number): Percent {
  const { numerator, denominator } = fractionOf(value);
  const exact = { numerator, denominator: denominator * 100n };
  return {
    numerator: Number(exact.numerator),
    denominator: Number(exact.denominator),
    share: toNumber(exact),
  };
}

/**
 * The goal as a result: its share, or `no-goal`.
 *
 * @example
 * goalShare({ numerator: 85, denominator: 100, share: 0.85 }); // { value: 0.85 }
 */
export function goalShare(goal: Percent | null): MetricResult {
  return goal === null ? undefinedFor('no-goal') : defined(goal.share);
}

/**
 * The goal gap in percentage points: 100 · (CRR − goal), negative below the goal. Computed as one quotient, so that
 * 80 % against 85 % is −5 and not −4.999999999999993.
 *
 * @param held customers of the start who stayed; see `retained`.
 *
 * @example
 * gapPoints(400, 500, { numerator: 85, denominator: 100, share: 0.85 }); // { value: -5 }
 */
export function gapPoints(held: number, start: number, goal: Percent): MetricResult {
  const why = whyNoGoalFor(start);
  if (why !== null) return why;
  const { numerator, denominator } = goal;
  const reached = 100 * held * denominator;
  const asked = 100 * start * numerator;
  const whole = start * denominator;
  if (isSmall(held) && isSmall(start) && isSmall(reached) && isSmall(asked) && isSmall(whole)) {
    return defined((reached - asked) / whole);
  }
  const gap = subtract(divide(fractionOf(held), fractionOf(start)), fractionOfPercent(goal));
  return defined(toNumber(multiply(gap, { numerator: 100n, denominator: 1n })));
}

/**
 * Customers short: how many more of the customers of the start would have had to stay to reach the goal, 0 when it is
 * reached.
 *
 *     max(0, ceil(goal · S) − held)                     "at least"
 *     max(0, floor(goal · S) + 1 − held)                "more than"
 *
 * It is the smallest whole number that does: with it the goal is reached, with one less it is not.
 *
 * @example
 * customersShort(400, 500, { numerator: 85, denominator: 100, share: 0.85 }); // { value: 25 }
 */
export function customersShort(
  held: number,
  start: number,
  goal: Percent,
  { moreThan = false }: GoalOptions = {},
): MetricResult {
  const why = whyNoGoalFor(start);
  if (why !== null) return why;
  if (Number.isInteger(held)) {
    const short = customersNeeded(start, goal, moreThan);
    if (short !== null) return defined(Math.max(0, short - held));
  }
  const missing = subtract(multiply(fractionOfPercent(goal), fractionOf(start)), fractionOf(held));
  const short = moreThan ? floor(missing) + 1n : ceil(missing);
  return defined(Math.max(0, Number(short)));
}

/**
 * Loss allowance: how many of the customers of the start may be lost in the period without missing the goal.
 *
 *     S − ceil(goal · S)                                "at least"
 *     S − floor(goal · S) − 1                           "more than"
 *
 * Undefined when even losing nobody would miss it (a goal above 100 %, or "more than 100 %").
 *
 * @example
 * lossAllowance(500, { numerator: 85, denominator: 100, share: 0.85 }); // { value: 75 }
 */
export function lossAllowance(
  start: number,
  goal: Percent,
  { moreThan = false }: GoalOptions = {},
): MetricResult {
  const why = whyNoGoalFor(start);
  if (why !== null) return why;
  const needed = Number.isInteger(start) ? customersNeeded(start, goal, moreThan) : null;
  let allowance: number;
  if (needed !== null) {
    allowance = start - needed;
  } else {
    const spare = subtract(fractionOf(start), multiply(fractionOfPercent(goal), fractionOf(start)));
    allowance = Number(moreThan ? ceil(spare) - 1n : floor(spare));
  }
  if (allowance >= 0) return defined(allowance);
  return undefinedFor(
    'unreachable',
    `The goal of ${moreThan ? 'more than ' : ''}${formatPercent(goal.share)} is out of reach even when nobody is lost.`,
  );
}

/**
 * The retention rate that each remaining period needs so that the whole reaches its goal:
 *
 *     r = (G / P) ^ (1 / remaining)
 *
 * with G the goal for the whole and P the product of the rates so far, both exact. Undefined when nothing is left
 * (the message says whether the goal was met) and when even keeping everybody would not do (r > 1 or P = 0).
 *
 * @example
 * requiredRate({ numerator: 81n, denominator: 100n }, { numerator: 1n, denominator: 1n }, 2); // { value: 0.9 }
 */
export function requiredRate(goal: Fraction, done: Fraction, remaining: number): MetricResult {
  const best = formatPercent(toNumber(done));
  const asked = formatPercent(toNumber(goal));
  if (remaining <= 0) {
    const met = compare(done, goal) >= 0 ? 'the goal is met' : 'the goal is missed';
    return undefinedFor('nothing-left', `No period is left: ${best} against a goal of ${asked}, ${met}.`);
  }
  if (done.numerator <= 0n || compare(goal, done) > 0) {
    return undefinedFor(
      'unreachable',
      `The goal of ${asked} cannot be reached any more: keeping everybody from now on gives ${best}.`,
    );
  }
  const ratio = toNumber(divide(goal, done));
  return defined(remaining === 1 ? ratio : remaining === 2 ? Math.sqrt(ratio) : ratio ** (1 / remaining));
}

/** The product of percentages, exact; 1 for none. */
export function productOfPercents(percents: readonly Percent[]): Fraction {
  return productOfQuotients(percents.map(({ numerator, denominator }) => [numerator, denominator]));
}

const SAFE = Number.MAX_SAFE_INTEGER / 2;

function isSmall(value: number): boolean {
  return Number.isInteger(value) && value <= SAFE && value >= -SAFE;
}

/** Whole customers who must stay of a whole number at the start, or null when doubles are too small for the question. */
function customersNeeded(
  start: number,
  { numerator, denominator }: Percent,
  moreThan: boolean,
): number | null {
  const product = start * numerator;
  if (!isSmall(start) || !isSmall(product) || !isSmall(denominator)) return null;
  const remainder = product % denominator;
  const below = (product - remainder) / denominator;
  return moreThan || remainder > 0 ? below + 1 : below;
}

function whyNoGoalFor(start: number): Undefined | null {
  if (!Number.isFinite(start)) return undefinedFor('not-a-number');
  if (start < 0) return undefinedFor('out-of-range');
  return start === 0 ? undefinedFor('start-is-zero') : null;
}
