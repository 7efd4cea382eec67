import type { LiveNotebook } from '../live/liveNotebook';

/** What the analyses read of a notebook. */
export type AnalysisSource = Pick<
  LiveNotebook,
  'document' | 'today' | 'periods' | 'periodCount' | 'segments' | 'summary' | 'problemsOfRow'
>;
