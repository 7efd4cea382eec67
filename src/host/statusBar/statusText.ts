import { formatCount, formatPercent, formatPoints } from '../../core';
import type { Summary, Translate } from '../../core';

/** What the status bar says about a file. */
export interface StatusText {
  readonly text: string;
  /** Plain text: names and periods come from the file and must not become Markdown. */
  readonly tooltip: string;
  /** For screen readers, without abbreviations. */
  readonly label: string;
}

/**
 * The last complete period in one line: `CRR 80.0 % · −5.0 pt`. What does not exist is left out or `–`, with
 * the reason in the tooltip.
 *
 * @param action what a click does
 */
export function statusText(summary: Summary, file: string, action: string, t: Translate): StatusText {
  const { period, retention, churn, lost, wilson, goal, gapPoints, customersShort } = summary;
  const rate = retention.value === null ? '–' : formatPercent(retention.value);
  const gap = gapPoints.value === null ? null : formatPoints(gapPoints.value);

  const lines = [period === null ? file : `${file} · ${period}`];
  if (retention.value === null) {
    lines.push(t('Retention rate: – ({0})', retention.message));
  } else {
    lines.push(
      'value' in wilson
        ? t('Retention rate: {0}', rate)
        : t(
            'Retention rate: {0} (95 % interval {1} to {2})',
            rate,
            formatPercent(wilson.low),
            formatPercent(wilson.high),
          ),
    );
  }
  if (churn.value !== null) {
    const churned = formatPercent(churn.value);
    lines.push(
      lost === null
        ? t('Churn rate: {0}', churned)
        : t('Churn rate: {0}, {1} lost', churned, formatCount(lost)),
    );
  }
  if (goal.value !== null && gap !== null) {
    const short = customersShort.value ?? 0;
    const aim = formatPercent(goal.value);
    lines.push(
      short > 0
        ? t('Goal {0}: {1}, {2} customers short', aim, gap, formatCount(short))
        : t('Goal {0}: {1}, reached', aim, gap),
    );
  }
  lines.push(action);
  const label =
    gap === null
      ? t('Retention rate {0}', rate)
      : t('Retention rate {0}, goal gap {1} percentage points', rate, gap.replace(/\s*pt$/, ''));
  return { text: gap === null ? `CRR ${rate}` : `CRR ${rate} · ${gap}`, tooltip: lines.join('\n'), label };
}
