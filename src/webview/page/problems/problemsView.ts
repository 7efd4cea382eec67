import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Fix, Problem, ProblemCounts, Severity } from '../../../core';
import { icon, severityIcon, menuButton } from '../widgets';
import type { MenuItem } from '../widgets';
import type { NumberDisplay } from '../numbers';
import { totalOf } from './problemNavigator';
import { text } from '../text';

/** The problems strip. */
export interface ProblemsModel {
  readonly counts: ProblemCounts;
  /** The problem spoken about, or null when there is none. */
  readonly current: Problem | null;
  /** Its place among all, from 0; null where that would cost a look at the whole file. */
  readonly position: number | null;
  /** `row 2, start` for people, or null outside the table. */
  readonly place: string | null;
  readonly expanded: boolean;
  readonly readOnly: boolean;
  /** Ways to fix the whole column of the problem. */
  readonly columnFixes: readonly ColumnFix[];
}

/** A fix of many cells, whose edits are made only when it is chosen. */
export interface ColumnFix {
  readonly title: string;
  run(): void;
}

export interface ProblemsActions {
  goTo(problem: Problem): void;
  fix(fix: Fix): void;
  step(by: 1 | -1): void;
  toggleList(): void;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** One problem at a time, with the way to it and out of it; nothing at all when the file has none. */
export function problemsView(
  model: ProblemsModel,
  actions: ProblemsActions,
  numbers: NumberDisplay,
): TemplateResult | typeof nothing {
  const total = totalOf(model.counts);
  if (total === 0) return nothing;
  const { current } = model;
  return html`<div class="problems-bar">
    <button
      class="problem-counts"
      aria-expanded=${model.expanded ? 'true' : 'false'}
      aria-controls="problem-list"
      title=${text.problems.showAll}
      @click=${() => actions.toggleList()}
    >
      ${countsView(model.counts, numbers)} ${icon(model.expanded ? 'down' : 'up')}
    </button>
    ${current === null ? nothing : currentView(current, model, actions)}
    ${stepsView(model, total, actions, numbers)}
  </div>`;
}

function countsView(counts: ProblemCounts, numbers: NumberDisplay): TemplateResult {
  return html`${severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => {
      const count = numbers.count(counts[severity]);
      return html`<span class="problem-count" title=${text.problems.count[severity](counts[severity], count)}
        >${severityIcon(severity)}<span aria-hidden="true">${count}</span
        ><span class="visually-hidden">${text.problems.count[severity](counts[severity], count)}</span></span
      >`;
    })}`;
}

function currentView(problem: Problem, model: ProblemsModel, actions: ProblemsActions): TemplateResult {
  return html`<p class="problem-current" title=${problem.message}>
      <span class="visually-hidden">${text.problems.severity[problem.severity]}</span>
      ${severityIcon(problem.severity)}<span class="problem-code">${problem.code}</span>
      ${model.place === null ? nothing : html`<span class="problem-place">${model.place}:</span>`}
      <span class="problem-message">${problem.message}</span>
    </p>
    <span class="problem-actions">
      <button class="button button-secondary" @click=${() => actions.goTo(problem)}>
        ${problem.row === null ? text.problems.goToText : text.problems.goToCell}
      </button>
      ${model.readOnly ? nothing : fixButton(allFixes(problem, model, actions))}
    </span>`;
}

/** The fixes of the problem's cell, then those of its column. */
function allFixes(problem: Problem, model: ProblemsModel, actions: ProblemsActions): readonly MenuItem[] {
  return [
    ...problem.fixes.map((fix) => ({ label: fix.title, run: () => actions.fix(fix) })),
    ...model.columnFixes.map((fix) => ({ label: fix.title, run: () => fix.run() })),
  ];
}

/** A single fix is the button itself; several open a menu. */
function fixButton(items: readonly MenuItem[]): TemplateResult | typeof nothing {
  const [only, second] = items;
  if (only === undefined) return nothing;
  if (second === undefined) {
    return html`<button
      class="button fix"
      aria-label=${text.problems.fixBy(only.label)}
      title=${only.label}
      @click=${() => only.run()}
    >
      ${only.label}
    </button>`;
  }
  return menuButton({ label: text.problems.fix, menuLabel: text.problems.fixMenu, items });
}

function stepsView(
  { position }: ProblemsModel,
  total: number,
  actions: ProblemsActions,
  numbers: NumberDisplay,
): TemplateResult | typeof nothing {
  if (total < 2) return nothing;
  const place =
    position === null ? '' : text.problems.position(numbers.count(position + 1), numbers.count(total));
  return html`<span class="problem-steps">
    <button
      class="icon-button"
      aria-label=${text.problems.previous}
      title=${text.problems.previous}
      @click=${() => actions.step(-1)}
    >
      ${icon('up')}
    </button>
    <span class="problem-position">${place}</span>
    <button
      class="icon-button"
      aria-label=${text.problems.next}
      title=${text.problems.next}
      @click=${() => actions.step(1)}
    >
      ${icon('down')}
    </button>
  </span>`;
}
