import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { ScenarioOutcome } from '../../../../core';
import type { Ink, ScenarioDash } from '../../../../charts';
import { scenarioChart } from '../../../../charts';
import { NO_VALUE } from '../../text';
import type { PanelPlace } from '../frame';
import { chartView } from '../frame';
import type { WhatIf } from './reading';
import { whatIfText as text } from './text';

/** As it is, and up to three scenarios. */
const STYLES: readonly { readonly ink: Ink; readonly line: ScenarioDash }[] = [
  { ink: 'neutral', line: 'thin' },
  { ink: 'line', line: 'solid' },
  { ink: 'average', line: 'dashed' },
  { ink: 'goal', line: 'dotted' },
];

/** Customers by period, as it is and under each scenario. */
export function pictureView(place: PanelPlace, width: number, { model, baseline }: WhatIf): TemplateResult {
  const { numbers } = place.session;
  const futures: readonly ScenarioOutcome[] = [{ ...baseline, name: text.asItIs }, ...model.outcomes];
  const show = (value: number | null): string =>
    value === null || value < 0 ? NO_VALUE : numbers.count(value);
  const endsOf = ({ periods }: ScenarioOutcome): (number | null)[] => {
    // Beyond a period that cannot be, there is nothing.
    const broken = periods.findIndex(({ counts }) => counts.end === null || counts.end < 0);
    return periods.map(({ counts }, index) => (broken >= 0 && index >= broken ? null : counts.end));
  };
  const ends = futures.map((outcome) => ({ name: outcome.name, values: endsOf(outcome) }));
  const names = baseline.periods.map(({ name }) => name);
  const sentence = (index: number): string =>
    ends.map(({ name, values }) => text.end(name, show(values[index] ?? null))).join(', ');
  return html`${chartView({
    title: text.chartTitle,
    chart: scenarioChart({
      width,
      label: text.label(model.year ?? '', sentence(names.length - 1)),
      past: model.past.map(({ name, end }) => ({ name, value: end })),
      names,
      series: ends.map(({ name, values }, index) => ({
        ...STYLES[index]!,
        name,
        values,
        end: show(values.at(-1) ?? null),
      })),
      titles: names.map((name, index) => `${name}: ${sentence(index)}`),
      format: (customers) => numbers.count(customers),
    }),
    table: {
      columns: [text.period, ...ends.map(({ name }) => name)],
      rows: [
        ...model.past.map(({ name, end }) => [name, ...ends.map(() => show(end))]),
        ...names.map((name, index) => [name, ...ends.map(({ values }) => show(values[index] ?? null))]),
      ],
    },
    actions: place.actions,
  })}`;
}
