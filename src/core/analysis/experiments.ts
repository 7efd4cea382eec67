import type { PlaybookItem, PlaybookStatus, RetainedOf } from '../document/playbook';
import type { RetentionDocument } from '../document/types';
import { formatCount, formatPercent, formatPoints, formatProbability } from '../format';
import type { Retained } from '../metrics/mean';
import { isDefined } from '../metrics/result';
import { compareShares } from '../metrics/statistics/proportions';
import type { Comparison } from '../metrics/statistics/proportions';
import { pointsBetween } from './points';
import type { Gap } from './gaps';

/** What an experiment shows. `no-evidence` is no evidence of a difference, never evidence that there is none. */
export type ExperimentVerdict = 'better' | 'worse' | 'no-evidence';

/** A task of the playbook that was tried on one group of customers and not on another. */
export interface Experiment {
  /** Its place in `document.playbook`. */
  readonly item: number;
  readonly text: string;
  readonly status: PlaybookStatus | null;
  readonly segment: string | null;
  /** Who stayed of those without and of those with the measure. */
  readonly control: Retained;
  readonly variant: Retained;
  /** Percentage points by which the variant's rate is above the control's. */
  readonly points: number;
  /** Test and interval of that difference (variant less control, shares). */
  readonly comparison: Comparison;
  readonly verdict: ExperimentVerdict;
  /** The result for a person. */
  readonly sentence: string;
}

/** The experiments of the playbook. */
export interface Experiments {
  readonly experiments: readonly Experiment[];
  /** Tasks that name one group only, or one that cannot be read. */
  readonly gaps: readonly Gap[];
}

/**
 * The experiments of the playbook, tasks with `control=498/600 variant=540/600` (retained/exposed): the difference with
 * its interval, the test that suits the counts, and what may be concluded.
 *
 * @example
 * const notes = 'period\n2024\n#\n#> - [x] Calls {control=498/600 variant=540/600}\n';
 * analyseExperiments(parseDocument(notes)).experiments[0].verdict; // 'better'
 */
export function analyseExperiments({ playbook }: Pick<RetentionDocument, 'playbook'>): Experiments {
  const experiments: Experiment[] = [];
  const gaps: Gap[] = [];
  for (const [index, item] of playbook.entries()) {
    const { control, variant } = item;
    if (control !== null && variant !== null) experiments.push(experimentOf(item, index, control, variant));
    else if (isNamed(item, 'control') || isNamed(item, 'variant')) gaps.push(halfTold(item));
  }
  return { experiments, gaps };
}

function experimentOf(
  { text, status, segment }: PlaybookItem,
  item: number,
  controls: RetainedOf,
  variants: RetainedOf,
): Experiment {
  const control = { held: controls.retained, start: controls.exposed };
  const variant = { held: variants.retained, start: variants.exposed };
  const comparison = compareShares(variant, control);
  const points = pointsBetween(control, variant);
  const verdict = comparison.evidence ? (points > 0 ? 'better' : 'worse') : 'no-evidence';
  const sentence = sentenceOf(control, variant, points, comparison);
  return { item, text, status, segment, control, variant, points, comparison, verdict, sentence };
}

function sentenceOf(
  control: Retained,
  variant: Retained,
  points: number,
  { interval, p, evidence }: Comparison,
): string {
  const group = ({ held, start }: Retained): string =>
    `${formatPercent(held / start)} (${formatCount(held)} of ${formatCount(start)})`;
  const rates = `${group(variant)} stayed with it, ${group(control)} without: ${formatPoints(points)}`;
  const bounds =
    'low' in interval
      ? `, between ${formatPoints(100 * interval.low)} and ${formatPoints(100 * interval.high)} with 95 % confidence`
      : '';
  const probability = isDefined(p) ? ` (${formatProbability(p.value)})` : '';
  return evidence
    ? `${rates}${bounds}. That is more than chance explains${probability}.`
    : `${rates}${bounds}. There is no evidence of a difference${probability}.`;
}

function isNamed({ attributes }: PlaybookItem, name: string): boolean {
  return attributes.some(({ key }) => key === name);
}

function halfTold(item: PlaybookItem): Gap {
  const missing = item.control === null ? 'control' : 'variant';
  const why = isNamed(item, missing) ? 'cannot be read' : 'is missing';
  const message = `“${item.text}”: its ${missing} group ${why}. Write ${missing}=retained/exposed, such as ${missing}=498/600.`;
  return { code: 'half-experiment', message, rows: [] };
}
