/** What a strategy works on. */
export type StrategyTag =
  | 'churn-reasons'
  | 'contact'
  | 'education'
  | 'experiment'
  | 'feedback'
  | 'friction'
  | 'goal'
  | 'health'
  | 'inactivity'
  | 'journey'
  | 'loyalty'
  | 'measure'
  | 'mission'
  | 'onboarding'
  | 'organisation'
  | 'personalise'
  | 'plan'
  | 'referral'
  | 'relationship'
  | 'research'
  | 'segmentation'
  | 'support'
  | 'upsell';

/** The guides that the strategies come from. */
export type Guide = 'A' | 'B' | 'C' | 'D' | 'E';

/** Something to do against churn. */
export interface Strategy {
  /** What a task of the playbook names it by: `strategy=c-01`. */
  readonly id: string;
  readonly title: string;
  readonly tag: StrategyTag;
  readonly guide: Guide;
  /** What shows whether it works, or null where the guide names nothing. */
  readonly measure: string | null;
  readonly checklist: readonly string[];
}
