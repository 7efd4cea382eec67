export {
  COMPACT_FORMAT,
  COPY_FORMAT,
  formatCount,
  formatNumber,
  formatPercent,
  formatPoints,
  PLAIN_FORMAT,
  roundDecimal,
} from './format';
export type { NumberFormat } from './format';
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
export { customersShort, gapPoints, goalShare, lossAllowance, percentOf, requiredRate } from './metrics/goal';
export type { GoalOptions } from './metrics/goal';
export { balanceError, deriveCounts } from './metrics/identity';
export type { DerivableCount, DerivedCounts } from './metrics/identity';
export { DEFAULT_LEVEL, wilson } from './metrics/interval';
export { compounded, geometricMean, rollingMean, simpleMean, weightedMean } from './metrics/mean';
export type { Retained } from './metrics/mean';
export { normalQuantile } from './metrics/normal';
export { PeriodIndex, summarise } from './metrics/periodIndex';
export type { SummarySource } from './metrics/periodIndex';
export { realismHint } from './metrics/realism';
export { defined, isDefined, reasonMessage, undefinedFor } from './metrics/result';
export type { MetricResult, Reason, Undefined } from './metrics/result';
export { evaluateCounts, evaluateRow } from './metrics/row';
export type { CountsInput, RowSource } from './metrics/row';
export { cagr, convertChurn, convertRetention, convertRetentionByDays } from './metrics/time';
export {
  countsOf,
  describeQuick,
  echoQuick,
  english,
  parseQuickInput,
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
export { applyEdits, sortEdits } from './text/edit';
export type { TextEdit, TextRange } from './text/edit';
