export { countsOf, describeQuick } from './describe';
export type { DescribeOptions, QuickDescription } from './describe';
export type { QuickLine, QuickLineId } from './lines';
export { parseQuickInput } from './parse';
export { percentDigits } from './percent';
export { echoQuick, printQuick, spanText } from './print';
export { readSelection } from './selection';
export type { SelectedCalculation } from './selection';
export { spanOfPeriod, spansPerYear, yearlyRetention } from './span';
export { english } from './types';
export type {
  QuickCount,
  QuickCounts,
  QuickInterpretation,
  QuickOffer,
  QuickOptions,
  QuickRate,
  QuickReading,
  QuickShare,
  QuickSpan,
  SpanUnit,
  Translate,
} from './types';
