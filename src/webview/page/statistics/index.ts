/** The line at the bottom: what the selection adds up to. */
export type { NumberSource, Unit } from './statistics';
export { StatisticsPart } from './statisticsPart';
