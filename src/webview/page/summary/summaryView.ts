import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Summary } from '../../../core';
import type { NumberDisplay } from '../numbers';
import { severityIcon } from '../widgets';
import type { SummaryCard } from './summary';
import { shown, summaryCards } from './summary';
import { text } from '../text';
import type { TrendPoint } from './trend';
import { trendShape } from './trend';

const TREND_WIDTH = 168;
const TREND_HEIGHT = 40;

/** The summary: each figure is a group named by its label, so that `Retention` is found by role and name. */
export function summaryView(summary: Summary, numbers: NumberDisplay): TemplateResult {
  const heading = summary.period === null ? text.summary.noPeriod : text.summary.period(summary.period);
  const scope = summary.segment === null ? heading : `${heading}${text.separator}${summary.segment}`;
  return html`<section class="summary" aria-label=${text.summary.region}>
    <h2 class="summary-period">${scope}</h2>
    <div class="cards">${summaryCards(summary, numbers).map(cardView)} ${trendView(summary, numbers)}</div>
    ${
      summary.realismHint === null
        ? nothing
        : html`<p class="hint">${severityIcon('info')}<span>${summary.realismHint}</span></p>`
    }
  </section>`;
}

function cardView(card: SummaryCard): TemplateResult {
  const name = `card-${card.id}`;
  const missing = card.reason !== null;
  return html`<div
    class="card ${missing ? 'card-missing' : ''}"
    data-card=${card.id}
    role="group"
    aria-labelledby=${name}
    title=${card.reason ?? card.detail}
  >
    <span class="card-label" id=${name}>${card.label}</span>
    <span class="card-value" data-tone=${card.tone}
      >${toneMark(card)}<span class="card-number" aria-hidden=${missing ? 'true' : nothing}
        >${card.value}</span
      >${card.unit === '' ? nothing : html`<span class="card-unit"> ${card.unit}</span>`}</span
    >
    <span class="card-caption">${card.reason ?? card.caption}</span>
    ${card.detail === '' || missing ? nothing : html`<span class="visually-hidden">${card.detail}</span>`}
  </div>`;
}

/** A shape beside the colour: up for reached, down for below. */
function toneMark({ tone, id }: SummaryCard): TemplateResult | typeof nothing {
  if (tone === 'neutral' || id !== 'gap') return nothing;
  const path = tone === 'good' ? 'M6 2 L11 10 L1 10 Z' : 'M6 10 L11 2 L1 2 Z';
  return html`<svg class="tone-mark" viewBox="0 0 12 12" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;
}

function trendView(summary: Summary, numbers: NumberDisplay): TemplateResult {
  const mean = summary.weightedMean;
  return html`<div
    class="card card-trend"
    data-card="trend"
    role="group"
    aria-labelledby="card-trend"
    title=${means(summary, numbers)}
  >
    <span class="card-label" id="card-trend">${text.summary.trend}</span>
    ${sparkline(summary.trend, summary.goal.value, numbers)}
    <span class="card-caption"
      >${mean.value === null ? mean.message : text.summary.mean(numbers.percent(mean.value))}</span
    >
    <span class="visually-hidden">${means(summary, numbers)}</span>
  </div>`;
}

/** The means on hover: pooled first, because it is the one that counts customers. */
function means(summary: Summary, numbers: NumberDisplay): string {
  const write = (result: Summary['rolling3']): string =>
    result.value === null
      ? `${shown(result, numbers.percent)} (${result.message})`
      : numbers.percent(result.value);
  return [
    text.summary.meanHint,
    text.summary.rolling(3, write(summary.rolling3)),
    text.summary.rolling(12, write(summary.rolling12)),
    text.summary.simpleMean(write(summary.simpleMean)),
    text.summary.geometricMean(write(summary.geometricMean)),
  ].join('\n');
}

function sparkline(
  trend: readonly TrendPoint[],
  goal: number | null,
  numbers: NumberDisplay,
): TemplateResult {
  const { runs, tail, dots, goal: goalHeight } = trendShape(trend, goal, TREND_WIDTH, TREND_HEIGHT);
  if (dots.length === 0) return html`<span class="trend-none">${text.summary.noTrend}</span>`;
  return html`<svg
    class="trend"
    role="img"
    aria-label=${trendLabel(trend, goal, numbers)}
    preserveAspectRatio="xMinYMid meet"
    viewBox="0 0 ${TREND_WIDTH} ${TREND_HEIGHT}"
    width=${TREND_WIDTH}
    height=${TREND_HEIGHT}
  >
    ${
      goalHeight === null
        ? nothing
        : svg`<line class="trend-goal" x1="0" x2=${TREND_WIDTH} y1=${goalHeight} y2=${goalHeight} />`
    }
    ${runs.map((points) => svg`<polyline class="trend-line" points=${points} />`)}
    ${tail === null ? nothing : svg`<polyline class="trend-line trend-tail" points=${tail} />`}
    ${dots.map(
      ({ x, y, hollow, last }) =>
        svg`<circle class="trend-dot ${hollow ? 'trend-hollow' : ''}" cx=${x} cy=${y} r=${last || hollow ? 3 : 1.5} />`,
    )}
  </svg>`;
}

function trendLabel(trend: readonly TrendPoint[], goal: number | null, numbers: NumberDisplay): string {
  const points = trend.map(({ period, crr, incomplete }) =>
    (incomplete ? text.summary.trendIncomplete : text.summary.trendPoint)(
      period,
      shown(crr, numbers.percent),
    ),
  );
  const line = text.summary.trendOf(points.join(', '));
  return goal === null ? line : `${line}. ${text.summary.trendGoal(numbers.exactPercent(goal))}`;
}
