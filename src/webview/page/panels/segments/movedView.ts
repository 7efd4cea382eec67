import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Decomposition, SegmentEffect } from '../../../../core';
import type { EffectRow } from '../../../../charts';
import { effectsChart } from '../../../../charts';
import type { DataTable } from '../frame';
import { legendView } from '../frame';
import type { Drawing } from './drawn';
import { segmentsChart } from './drawn';
import { segmentsText as text } from './text';
import { countText, pointsText, rateIn } from './words';

/** Did the total move because rates did, or because customers moved between segments? */
export function movedView(drawing: Drawing): TemplateResult {
  const { place, model } = drawing;
  const { mix } = model;
  if (!('segments' in mix)) return html`<p class="panel-note">${mix.message}</p>`;
  const { numbers } = place.session;
  const rows = rowsOf(drawing, mix);
  const chart = effectsChart({
    width: place.width,
    label: text.moved.label(
      model.before ?? '',
      model.after ?? '',
      pointsText(mix.change, numbers),
      rows.map(({ title }) => title).join('; '),
    ),
    rows,
    format: (share) => pointsText(share, numbers),
  });
  return html`${segmentsChart(drawing, chart, tableOf(drawing, mix))}
  ${legendView([
    { ink: 'line', line: 'bar', label: text.moved.legend.rate },
    { ink: 'average', line: 'outline', label: text.moved.legend.mix },
  ])}`;
}

/** The sum of all, those that did most, and the others together. */
function rowsOf({ place, lines }: Drawing, mix: Decomposition): EffectRow[] {
  const { numbers, segment } = place.session;
  const row = (
    { name, rate, mix: moved }: SegmentEffect,
    more: Pick<EffectRow, 'key' | 'together'>,
  ): EffectRow => {
    const [own, shift] = [pointsText(rate, numbers), pointsText(moved, numbers)];
    return {
      name,
      solid: rate,
      outlined: moved,
      marked: more.key !== null && more.key === segment,
      value: text.moved.value(own, shift),
      title: text.moved.row(name, own, shift),
      ...more,
    };
  };
  const sorted = [...mix.segments].sort((a, b) => sizeOf(b) - sizeOf(a));
  const shown = sorted.slice(0, lines.length);
  const rest = sorted.slice(lines.length);
  return [
    row({ name: text.theseTogether, rate: mix.rate, mix: mix.mix }, { key: null, together: true }),
    ...shown.map((effect) => row(effect, { key: effect.name, together: false })),
    ...(rest.length === 0
      ? []
      : [
          row(
            {
              name: text.moved.others(numbers.count(rest.length)),
              rate: rest.reduce((sum, { rate }) => sum + rate, 0),
              mix: rest.reduce((sum, { mix: moved }) => sum + moved, 0),
            },
            { key: null, together: false },
          ),
        ]),
  ];
}

function sizeOf({ rate, mix }: SegmentEffect): number {
  return Math.abs(rate) + Math.abs(mix);
}

function tableOf({ place, model }: Drawing, { segments }: Decomposition): DataTable {
  const { numbers } = place.session;
  return {
    columns: text.moved.columns,
    rows: segments.map(({ name, rate, mix }, index) => {
      const { before = null, after = null } = model.lines[index] ?? {};
      return [
        name,
        pointsText(rate, numbers),
        pointsText(mix, numbers),
        rateIn(before, numbers),
        rateIn(after, numbers),
        countText(before?.counts.start, numbers),
        countText(after?.counts.start, numbers),
      ];
    }),
  };
}
