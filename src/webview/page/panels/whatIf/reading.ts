import type { Scenario, ScenarioChange, Scenarios, Settings } from '../../../../core';
import { analyseScenarios, parseNumber, parsePercent } from '../../../../core';
import type { PanelPlace } from '../frame';
import type { DraftCell, Drafts, ScenarioDraft } from './drafts';
import { cellOf, draftsOf, keyOf } from './drafts';
import { whatIfText as text } from './text';

/** The scenarios as they are typed, and what comes of them. */
export interface WhatIf {
  readonly drafts: Drafts;
  /** The scenario that is edited. */
  readonly draft: ScenarioDraft;
  readonly scenario: Scenario;
  readonly model: Scenarios;
  readonly baseline: NonNullable<Scenarios['baseline']>;
  readonly outcome: Scenarios['outcomes'][number];
  /** What is wrong with a text of the scenario that is edited, by its key. */
  readonly problems: ReadonlyMap<string, string>;
}

/** Reads the scenarios of a place, or says why there are none. */
export function readWhatIf(place: PanelPlace): WhatIf | Scenarios {
  const { notebook, segment } = place.session;
  const drafts = draftsOf(place);
  const read = drafts.all.map((draft) => readDraft(draft, notebook.document.settings));
  const scenarios = read.map(({ scenario }) => scenario);
  const model = analyseScenarios(notebook, segment, scenarios);
  const { baseline } = model;
  const draft = drafts.all[drafts.active];
  const outcome = model.outcomes[drafts.active];
  const own = read[drafts.active];
  if (baseline === null || draft === undefined || outcome === undefined || own === undefined) return model;
  const problems = new Map(own.problems);
  for (const { change, message } of outcome.refused) problems.set(keyOf(change), message);
  return { drafts, draft, scenario: own.scenario, model, baseline, outcome, problems };
}

interface ReadDraft {
  readonly scenario: Scenario;
  readonly problems: ReadonlyMap<string, string>;
}

function readDraft({ name, texts }: ScenarioDraft, settings: Settings): ReadDraft {
  const changes: ScenarioChange[] = [];
  const problems = new Map<string, string>();
  for (const [key, typed] of texts) {
    const cell = cellOf(key);
    if (cell === null) continue;
    const value = valueOf(cell, typed, settings);
    if (typeof value === 'string') problems.set(key, value);
    else changes.push({ ...cell, value });
  }
  return { scenario: { name, changes }, problems };
}

/** Reads as the file is read: what it would not take is not taken here. */
function valueOf({ field }: DraftCell, typed: string, { decimal }: Settings): number | string {
  if (field !== 'goal') {
    // A sign is understood, so that it can be said what is wrong with it.
    const negative = /^\s*[-\u2212]/.test(typed);
    const value = parseNumber(typed.replace(/^\s*[-\u2212]/, ''), decimal);
    return value === null ? text.notCustomers : negative ? -value : value;
  }
  const percent = parsePercent(typed, decimal);
  if (percent === null) return text.notGoal(goalText(82.5, decimal));
  return (percent.numerator * 100) / percent.denominator;
}

/** A goal as it is typed: `82,5%`. */
export function goalText(percent: number, decimal: Settings['decimal']): string {
  return `${String(percent).replace('.', decimal)}%`;
}
