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
  | 'custom-periods'
  | 'too-few-periods'
  | 'contains-undefined-period'
  | 'zero-denominator'
  | 'unreachable'
  | 'nothing-left'
  | 'out-of-range'
  | 'needs-column'
  | 'needs-setting'
  | 'no-variation'
  | 'does-not-fit';

/** A number that does not exist, and why. */
export interface Undefined {
  readonly value: null;
  readonly reason: Reason;
  /** Says the reason to a person, with the row's own numbers where that helps. */
  readonly message: string;
}

/**
 * A metric's result: a number, or the reason why there is none. Never NaN, never an invented 0.
 * `message` says it to a person, with the row's own numbers where that helps.
 */
export type MetricResult = { readonly value: number } | Undefined;

const MESSAGES: Readonly<Record<Reason, string>> = {
  'start-is-zero': 'Start is 0: a rate of nobody does not exist.',
  blank: 'A number it needs is blank. Blank means unknown; type 0 where you mean zero.',
  'new-and-lost-unknown':
    'Start and end alone do not tell who stayed: 100 → 99 may hide 21 lost and 20 won. Enter new or lost.',
  'does-not-balance': 'The counts contradict each other: start + new + reactivated − lost must be end.',
  'not-a-number': 'A value it needs is not a number.',
  'no-goal': 'There is no goal. Set one for the file or for the period.',
  'no-period': 'There is no period yet.',
  'no-complete-period': 'No period has ended yet.',
  'incomplete-period': 'The period has not ended yet, so it is not judged.',
  'custom-periods': 'Periods of custom length have no fixed number in a year.',
  'too-few-periods': 'There are too few complete periods.',
  'contains-undefined-period': 'A period inside the range has no retention rate.',
  'zero-denominator': 'It would divide by 0.',
  unreachable: 'No number of customers can reach it.',
  'nothing-left': 'Every period of the year is complete: nothing is left to plan.',
  'out-of-range': 'A value lies outside what it can be.',
  'needs-column': 'A column it needs is not in the table.',
  'needs-setting': 'A setting it needs is not set.',
  'no-variation': 'Everything it looks at is alike, so there is no spread to judge by.',
  'does-not-fit': 'The model does not fit these numbers.',
};

/**
 * One plain sentence for a reason, optionally with what is particular to the case in front of it.
 *
 * @example
 * reasonMessage('no-goal'); // 'There is no goal. Set one for the file or for the period.'
 */
export function reasonMessage(reason: Reason, detail?: string): string {
  return detail === undefined ? MESSAGES[reason] : `${detail} ${MESSAGES[reason]}`;
}

/**
 * A defined result. A number that is not finite never gets out: it becomes `not-a-number` or `out-of-range`.
 *
 * @example
 * defined(0.8); // { value: 0.8 }
 */
export function defined(value: number): MetricResult {
  if (Number.isFinite(value)) return { value: value === 0 ? 0 : value };
  return Number.isNaN(value) ? undefinedFor('not-a-number') : undefinedFor('out-of-range');
}

const plain = new Map<Reason, Undefined>();

/**
 * An undefined result with its reason; `message` replaces the reason's own sentence.
 *
 * @example
 * undefinedFor('start-is-zero').value; // null
 */
export function undefinedFor(reason: Reason, message?: string): Undefined {
  if (message !== undefined) return { value: null, reason, message };
  let result = plain.get(reason);
  if (result === undefined) {
    result = Object.freeze({ value: null, reason, message: MESSAGES[reason] });
    plain.set(reason, result);
  }
  return result;
}

/** True when the result is a number. */
export function isDefined(result: MetricResult): result is { readonly value: number } {
  return result.value !== null;
}
