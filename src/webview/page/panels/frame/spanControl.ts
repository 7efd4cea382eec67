import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { selectControl } from '../../widgets';
import type { PanelPlace } from './panel';
import { frameText as text } from './text';

/** What stands for all periods together; a period's name comes with a sign before it, whatever it is. */
const TOGETHER = 'together';
const named = (period: string): string => `=${period}`;

/** One period, or several taken together. */
export interface Span {
  /** The periods that can be chosen, oldest first. */
  readonly choices: readonly string[];
  readonly first: string | null;
  readonly last: string | null;
  /** True when one of them has not ended. */
  readonly incomplete: boolean;
}

/**
 * What somebody chose to look at, of a panel that looks at one period or at all together.
 *
 * @param analyse reads the chosen periods; without a choice, the last complete one
 */
export function inChosenSpan<Model extends Span>(
  { options }: Pick<PanelPlace, 'options'>,
  analyse: (span?: { readonly from: string; readonly to: string }) => Model,
): Model {
  const latest = analyse();
  const { choices } = latest;
  const all = options['period'] === TOGETHER;
  const from = all ? choices[0] : choices.find((name) => named(name) === options['period']);
  const to = all ? choices.at(-1) : from;
  return from === undefined || to === undefined ? latest : analyse({ from, to });
}

/** The span for people: `2024-02`, or `2024-01 to 2024-12`, and whether it has ended. */
export function spanText({ first, last, incomplete }: Span): string {
  const span = first === last ? (first ?? '') : text.span(first ?? '', last ?? '');
  return incomplete ? text.running(span) : span;
}

/** Lets somebody choose one period, the latest first, or all of them together. */
export function spanControl(
  place: PanelPlace,
  id: string,
  { choices, first, last }: Span,
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
