import { formatCount } from '../format';
import { compare, quotient, sumLess, toNumber } from '../metrics/exact';
import { productOfPercents } from '../metrics/goal';
import { productOf } from '../metrics/mean';
import { defined, isDefined, undefinedFor } from '../metrics/result';
import type { MetricResult } from '../metrics/result';
import type { Gap } from './gaps';
import { projectPeriods } from './scenarioPeriods';
import type { ScenarioChange, ScenarioPeriod } from './scenarioPeriods';
import { revenueOf, revenuePerCustomerOf } from './scenarioRevenue';
import { scenarioYear } from './scenarioYear';
import type { ScenarioYear } from './scenarioYear';
import type { AnalysisSource } from './source';

/** Changes that are tried together, under a name. */
export interface Scenario {
  readonly name: string;
  readonly changes: readonly ScenarioChange[];
}

/** How a year ends under a scenario. */
export interface ScenarioOutcome {
  readonly name: string;
  /** The remaining periods, oldest first. */
  readonly periods: readonly ScenarioPeriod[];
  /** Customers at the end of the year. */
  readonly endCustomers: MetricResult;
  /** Retention of the whole year, compounded over its periods. */
  readonly compounded: MetricResult;
  /** The goals of its periods, compounded. */
  readonly goal: MetricResult;
  /** Whether `compounded` reaches `goal`, or null where one is unknown. */
  readonly reached: boolean | null;
  /** Customers short of the goal, added up over the periods of the year. */
  readonly customersShort: MetricResult;
  /** Revenue of the year: in each period the mean of start and end times the revenue per customer. */
  readonly revenue: MetricResult;
}

/** What a scenario changes: less the file as it is. */
export interface ScenarioDifference {
  readonly endCustomers: MetricResult;
  /** Percentage points. */
  readonly points: MetricResult;
  readonly customersShort: MetricResult;
  readonly revenue: MetricResult;
}

/** A change that cannot be made, and is left out. */
export interface RefusedChange {
  readonly change: ScenarioChange;
  /** Why, for a person. */
  readonly message: string;
}

/** What if: the year as it will end by the file, and under up to three scenarios. */
export interface Scenarios {
  readonly segment: string | null;
  /** The year, or null where there is none to look ahead in; `gaps` says why. */
  readonly year: string | null;
  /** How many of its periods are complete. */
  readonly done: number;
  /** Where it comes from: customers at the end of those, or of the last one before a year that only begins. */
  readonly past: readonly { readonly name: string; readonly end: number | null }[];
  /** The file as it is, its remaining periods projected. */
  readonly baseline: ScenarioOutcome | null;
  readonly outcomes: readonly (ScenarioOutcome & {
    readonly difference: ScenarioDifference;
    readonly refused: readonly RefusedChange[];
  })[];
  /** What all of them assume, in sentences. */
  readonly assumptions: readonly string[];
  /** Money per customer and period. */
  readonly revenuePerCustomer: MetricResult;
  readonly gaps: readonly Gap[];
}

/** How the year is called that goes on as before. */
export const BASELINE_LABEL = 'As it is (constant rate)';
/** More than these are no comparison any more. */
export const MOST_SCENARIOS = 3;

/**
 * How the year ends when new, lost, won-back customers or goals of its remaining periods were other than the file
 * says, beside the file as it is. Remaining are the periods that are not complete, the running one included; those
 * without a row go on at the pooled rates of the last complete periods. When the year is complete it is the next one.
 *
 * @param segment null for all customers.
 * @throws RangeError for more than three scenarios.
 *
 * @example
 * const half = { name: 'Half the losses', changes: [{ period: null, field: 'lost', value: 20 }] } as const;
 * analyseScenarios(notebook, null, [half]).outcomes[0].difference.endCustomers; // { value: 40 }
 */
export function analyseScenarios(
  notebook: AnalysisSource,
  segment: string | null,
  scenarios: readonly Scenario[],
): Scenarios {
  if (scenarios.length > MOST_SCENARIOS) {
    throw new RangeError(`At most ${MOST_SCENARIOS} scenarios are compared, not ${scenarios.length}.`);
  }
  const { settings } = notebook.document;
  const year = scenarioYear(notebook, segment);
  const revenuePerCustomer = revenuePerCustomerOf(notebook, segment);
  if ('reason' in year) {
    const gap: Gap = { code: 'no-year', message: year.message, rows: [] };
    const nothing = { year: null, done: 0, past: [], baseline: null, outcomes: [], assumptions: [] };
    return { segment, ...nothing, revenuePerCustomer, gaps: [gap] };
  }
  const outcomeOf = (name: string, changes: readonly ScenarioChange[]): ScenarioOutcome =>
    outcome(name, year, projectPeriods(year, changes, settings), revenuePerCustomer);
  const baseline = outcomeOf(BASELINE_LABEL, []);
  const outcomes = scenarios.map(({ name, changes }) => {
    const refused = changes.flatMap((change) => {
      const message = whyNotChange(year, change);
      return message === null ? [] : [{ change, message }];
    });
    const sound = changes.filter((change) => refused.every((other) => other.change !== change));
    const own = outcomeOf(name, sound);
    return { ...own, difference: differenceOf(own, baseline), refused };
  });
  return {
    segment,
    year: year.label,
    done: year.done.length,
    past: year.past.map(({ name, counts }) => ({ name, end: counts.end })),
    baseline,
    outcomes,
    assumptions: assumptionsOf(year, baseline),
    revenuePerCustomer,
    gaps: outcomes.flatMap(({ name, refused }) =>
      refused.map(({ message }) => ({
        code: 'bad-change' as const,
        message: `${name}: ${message}`,
        rows: [],
      })),
    ),
  };
}

