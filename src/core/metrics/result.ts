/** Why a number does not exist. Every reason has one plain sentence in `reasonMessage`. */
export type Reason =
  | 'start-is-zero'
  | 'blank'
  | 'new-and-lost-unknown'
  | 'does-not-balance'
  | 'not-a-number'
  | 'no-goal'
  | 'no-period'
  | 'no-complete-period'
  | 'incomplete-period'
  | 'too-few-periods'
  | 'contains-undefined-period'
  | 'zero-denominator'
  | 'unreachable'
  | 'nothing-left'
  | 'out-of-range'
  | 'needs-column';

/**
 * A metric's result: a number, or the reason why there is none. Never NaN, never an invented 0.
 * `message` says it to a person, with the row's own numbers where that helps.
 */
export type MetricResult =
  | { readonly value: number }
  | { readonly value: null; readonly reason: Reason; readonly message: string };
