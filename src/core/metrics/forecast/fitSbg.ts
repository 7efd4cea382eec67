import { undefinedFor } from '../result';
import type { Undefined } from '../result';
import { sbgLogLikelihood, whyNoCohort } from './sbg';
import type { SbgModel } from './sbg';

/** A fitted model, or why none fits. */
export type SbgFit = (SbgModel & { readonly logLikelihood: number }) | Undefined;

/** What the likelihood needs of all cohorts: at each age, how many were at risk and how many of them stayed. */
interface Risks {
  readonly lost: number;
  readonly atRisk: readonly number[];
  readonly stayed: readonly number[];
}

/** α + β lies between these where a model is worth the name: beyond, customers are all alike or of two kinds only. */
const LEAST = 1e-4;
const MOST = 1e5;
const STEPS = 90;

/**
 * The shifted-beta-geometric model that makes the survivors of one or more cohorts most likely.
 *
 * With s = α + β and the mean risk m = α/s the likelihood has one maximum in m for each s, found by bisection; where
 * its slope along these maxima turns from rising to falling there is a maximum in s, found the same way. No start
 * value, no step size, and the same result on every machine.
 *
 * Undefined (`does-not-fit`) where the risk does not fall with age: then the likelihood rises for ever towards equal
 * customers, which is the constant rate.
 *
 * @param cohorts survivors of each at 0, 1, 2 … periods: customers or shares, at least two periods in one of them.
 *
 * @example
 * fitSbg([[1, 0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491]]); // { alpha: 0.668…, beta: 3.806…, … }
 */
export function fitSbg(cohorts: readonly (readonly number[])[]): SbgFit {
  for (const survivors of cohorts) {
    const why = whyNoCohort(survivors);
    if (why !== null) return why;
  }
  const risks = risksOf(cohorts);
  if (risks.atRisk.filter((count) => count > 0).length < 2) {
    return undefinedFor('too-few-periods', 'It needs survivors over two periods or more.');
  }
  if (risks.lost === 0) return undefinedFor('does-not-fit', 'Nobody was lost yet, so the risk is not known.');
  const models = maxima(risks).map((s) => modelAt(risks, s));
  let best: SbgFit | null = null;
  for (const model of models) {
    const logLikelihood = sbgLogLikelihood(model, cohorts);
    if (best === null || !('alpha' in best) || logLikelihood > best.logLikelihood) {
      best = { ...model, logLikelihood };
    }
  }
  return (
    best ??
    undefinedFor(
      'does-not-fit',
      slope(risks, MOST) >= 0
        ? 'The risk of leaving does not fall with age here: a constant rate describes these survivors as well.'
        : 'After the first period nearly nobody left: two kinds of customers describe these survivors better.',
    )
  );
}

function risksOf(cohorts: readonly (readonly number[])[]): Risks {
  const atRisk: number[] = [];
  const stayed: number[] = [];
  let lost = 0;
  for (const survivors of cohorts) {
    for (let t = 1; t < survivors.length; t++) {
      atRisk[t - 1] = (atRisk[t - 1] ?? 0) + survivors[t - 1]!;
      stayed[t - 1] = (stayed[t - 1] ?? 0) + survivors[t]!;
      lost += survivors[t - 1]! - survivors[t]!;
    }
  }
  return { lost, atRisk, stayed };
}

/** All s at which the slope along the best m turns from rising to falling. */
function maxima(risks: Risks): number[] {
  const found: number[] = [];
  let before = LEAST;
  let rising = slope(risks, before) > 0;
  for (let step = 1; step <= STEPS; step++) {
    const s = LEAST * (MOST / LEAST) ** (step / STEPS);
    const rises = slope(risks, s) > 0;
    if (rising && !rises) found.push(root((at) => slope(risks, at), before, s));
    [before, rising] = [s, rises];
  }
  return found;
}

function modelAt(risks: Risks, s: number): SbgModel {
  const m = bestMean(risks, s);
  return { alpha: m * s, beta: (1 - m) * s };
}

/** ∂/∂m of the log-likelihood, as a function that falls with m from +∞ at 0, is 0 at the best m for an s. */
function bestMean({ lost, stayed }: Risks, s: number): number {
  return root(
    (m) =>
      lost / m -
      stayed.reduce((sum, count, t) => sum + (count === 0 ? 0 : (count * s) / (s * (1 - m) + t)), 0),
    0,
    1,
  );
}

/** ∂/∂s of the log-likelihood at the best m for s. */
function slope(risks: Risks, s: number): number {
  const m = bestMean(risks, s);
  let sum = risks.lost / s;
  for (let t = 0; t < risks.atRisk.length; t++) {
    if (risks.stayed[t]! > 0) sum += (risks.stayed[t]! * (1 - m)) / (s * (1 - m) + t);
    sum -= risks.atRisk[t]! / (s + t);
  }
  return sum;
}

/** Where a function goes from positive to negative, to the last bits. */
function root(f: (x: number) => number, low: number, high: number): number {
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
