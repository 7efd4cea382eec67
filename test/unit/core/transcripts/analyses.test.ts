import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../../../fuzz/engine/random';
import { fileText } from '../../../../fuzz/grammar/file';
import { open } from '../../../../fuzz/oracles/notebook';
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
  judgeGoal,
  LiveNotebook,
  scenarioEdits,
  suggestStrategies,
  whyNotWritten,
} from '../../../../src/core';
import type { AnalysisSource, Scenario } from '../../../../src/core';
import { transcribe, written } from './transcript';
import type { Chapter } from './transcript';

const root = join(__dirname, '../../../..');
/** 2024-11-15: in the last quarter of the examples. */
const TODAY = 20_042;

const SCENARIOS: readonly Scenario[] = [
  { name: 'nobody lost', changes: [{ period: null, field: 'lost', value: 0 }] },
  {
    name: 'more of all',
    changes: [
      { period: null, field: 'new', value: 40 },
      { period: null, field: 'reactivated', value: 3 },
      { period: null, field: 'goal', value: 92.5 },
    ],
  },
  {
    name: 'refused',
    changes: [
      { period: '1999-01', field: 'lost', value: 5 },
      { period: null, field: 'lost', value: -1 },
    ],
  },
];

/** What all panels say, with what belongs to another panel or says itself again left out. */
function answer(notebook: AnalysisSource & LiveNotebook, segment: string | null): string {
  const scenarios = analyseScenarios(notebook, segment, SCENARIOS);
  const { suggestions, signals } = suggestStrategies(notebook, segment);
  const parts: Record<string, unknown> = {
    trend: analyseTrend(notebook, segment, { last: 4 }),
    flow: analyseFlow(notebook, segment, { last: 3 }),
    reasons: analyseReasons(notebook, segment, { last: 3, together: true }),
    revenue: analyseRevenue(notebook, segment, { last: 2 }),
    segments: analyseSegments(notebook, { last: 2, pairs: true }),
    benchmarks: analyseBenchmarks(notebook, segment).comparisons.map(({ benchmark, ...rest }) => [
      `${benchmark.metric}, ${benchmark.group}`,
      { ...rest, source: null },
    ]),
    gaps: analyseBenchmarks(notebook, segment).gaps,
    change: analyseChange(notebook, segment),
    goal: judgeGoal(notebook, segment),
    experiments: analyseExperiments(notebook.document),
    signals,
    suggestions: suggestions.map(({ strategy, because, tasks }) => [strategy.id, because.length, tasks]),
    task: addStrategy(notebook.document, suggestions[0]!.strategy, { due: '2024-12-01' }),
    scenarios: {
      ...scenarios,
      past: scenarios.past.slice(-2),
      baseline: { ...scenarios.baseline, periods: scenarios.baseline?.periods.slice(0, 3) },
      outcomes: scenarios.outcomes.map((outcome) => ({ ...outcome, periods: outcome.periods.slice(0, 3) })),
    },
    writing: SCENARIOS.map((scenario) => [
      whyNotWritten(notebook, segment, scenario),
      whyNotWritten(notebook, segment, scenario) === null
        ? scenarioEdits(notebook, segment, scenario).slice(0, 3)
        : null,
    ]),
  };
  return Object.entries(parts)
    .map(([name, said]) => `${name}: ${written(said)}`)
    .join('\n');
}

const example = (name: string) => readFileSync(join(root, `examples/${name}.retention`), 'utf8');

function ofExample(name: string, segment: string | null, today: number): Chapter {
  return [
    `of ${name}, ${segment ?? 'all customers'}, on day ${today}`,
    () => answer(LiveNotebook.open(example(name), { today }), segment),
  ];
}

transcribe(join(root, 'test/fixtures/transcripts/analyses.txt'), [
  ofExample('minimal', null, TODAY),
  ofExample('saas-quarters', null, TODAY),
  ofExample('saas-quarters', null, TODAY + 400),
  ofExample('segments-revenue', null, TODAY),
  ofExample('segments-revenue', 'SMB', TODAY),
  ofExample('shop-semicolon', null, TODAY),
  ofExample('online-retail', null, TODAY),
  ...Array.from({ length: 6 }, (_, index): Chapter => [
    `of made-up file ${index}`,
    () => answer(open(fileText(new Random(`analysis ${index}`))), null),
  ]),
]);
