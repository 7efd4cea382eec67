import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Granularity, Method } from '../../../core';
import { field, selectControl } from '../widgets';
import { text } from '../text';

/** What the header shows. */
export interface HeaderModel {
  readonly title: string;
  readonly fileName: string;
  /** The goal as people read it, '' for none. */
  readonly goal: string;
  /** The sentence at the goal when what was typed is no percentage, else null. */
  readonly goalError: string | null;
  readonly titleError: string | null;
  /** The setting, or null where the rows decide. */
  readonly granularitySetting: Granularity | null;
  /** The granularity in force. */
  readonly granularity: Granularity;
  /** True when there are rows to infer it from. */
  readonly isInferred: boolean;
  readonly method: Method;
  /** The segments of the rows, in display order; without '' (all customers). */
  readonly segments: readonly string[];
  /** The segment the summary is about; null: all customers. */
  readonly segment: string | null;
  readonly readOnly: boolean;
}

/** What the header can do. The first four change the file, each by one edit. */
export interface HeaderActions {
  /** @returns null, or why it was refused */
  setTitle(typed: string): string | null;
  /** @returns null, or why it was refused */
  setGoal(typed: string): string | null;
  setGranularity(granularity: Granularity | null): void;
  setMethod(method: Method): void;
  setSegment(segment: string | null): void;
  showError(at: 'title' | 'goal', message: string | null): void;
}

const granularities: readonly Granularity[] = ['day', 'week', 'month', 'quarter', 'year', 'custom'];
const methods: readonly Method[] = ['classic', 'with-reactivated', 'lost'];

/**
 * The settings of the file, editable in place.
 *
 * Fields and lists are the browser's own: their names, descriptions (`aria-describedby` of a refusal), lists
 * and forced colours work with every screen reader, which does not cross the shadow roots of a component.
 */
export function headerView(model: HeaderModel, actions: HeaderActions): TemplateResult {
  return html`<div class="header-inner">
    ${titleView(model, actions)}
    <div class="controls">
      ${goalView(model, actions)} ${granularityView(model, actions)} ${methodView(model, actions)}
      ${model.segments.length === 0 ? nothing : segmentView(model, actions)}
    </div>
  </div>`;
}

function titleView(
  { title, fileName, readOnly, titleError }: HeaderModel,
  actions: HeaderActions,
): TemplateResult {
  return html`<div class="title">
    <h1 class="visually-hidden">${title === '' ? fileName : title}</h1>
    <input
      class="title-input"
      type="text"
      spellcheck="false"
      autocomplete="off"
      aria-label=${text.header.title}
      aria-invalid=${titleError === null ? nothing : 'true'}
      aria-describedby=${titleError === null ? nothing : 'title-error'}
      title=${text.header.titleHint(title, fileName)}
      placeholder=${fileName}
      ?readonly=${readOnly}
      ${field({
        value: title,
        commit: (typed) => actions.setTitle(typed),
        refuse: (message) => actions.showError('title', message),
      })}
    />
    ${errorView('title-error', titleError)}
  </div>`;
}

function goalView(model: HeaderModel, actions: HeaderActions): TemplateResult {
  const { goal, goalError, granularity, readOnly } = model;
  return html`<div class="control">
    <label class="control-label" for="goal">${text.header.goal}</label>
    <span class="control-row">
      <input
        id="goal"
        class="text-input goal-input"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        placeholder=${text.header.goalPlaceholder}
        title=${text.header.goalHint}
        aria-invalid=${goalError === null ? nothing : 'true'}
        aria-describedby=${goalError === null ? 'goal-unit' : 'goal-error goal-unit'}
        ?readonly=${readOnly}
        ${field({
          value: goal,
          commit: (typed) => actions.setGoal(typed),
          refuse: (message) => actions.showError('goal', message),
        })}
      />
      <span id="goal-unit" class="control-unit">${text.header.goalUnit(granularity)}</span>
    </span>
    ${errorView('goal-error', goalError)}
  </div>`;
}

function errorView(id: string, message: string | null): TemplateResult | typeof nothing {
  return message === null ? nothing : html`<div id=${id} class="control-error" role="alert">${message}</div>`;
}

function granularityView(model: HeaderModel, actions: HeaderActions): TemplateResult {
  const { granularitySetting, granularity, isInferred, readOnly } = model;
  const found = granularitySetting === null && isInferred ? granularity : null;
  const options = [
    { value: '', label: text.header.automatic(found) },
    ...granularities.map((value) => ({ value, label: text.granularity[value] })),
  ];
  return selectControl('granularity', text.header.granularity, text.header.granularityHint, options, {
    value: granularitySetting ?? '',
    disabled: readOnly,
    choose: (value) => actions.setGranularity(granularities.find((known) => known === value) ?? null),
  });
}

function methodView({ method, readOnly }: HeaderModel, actions: HeaderActions): TemplateResult {
  const options = methods.map((value) => ({
    value,
    label: text.method[value],
    title: text.methodFormula[value],
  }));
  return selectControl('method', text.header.method, `CRR = ${text.methodFormula[method]}`, options, {
    value: method,
    disabled: readOnly,
    choose: (value) => actions.setMethod(methods.find((known) => known === value) ?? 'classic'),
  });
}

function segmentView({ segments, segment }: HeaderModel, actions: HeaderActions): TemplateResult {
  // Values carry a mark in front, so that a segment may be called anything.
  const options = [
    { value: '', label: text.header.allCustomers },
    ...segments.map((name) => ({ value: `=${name}`, label: name })),
  ];
  return selectControl('segment', text.header.segment, text.header.segmentHint, options, {
    value: segment === null ? '' : `=${segment}`,
    disabled: false,
    choose: (value) => actions.setSegment(value === '' ? null : value.slice(1)),
  });
}
