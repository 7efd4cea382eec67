import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ScenarioPeriod } from '../../../../core';
import { NO_VALUE } from '../../text';
import { severityIcon, tableHead, textInput } from '../../widgets';
import type { PanelPlace } from '../frame';
import type { DraftCell } from './drafts';
import { keyOf, scenarioFields, typeInto } from './drafts';
import { amountOf, figureOf, spanOf } from './figures';
import { ownKeys, moveInColumn } from './keys';
import type { WhatIf } from './reading';
import { whatIfText as text } from './text';

/** Longer years show this many periods, and those that are changed, until somebody wants them all. */
const MOST_PERIODS = 14;

/** What can be typed: a line for the rest of the year and one for each period that remains. */
export function inputsView(place: PanelPlace, whatIf: WhatIf): TemplateResult {
  const { outcome, draft } = whatIf;
  const all = outcome.periods.length <= MOST_PERIODS || place.options['all'] === true;
  const shown = outcome.periods.filter(
    ({ name }, index) =>
      all ||
      index < MOST_PERIODS ||
      scenarioFields.some((field) => draft.texts.has(keyOf({ period: name, field }))),
  );
  return html`<div class="whatif-table">
      <table aria-label=${text.table(draft.name)} @keydown=${tableKey}>
        ${tableHead(text.columns)}
        <tbody>
          ${restRow(place, whatIf)} ${shown.map((period) => periodRow(place, whatIf, period))}
        </tbody>
      </table>
    </div>
    ${
      outcome.periods.length > MOST_PERIODS
        ? html`<button class="link-button" @click=${() => place.setOption('all', !all)}>
            ${all ? text.fewer : text.all(place.session.numbers.count(outcome.periods.length))}
          </button>`
        : nothing
    }`;
}

function tableKey(event: KeyboardEvent): void {
  ownKeys(event);
  moveInColumn(event);
}

function restRow(place: PanelPlace, whatIf: WhatIf): TemplateResult {
  const { numbers } = place.session;
  const { periods } = whatIf.baseline;
  const count = periods.length === 1 ? text.restOne : text.restHint(numbers.count(periods.length));
  return html`<tr class="whatif-rest">
      <th scope="row">${text.rest}<span class="whatif-hint">${count}</span></th>
      <td></td>
      ${scenarioFields.map((field) => {
        const cell: DraftCell = { period: null, field };
        const usual = spanOf(periods, field, numbers);
        const typed = whatIf.draft.texts.has(keyOf(cell));
        const hint = typed && usual !== null ? text.insteadOf(usual) : text.each;
        return inputCell(place, whatIf, cell, { usual, hint, rowName: text.rest });
      })}
      <td></td>
      <td></td>
    </tr>
    ${problemRow(whatIf, null, null)}`;
}

function periodRow(place: PanelPlace, whatIf: WhatIf, period: ScenarioPeriod): TemplateResult {
  const { numbers } = place.session;
  const { name, counts, crr } = period;
  const { start, end } = counts;
  const before = whatIf.baseline.periods.find((other) => other.name === name);
  const impossible = crr.value === null && crr.reason === 'out-of-range' ? crr.message : null;
  const rate = figureOf(crr, numbers.percent);
  return html`<tr>
      <th scope="row">${name}</th>
      <td>${start === null ? NO_VALUE : numbers.count(start)}</td>
      ${scenarioFields.map((field) => {
        const cell: DraftCell = { period: name, field };
        const origin = period.origins[field];
        const isOwn = whatIf.draft.texts.has(keyOf(cell));
        const was = amountOf(before, field, numbers);
        const hint =
          origin === null
            ? field === 'lost' || field === 'new'
              ? text.unknown
              : ''
            : origin !== 'changed'
              ? text.origin[origin]
              : !isOwn
                ? text.fromRest
                : was === null
                  ? text.origin.changed
                  : text.insteadOf(was);
        return inputCell(place, whatIf, cell, {
          usual: amountOf(isOwn ? before : period, field, numbers),
          hint,
          rowName: name,
          wrong: field === 'lost' && impossible !== null,
        });
      })}
      <td>${end === null || end < 0 ? NO_VALUE : numbers.count(end)}</td>
      <td title=${rate.why ?? nothing}>${rate.text}</td>
    </tr>
    ${problemRow(whatIf, name, impossible)}`;
}

interface InputCell {
  /** What stands in the empty field: what is true without a change. */
  readonly usual: string | null;
  /** Where it is from. */
  readonly hint: string;
  readonly rowName: string;
  /** What is typed can be read but cannot be. */
  readonly wrong?: boolean;
}

function inputCell(
  place: PanelPlace,
  { draft, problems }: WhatIf,
  cell: DraftCell,
  { usual, hint, rowName, wrong = false }: InputCell,
): TemplateResult {
  const key = keyOf(cell);
  const value = draft.texts.get(key) ?? '';
  const described = value === '' && usual !== null ? `${hint} ${usual}` : hint;
  return html`<td class=${value === '' ? '' : 'is-changed'}>
    ${textInput({
      className: 'text-input whatif-number',
      value,
      name: text.fieldName(text.field[cell.field], rowName, described.trim() || text.unknown),
      placeholder: usual ?? '',
      decimal: true,
      invalid: problems.has(key) || wrong,
      errorId: problemId(cell.period),
      typed: (typed) => typeInto(place, cell, typed),
    })}
    <span class="whatif-hint" aria-hidden="true">${hint}</span>
  </td>`;
}

/** What is wrong with a line, below it. */
function problemRow(
  { problems }: WhatIf,
  period: string | null,
  impossible: string | null,
): TemplateResult | typeof nothing {
  const wrong = scenarioFields.flatMap((field) => {
    const message = problems.get(keyOf({ period, field }));
    return message === undefined ? [] : [`${text.field[field]}: ${message}`];
  });
  if (impossible !== null) wrong.push(impossible);
  if (wrong.length === 0) return nothing;
  return html`<tr class="whatif-problem">
    <td colspan=${text.columns.length} id=${problemId(period)}>
      ${wrong.map((message) => html`<span>${severityIcon('error')}${message}</span>`)}
    </td>
  </tr>`;
}

function problemId(period: string | null): string {
  return `whatif-problem-${period ?? 'rest'}`;
}
