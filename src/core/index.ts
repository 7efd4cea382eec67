export { analyseBenchmarks } from './analysis/benchmarks';
export type { BenchmarkComparison, BenchmarkOptions, Benchmarks } from './analysis/benchmarks';
export { analyseChange, judgeGoal, TEST_CAVEAT } from './analysis/change';
export type { Change, GoalVerdict, Verdict } from './analysis/change';
export type { ChosenRange, ChosenSpan } from './analysis/chosen';
export { analyseFlow } from './analysis/flow';
export type { Flow, FlowStep } from './analysis/flow';
export { analyseExperiments } from './analysis/experiments';
export type { Experiment, ExperimentVerdict, Experiments } from './analysis/experiments';
export type { Gap, GapCode } from './analysis/gaps';
export { pointsBetween } from './analysis/points';
export { defaultRange } from './analysis/range';
export type { AnalysisRange } from './analysis/range';
export { analyseReasons } from './analysis/reasons';
export type { ReasonBar, Reasons } from './analysis/reasons';
export { analyseRevenue, REVENUE_FIGURES } from './analysis/revenue';
export type {
  RevenueAnalysis,
  RevenueFigure,
  RevenueGoal,
  RevenueOptions,
  RevenuePeriod,
  RevenueStep,
} from './analysis/revenue';
export { analyseSegments } from './analysis/segments';
export type { RolledUp, SegmentAnalysis, SegmentLine, SegmentOptions } from './analysis/segments';
export { analyseScenarios, BASELINE_LABEL, MOST_SCENARIOS } from './analysis/scenario';
export type {
  RefusedChange,
  Scenario,
  ScenarioDifference,
  ScenarioOutcome,
  Scenarios,
} from './analysis/scenario';
export { scenarioEdits, whyNotWritten } from './analysis/scenarioEdits';
export type {
  ScenarioChange,
  ScenarioField,
  ScenarioOrigin,
  ScenarioPeriod,
} from './analysis/scenarioPeriods';
export type { AnalysisSource } from './analysis/source';
export type { FigureSpan, PeriodRun } from './analysis/spans';
export { addStrategy, suggestStrategies } from './analysis/strategies';
export type { Signal, SignalKind, StrategyTask, Suggestion, Suggestions } from './analysis/strategies';
export { analyseTrend } from './analysis/trend';
export type { Trend, TrendMarker, TrendPoint } from './analysis/trend';
export type { TouchedRows } from './checks/rowLinks';
export {
  csvField,
  decodeTable,
  delimiterName,
  describeCells,
  describeImport,
  describeLines,
  exportTable,
  importTable,
  FIGURE_COLUMNS,
} from './convert';
export type {
  CellTally,
  ColumnOrigin,
  CsvColumn,
  CsvDelimiter,
  DateOrder,
  Doubtful,
  ExportedTable,
  ExportOptions,
  ExportSource,
  FoundCurrency,
  ImportedColumn,
  ImportedTable,
  ImportOptions,
  ImportSentence,
  Rewritten,
  SourceDelimiter,
} from './convert';
export { evaluate, evaluatedRow, evaluationOf, locateProblems } from './evaluate';
export type {
  EvaluatedRow,
  EvaluatedSettings,
  EvaluateOptions,
  Evaluation,
  LocatedProblem,
} from './evaluate';
export {
  dateOf,
  dayOf,
  daysInMonth,
  formatDay,
  isLeapYear,
  isoWeekOf,
  weekStart,
  weeksInYear,
} from './document/calendar';
export type { CalendarDate } from './document/calendar';
export { parseDocument } from './document/document';
export {
  addColumn,
  addTask,
  convertColumn,
  deleteRows,
  duplicateRows,
  foreignNumbers,
  groupedCounts,
  insertRows,
  moveRows,
  removeColumn,
  renameColumn,
  renameSegment,
  setAttribute,
  setCell,
  setCells,
  setDue,
  setNotes,
  setSegment,
  setSetting,
  setSince,
  setStatus,
  sortRows,
} from './document/edits';
export type {
  CellChange,
  ColumnPlace,
  ForeignNumberOptions,
  ForeignNumbers,
  NewRow,
  NewTask,
  NumberStyle,
} from './document/edits';
export { FencedCode } from './document/fencedCode';
export type { Front, SettingEntry } from './document/front';
export { KNOWN_COLUMNS, knownColumn, likelyColumn, reasonSlug } from './document/knownColumns';
export { columnMeaning, LABEL_MEANING, SETTING_MEANINGS } from './document/meanings';
export { lastCompletePeriod } from './document/lastPeriod';
export type { NoteLine } from './document/notes';
export { parseNumber, repairNumber } from './document/number';
export type { NumberRepair } from './document/number';
export { parsePercent, readPercent } from './document/percent';
export type { PercentReading } from './document/percent';
export {
  dayPeriod,
  daysIn,
  formatPeriod,
  monthPeriod,
  nextPeriod,
  nextPeriodText,
  parseDay,
  parsePeriod,
  periodsPerYear,
  periodYear,
  quarterPeriod,
  weekPeriod,
  yearPeriod,
} from './document/period';
export { repairPeriod } from './document/periodRepair';
export { STATUS_MARKS } from './document/playbook';
export type {
  PlaybookAttribute,
  PlaybookBraces,
  PlaybookItem,
  PlaybookStatus,
  RetainedOf,
} from './document/playbook';
export type { Fix, Problem, ProblemCode, Severity } from './document/problem';
export {
  DEFAULT_SETTINGS,
  FORMAT_VERSION,
  GRANULARITIES,
  isSettingKey,
  LABEL_PREFIX,
  METHODS,
  OWN_PREFIX,
  SETTING_HINTS,
  SETTING_KEYS,
} from './document/settingRules';
export type { SettingKey } from './document/settingRules';
export { writeSettingItem, writeSettingValue } from './document/settingWrite';
export type {
  Column,
  ColumnId,
  ColumnKind,
  DocumentChange,
  Granularity,
  Method,
  Percent,
  Period,
  ProblemCounts,
  ReadOnlyReason,
  RetentionDocument,
  Settings,
} from './document/types';
export { fillSeries, repeatTexts } from './fill';
export type { FillOptions, FillText } from './fill';
export {
  COMPACT_FORMAT,
  COPY_FORMAT,
  formatCount,
  formatNumber,
  formatPercent,
  formatPoints,
  formatProbability,
  PLAIN_FORMAT,
  roundDecimal,
} from './format';
export type { NumberFormat } from './format';
export { BENCHMARK_SOURCES, INDUSTRIES, benchmarks, industryOf } from './library/benchmarks';
export type {
  Benchmark,
  BenchmarkBasis,
  BenchmarkMeasure,
  BenchmarkQuality,
  BenchmarkSource,
  IndustryKey,
  SourceKey,
} from './library/benchmarks';
export { answerTo, GUIDES, strategies, strategyById } from './library/strategies';
export type { Guide, ReasonAnswer, Strategy, StrategyTag } from './library/strategies';
export { LiveNotebook } from './live/liveNotebook';
export type { LiveOptions } from './live/liveNotebook';
export type { ListedProblem } from './live/problemList';
export { findConflicts } from './merge/conflicts/findConflicts';
export { resolveAll, resolveConflict } from './merge/conflicts/resolve';
export type {
  ConflictCell,
  ConflictHunk,
  ConflictOptions,
  ConflictPart,
  Conflicts,
  MarkerProblem,
  PartChoice,
  SideChoice,
} from './merge/conflicts/types';
export { mergeByRows } from './merge/conflicts/versions';
export { diffDocuments, diffInParts } from './merge/diff/diffDocuments';
export type {
  CellDiff,
  ColumnsDiff,
  DocumentDiff,
  FigureDiff,
  FiguresDiff,
  NotesDiff,
  RowDiff,
  SettingDiff,
  SummaryDiff,
} from './merge/diff/types';
export { rowName, rowTitle } from './merge/keys';
export { mergeAsLines, mergeDocuments } from './merge/mergeDocuments';
export type {
  MergeConflict,
  MergedDocument,
  MergeOptions,
  MergeRefusal,
  MergeResult,
  RefusalCode,
  VersionName,
} from './merge/types';
export { catalogue, metricById } from './metrics/catalogue';
export { RATES } from './metrics/catalogueOfRates';
export {
  chartMogulChurn,
  cohortCrr,
  inactivityRate,
  lifetime,
  netChurn,
  repeatPurchaseRate,
  returningRate,
  revenueLost,
  stripeChurn,
} from './metrics/churn';
export { churn, crr, endStartRatio, growthRate, netGrowth, retained } from './metrics/customer';
export type { IntervalResult, PeriodCounts, RowResult, Summary } from './metrics/evaluation';
export { fitSbg } from './metrics/forecast/fitSbg';
export type { SbgFit } from './metrics/forecast/fitSbg';
export { CONSTANT_RATE_LABEL, backtest, constantForecast, forecastCohort } from './metrics/forecast/forecast';
export type { Backtest, CohortForecast } from './metrics/forecast/forecast';
export { residualLifetime, sbgLogLikelihood, sbgRetention, sbgSurvival } from './metrics/forecast/sbg';
export type { SbgModel } from './metrics/forecast/sbg';
export { customersShort, gapPoints, goalShare, lossAllowance, percentOf, requiredRate } from './metrics/goal';
export type { GoalOptions } from './metrics/goal';
export { balanceError, deriveCounts } from './metrics/identity';
export type { DerivableCount, DerivedCounts } from './metrics/identity';
export { DEFAULT_LEVEL, wilson } from './metrics/interval';
export { compounded, geometricMean, rollingMean, simpleMean, weightedMean } from './metrics/mean';
export type { Retained } from './metrics/mean';
export { rowInput, rowInputOf } from './metrics/metric';
export type {
  CohortMetric,
  GroupsMetric,
  IntervalMetric,
  Metric,
  MetricInfo,
  PairIntervalMetric,
  PairMetric,
  ReasonsMetric,
  RowInput,
  RowMetric,
  SegmentsMetric,
  SeriesMetric,
  Unit,
  YearInput,
  YearMetric,
} from './metrics/metric';
export { normalQuantile } from './metrics/normal';
export type { NotebookPeriod, PeriodRange } from './metrics/notebookPeriods';
export { PeriodIndex, summarise } from './metrics/periodIndex';
export type { SummarySource } from './metrics/periodIndex';
export { realismHint } from './metrics/realism';
export {
  arpa,
  cacPayback,
  lifetimeValue,
  ltvToCac,
  profitPerCustomer,
} from './metrics/revenue/customerValue';
export {
  endRevenue,
  grossRevenueChurn,
  grossRevenueRetention,
  netRevenueChurn,
  netRevenueRetention,
  quickRatio,
  revenueBalanceError,
} from './metrics/revenue/movements';
export type { NetRevenueOptions, RevenueMovements } from './metrics/revenue/movements';
export { customerValue, discountPerPeriod, retentionGain } from './metrics/revenue/retentionValue';
export { defined, isDefined, reasonMessage, undefinedFor } from './metrics/result';
export type { MetricResult, Reason, Undefined } from './metrics/result';
export { evaluateCounts, evaluateRow, figureOfRow } from './metrics/row';
export { rateColumns } from './metrics/rateColumns';
export type { RateColumns } from './metrics/rateColumns';
export type { CountsInput, RowFigure, RowSource } from './metrics/row';
export { clopperPearson, jeffreys } from './metrics/statistics/exactIntervals';
export { fisherExact } from './metrics/statistics/fisher';
export { holm, kProportionTest, pairwise } from './metrics/statistics/groups';
export type { AdjustedComparison, GroupsTest, Pair } from './metrics/statistics/groups';
export { decompose, simpson } from './metrics/statistics/mix';
export type { Decomposition, SegmentChange, SegmentEffect } from './metrics/statistics/mix';
export { netPromoterScore, npsInterval } from './metrics/statistics/nps';
export type { Answers } from './metrics/statistics/nps';
export {
  SIGNIFICANCE,
  agrestiCaffo,
  compareShares,
  goalTest,
  newcombe,
  twoProportionTest,
} from './metrics/statistics/proportions';
export type { Comparison, TestResult } from './metrics/statistics/proportions';
export { PARETO_LINE, reasonPareto } from './metrics/statistics/reasons';
export type { ReasonCount, ReasonPareto, ReasonShare } from './metrics/statistics/reasons';
export { cagr, convertChurn, convertRetention, convertRetentionByDays } from './metrics/time';
export {
  countsOf,
  describeQuick,
  echoQuick,
  english,
  parseQuickInput,
  percentDigits,
  printQuick,
  readSelection,
  spanOfPeriod,
  spansPerYear,
  spanText,
  yearlyRetention,
} from './quick';
export type {
  DescribeOptions,
  QuickCount,
  QuickCounts,
  QuickDescription,
  QuickInterpretation,
  QuickLine,
  QuickLineId,
  QuickOffer,
  QuickOptions,
  QuickRate,
  QuickReading,
  QuickShare,
  QuickSpan,
  SelectedCalculation,
  SpanUnit,
  Translate,
} from './quick';
export { Positions } from './positions';
export type { LineColumn } from './positions';
export { firstIndex } from './search';
export { applyEdits, sortEdits } from './text/edit';
export type { TextEdit, TextRange } from './text/edit';
export { encodeCell } from './text/encode';
export { uncalculated } from './document/formula';
export { harmless, markdownText, oneLine } from './text/harmless';
export { lineEdits } from './text/lineEdits';
export { isMarkerLine } from './text/lines';
export { mergeLines } from './text/mergeLines';
