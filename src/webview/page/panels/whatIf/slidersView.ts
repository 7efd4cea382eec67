import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ScenarioField, ScenarioPeriod } from '../../../../core';
import { selectControl } from '../../widgets';
import type { PanelPlace } from '../frame';
import type { DraftCell } from './drafts';
import { keyOf, scenarioFields, typeInto } from './drafts';
import type { WhatIf } from './reading';
import { goalText } from './reading';
import { whatIfText as text } from './text';

/** What stands for the rest of the year; a period's name comes with a sign before it, whatever it is. */
const REST = 'rest';
const named = (period: string): string => `=${period}`;

/** Between these a goal is dragged, unless the file's own is lower. */
const USUAL_GOALS = { low: 50, high: 100, step: 0.5 };
/** More steps than this nobody can aim at. */
const MOST_STEPS = 200;
const LEAST_COUNT = 20;

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** What can be dragged: the numbers of the rest of the year, or of the period that is chosen. */
export function slidersView(place: PanelPlace, whatIf: WhatIf): TemplateResult {
  const { periods } = whatIf.baseline;
  const target = periods.find(({ name }) => named(name) === place.options['target'])?.name ?? null;
  const options = [
    { value: REST, label: text.rest },
    ...periods.map(({ name }) => ({ value: named(name), label: name })),
  ];
  return html`<div class="whatif-sliders" role="group" aria-label=${text.sliders}>
    ${selectControl('whatif-target', text.target, '', options, {
      value: target === null ? REST : named(target),
      disabled: false,
      choose: (value) => place.setOption('target', value),
    })}
    ${scenarioFields.map((field) => sliderView(place, whatIf, { period: target, field }))}
  </div>`;
}

function sliderView(
  place: PanelPlace,
  { baseline, outcome, draft }: WhatIf,
  cell: DraftCell,
): TemplateResult {
  const { field, period } = cell;
  const { session } = place;
  const { numbers } = session;
  const { decimal } = session.notebook.document.settings;
  const inTarget = (one: ScenarioPeriod): boolean => period === null || one.name === period;
  const scale = scaleOf(field, baseline.periods);
  const mean = meanOf(field, outcome.periods.filter(inTarget));
  const value = Math.min(scale.high, Math.max(scale.low, mean ?? scale.low));
  const show = (size: number): string =>
    field === 'goal' ? numbers.exactPercent(size / 100) : numbers.count(size);
  const typed = draft.texts.get(keyOf(cell));
  const shown = typed ?? (mean === null ? text.none[field] : text.asItIsValue(show(mean)));
  return html`<label class="whatif-slider">
    <span class="whatif-slider-name">${text.field[field]}</span>
    <input
      type="range"
      min=${scale.low}
      max=${scale.high}
      step=${scale.step}
      aria-label=${text.sliderName(text.field[field], period ?? text.rest)}
      aria-valuetext=${shown}
      .value=${live(String(value))}
      @input=${(event: Event) => {
        const size = Number((event.currentTarget as HTMLInputElement).value);
        typeInto(place, cell, field === 'goal' ? goalText(size, decimal) : String(size));
      }}
    />
    <output class=${typed === undefined ? '' : 'is-changed'}>${shown}</output>
  </label>`;
}

/** Twice the most there is, so that as it is stands near the middle; it must not move while somebody drags. */
function scaleOf(field: ScenarioField, periods: readonly ScenarioPeriod[]): Scale {
  const sizes = periods.flatMap((period) => sizeOf(field, period) ?? []);
  if (field === 'goal') {
    const { low, high, step } = USUAL_GOALS;
    const lowest = sizes.reduce((a, b) => Math.min(a, b), low);
    return { low: lowest < low ? step : low, high, step };
  }
  const most = sizes.reduce((a, b) => Math.max(a, b), LEAST_COUNT / 2) * 2;
  const step = roundStep(most / MOST_STEPS);
  return { low: 0, high: Math.ceil(most / step) * step, step };
}

/** 1, 2 or 5 times a power of ten, at least 1. */
function roundStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, least))));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 1;
}

function sizeOf(field: ScenarioField, { counts, goal }: ScenarioPeriod): number | null {
  if (field !== 'goal') return counts[field];
  return goal === null ? null : (goal.numerator * 100) / goal.denominator;
}

function meanOf(field: ScenarioField, periods: readonly ScenarioPeriod[]): number | null {
  const sizes = periods.flatMap((period) => sizeOf(field, period) ?? []);
  if (sizes.length === 0) return null;
  const mean = sizes.reduce((a, b) => a + b / sizes.length, 0);
  return field === 'goal' ? Math.round(mean * 10) / 10 : Math.round(mean);
}
