import {
  addStrategy,
  analyseBenchmarks,
  analyseChange,
  analyseExperiments,
  analyseFlow,
  analyseReasons,
  analyseRevenue,
  analyseScenarios,
  analyseSegments,
  analyseTrend,
  applyEdits,
  judgeGoal,
  scenarioEdits,
  suggestStrategies,
  whyNotWritten,
} from '../../src/core';
import type { ScenarioChange } from '../../src/core';
import { html, markdown, reportPage } from '../../src/report';
import { expect, target } from '../engine/target';
import { fileText } from '../grammar/file';
import { open } from '../oracles/notebook';
import { expectSound } from '../oracles/sound';

interface Look {
  readonly text: string;
  readonly segment: number;
  readonly last: number;
  readonly changes: readonly { readonly field: number; readonly value: number; readonly period: number }[];
}

const FIELDS = ['new', 'lost', 'reactivated', 'goal'] as const;

/** What panels and reports say of any file has numbers or reasons, and a scenario that can be written is. */
export const analysis = target<Look>({
  name: 'analysis',
  promise: 'every analysis and report of any file says numbers or reasons; scenarios are written or refused',
  share: 2,
  generate: (random) => ({
    text: fileText(random),
    segment: random.below(4),
    last: random.below(14),
    changes: random.list(0, 3, () => ({
      field: random.below(4),
      value: random.below(200),
      period: random.below(5),
    })),
  }),
  fromText: (text) => ({ text, segment: 0, last: 12, changes: [] }),
  check: ({ text, segment: which, last, changes }) => {
    const notebook = open(text);
    const { document } = notebook;
    const segment = [null, '', ...notebook.segments][which % (2 + notebook.segments.length)]!;
    expectSound(analyseTrend(notebook, segment, { last }), 'trend');
    expectSound(analyseFlow(notebook, segment, { last }), 'flow');
    expectSound(analyseReasons(notebook, segment, { last, together: true }), 'reasons');
    expectSound(analyseRevenue(notebook, segment, { last }), 'revenue');
    expectSound(analyseSegments(notebook, { last }), 'segments');
    expectSound(analyseBenchmarks(notebook, segment), 'benchmarks');
    expectSound(analyseChange(notebook, segment), 'change');
    expectSound(judgeGoal(notebook, segment), 'goal');
    expectSound(analyseExperiments(document), 'experiments');
    const { suggestions } = suggestStrategies(notebook, segment);
    applyEdits(text, addStrategy(document, suggestions[last % suggestions.length]!.strategy));
    const pages = [reportPage(notebook, { file: 'a.retention', segment })];
    expect(
      !/NaN|Infinity/.test(markdown(pages)) || /NaN|Infinity/.test(text),
      'the report holds what is no number',
    );
    expect(!/<script/i.test(html(pages)), 'the report holds a script');

    const first = analyseScenarios(notebook, segment, [{ name: 'A', changes: [] }]);
    const names = first.outcomes[0]?.periods.map(({ name }) => name) ?? [];
    const asked = changes.map(({ field, value, period }): ScenarioChange => ({
      field: FIELDS[field % 4]!,
      value,
      period: period === 0 ? null : (names[period - 1] ?? null),
    }));
    const scenario = { name: 'B', changes: asked };
    expectSound(analyseScenarios(notebook, segment, [scenario]), 'scenarios');
    if (whyNotWritten(notebook, segment, scenario) !== null) return;
    const written = open(applyEdits(text, scenarioEdits(notebook, segment, scenario)));
    expect(written.document.rowCount >= document.rowCount, 'a scenario deletes rows');
  },
});