/** Why a change cannot be made, in a sentence, or null when it can. */
export function whyNotChange(year: ScenarioYear, { period, field, value }: ScenarioChange): string | null {
  if (period !== null && !year.remaining.some(({ name }) => name === period)) {
    return year.done.some(({ name }) => name === period)
      ? `${period} is complete: only what is still to come can be changed.`
      : `${period} is no remaining period of ${year.label}.`;
  }
  if (field === 'goal') {
    return value > 0 && value <= 1000 ? null : 'A goal is a percentage such as 85.';
  }
  return Number.isSafeInteger(value) && value >= 0
    ? null
    : `${formatCount(value)} is no number of customers: it must be whole and not negative.`;
}

function outcome(
  name: string,
  year: ScenarioYear,
  periods: readonly ScenarioPeriod[],
  revenuePerCustomer: MetricResult,
): ScenarioOutcome {
  const unknown = periods.find(({ crr }) => !isDefined(crr))?.crr;
  const last = periods.at(-1);
  const rates = productOf([...year.done, ...periods].map(({ retained }) => retained));
  const compounded = !isDefined(year.compounded) ? year.compounded : (unknown ?? defined(toNumber(rates)));
  const goals = [...year.done, ...periods].map(({ goal }) => goal).filter((goal) => goal !== null);
  const isGoal = goals.length === year.done.length + periods.length;
  const product = productOfPercents(goals);
  return {
    name,
    periods,
    endCustomers: last === undefined ? undefinedFor('nothing-left') : endOf(last, unknown),
    compounded,
    goal: isGoal ? defined(toNumber(product)) : undefinedFor('no-goal'),
    reached: isGoal && isDefined(compounded) ? compare(rates, product) >= 0 : null,
    customersShort: sumOf([...year.done, ...periods].map((period) => period.customersShort)),
    revenue: isDefined(revenuePerCustomer)
      ? revenueOf([...year.done, ...periods], revenuePerCustomer.value)
      : revenuePerCustomer,
  };
}

function endOf({ counts, name }: ScenarioPeriod, unknown: MetricResult | undefined): MetricResult {
  if (counts.end !== null && counts.end >= 0) return defined(counts.end);
  return unknown ?? undefinedFor('blank', `${name}: how many customers it ends with is not known.`);
}

function sumOf(parts: readonly MetricResult[]): MetricResult {
  let sum = 0;
  for (const part of parts) {
    if (!isDefined(part)) return part;
    sum = sumLess(sum, part.value, 0, 0);
  }
  return defined(sum);
}

function differenceOf(own: ScenarioOutcome, baseline: ScenarioOutcome): ScenarioDifference {
  const less = (a: MetricResult, b: MetricResult, unit = 1): MetricResult => {
    if (!isDefined(a)) return a;
    return isDefined(b) ? defined(quotient(sumLess(a.value, 0, 0, b.value), unit)) : b;
  };
  return {
    endCustomers: less(own.endCustomers, baseline.endCustomers),
    points: less(own.compounded, baseline.compounded, 0.01),
    customersShort: less(own.customersShort, baseline.customersShort),
    revenue: less(own.revenue, baseline.revenue),
  };
}

function assumptionsOf({ rates, remaining }: ScenarioYear, { periods }: ScenarioOutcome): string[] {
  const running = periods.find(({ origins }) => Object.values(origins).includes('running'));
  const isProjected = periods.some(({ origins }) => origins.lost !== 'file' || origins.new !== 'file');
  const given = remaining.filter((period) => period.given?.planned === true).length;
  return [
    ...(isProjected ? [rates.message] : []),
    ...(running === undefined
      ? []
      : [`${running.name} is running: what it counts so far stands where it is more than that.`]),
    ...(given === 0 ? [] : [plannedSentence(given)]),
  ];
}

function plannedSentence(count: number): string {
  return count === 1
    ? 'One period has a row already, which says what is planned.'
    : `${formatCount(count)} periods have rows already, which say what is planned.`;
}
