import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChosenRange, ChosenSpan } from '../../../../core';
import { selectControl } from '../../widgets';
import type { PanelPlace } from './panel';
import { frameText as text } from './text';

/** What stands for all periods together; a period's name comes with a sign before it, whatever it is. */
const TOGETHER = 'together';
const SIGN = '=';
const named = (period: string): string => `${SIGN}${period}`;

/** What somebody chose to look at, of a panel that looks at one period or at all; else the last complete one. */
export function chosenSpan({ options }: Pick<PanelPlace, 'options'>): ChosenRange {
  const { period } = options;
  if (period === TOGETHER) return { together: true };
  return typeof period === 'string' && period.startsWith(SIGN) ? { from: period.slice(SIGN.length) } : {};
}

/** The span for people: `2024-02`, or `2024-01 to 2024-12`, and whether it has ended. */
export function spanText({ first, last, incomplete }: ChosenSpan): string {
  const span = first === last ? (first ?? '') : text.span(first ?? '', last ?? '');
  return incomplete ? text.running(span) : span;
}

/** Lets somebody choose one period, the latest first, or all of them together. */
export function spanControl(
  place: PanelPlace,
  id: string,
  { choices, first, last }: ChosenSpan,
): TemplateResult | typeof nothing {
  const [oldest, newest] = [choices[0], choices.at(-1)];
  if (oldest === undefined || newest === undefined) return nothing;
  const together = oldest === newest ? [] : [{ value: TOGETHER, label: text.together(oldest, newest) }];
  const periods = choices.map((name) => ({ value: named(name), label: name })).reverse();
  return html`<div class="panel-controls">
    ${selectControl(`${id}-period`, text.period, '', [...together, ...periods], {
      value: first === last ? named(first ?? '') : TOGETHER,
      disabled: false,
      choose: (period) => place.setOption('period', period),
    })}
  </div>`;
}
