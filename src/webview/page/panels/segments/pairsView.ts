import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Pair } from '../../../../core';
import { NO_VALUE } from '../../text';
import type { DataTable } from '../frame';
import { tableView } from '../frame';
import type { Drawing } from './drawn';
import { segmentsText as text } from './text';
import { betweenText, pointsText, probabilityText } from './words';

/** Every pair of segments in words, the clearest difference first. */
export function pairsView(drawing: Drawing): TemplateResult | typeof nothing {
  const { pairs, after } = drawing.model;
  if (pairs === null || pairs.length === 0) return nothing;
  const title = text.pairs.caption(after ?? '');
  return html`<div class="chart-table-scroll" tabindex="0" role="region" aria-label=${title}>
      ${tableView(title, tableOf(drawing, pairs))}
    </div>
    <p class="panel-note">${text.many}</p>`;
}

function tableOf({ place, model }: Drawing, pairs: readonly Pair[]): DataTable {
  const { numbers } = place.session;
  const nameOf = (index: number): string => model.lines[index]?.name ?? '';
  const sorted = [...pairs].sort((a, b) => (a.adjusted.value ?? 2) - (b.adjusted.value ?? 2));
  return {
    columns: text.pairs.columns,
    rows: sorted.map(({ first, second, difference, interval, adjusted, evidence }) => [
      text.pairs.pair(nameOf(first), nameOf(second)),
      adjusted.value === null
        ? adjusted.message
        : evidence
          ? text.pairs.words.evidence(nameOf((difference.value ?? 0) > 0 ? first : second))
          : text.pairs.words.none,
      difference.value === null ? NO_VALUE : pointsText(difference.value, numbers),
      betweenText(interval, numbers),
      adjusted.value === null ? NO_VALUE : probabilityText(adjusted.value, numbers),
    ]),
  };
}
